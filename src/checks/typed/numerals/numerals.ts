import { normaliseDigits } from '../../evidence/parsed-numbers.ts';
import { type Nearness, widen } from './nearness.ts';
import type { Numeral, NumeralForm } from './numeral.ts';
import { numeralPatterns } from './numeral-patterns.ts';

/** Every number of a text, in order; what each is about, nobody has asked yet. */
export function findNumerals(written: string): Numeral[] {
  const text = normaliseDigits(written);
  const found: Numeral[] = [];
  const taken = new Uint8Array(text.length);
  for (const [pattern, read] of numeralPatterns) {
    for (const match of text.matchAll(pattern)) {
      const groups = match.groups ?? {};
      const lead = groups.before === undefined ? 0 : match[0].indexOf(groups.before) + groups.before.length;
      const space = /^\s*/.exec(match[0].slice(lead))![0].length;
      const from = match.index + lead + space;
      const to = match.index + match[0].trimEnd().length;
      if (taken.subarray(from, to).includes(1)) continue;
      const numeral = read(groups, match[0]);
      if (!numeral || !isWhole(text, from, to, numeral.form)) continue;
      taken.fill(1, from, to);
      found.push(complete(numeral, { from, to, text: written.slice(from, to) }, groups));
    }
  }
  return found.sort((a, b) => a.from - b.from);
}

function complete(
  numeral: Partial<Numeral>,
  span: Pick<Numeral, 'from' | 'to' | 'text'>,
  {
    before: lead = '',
    after: tail = '',
    later: end = '',
    scale,
    scaleA,
    sign,
    money: coin,
  }: Record<string, string | undefined>,
): Numeral {
  const { low = 0, high = low, form = 'digits' } = numeral;
  const near = numeral.near ?? readNearness(lead.toLowerCase(), tail.trim(), end);
  const currency = coin === undefined ? undefined : /\$/.test(coin) ? '美元' : '元';
  return {
    ...span,
    low,
    high,
    ...widen({ low, high, near, form, text: span.text }),
    unit: currency ?? numeral.unit ?? '',
    form,
    near,
    isScaled: (scale ?? scaleA) !== undefined,
    hasSign: sign !== undefined,
  };
}

function readNearness(lead: string, tail: string, end: string): Nearness {
  if (/近|接近|不足|不到|不满|未满|不超过|nearly|almost|under|less than/.test(lead) || end === '以下')
    return 'below';
  if (/超|逾|突破|破|过|上|over|more than/.test(lead) || end === '以上') return 'over';
  if (tail !== '' || end === '多' || end === '出头') return 'over';
  if (/约|大概|差不多|about|around|up to/.test(lead) || /左右|上下/.test(end)) return 'about';
  return 'exact';
}

/** No part of a name: GA4, T07, 5G, 1080P; ROI3.6 and p=0.07 are numbers. */
function isWhole(text: string, from: number, to: number, form: NumeralForm = 'digits'): boolean {
  if (form !== 'digits') return true;
  const ahead = text.slice(Math.max(0, from - 8), from);
  const behind = text.slice(to, to + 2);
  if (/^[A-Za-z_]/.test(behind) && /[\d.]$/.test(text.slice(from, to))) return false;
  if (/^[.,]\d/.test(behind) || /[\d.]$/.test(ahead)) return false;
  if (/[A-Za-z_]\($/.test(ahead)) return false;
  if (!/[A-Za-z_]-?$/.test(ahead)) return true;
  return /(?:^|[^A-Za-z])(?:ROI|ROAS|CTR|CPC|CPM|CPA|CVR|NPS|UV|PV|DAU|MAU|GMV|ARPU|AUC|LTV|CAC|KPI)$/.test(
    ahead,
  );
}
