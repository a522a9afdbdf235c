/** Draws values, and holds the verdicts, tiles and conclusions on them against arithmetic of its own. */
import { buildAttainment } from '../../base/conventions/attainment.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { BookValue } from '../../report/book.ts';
import { withConclusions } from '../../report/text/conclusions.ts';
import { buildTile } from '../../report/text/tiles.ts';
import { computeIntervalVerdict, computeVerdict } from '../../report/text/verdict.ts';
import { sampleValues } from '../sample-values.ts';
import { type Chance, drawValue, seedChance } from './generate-inputs.ts';

const none = { value: null, text: '—' };

/** With everything that follows from its number. */
function withNumber(value: BookValue, number: number | null, width: number | undefined): BookValue {
  const show = (one: number | null) => formatNumber(one, { unit: value.unit, language: 'zh' });
  const { attainment: _, interval: __, ...rest } = value;
  const aim = { actual: number, target: value.target?.value ?? null, direction: value.direction };
  return {
    ...{ ...rest, value: number, text: show(number) },
    ...(value.target && { attainment: buildAttainment(aim, 'zh') }),
    ...(width !== undefined &&
      number !== null && {
        interval: { low: number - width, high: number + width, level: 0.95, method: 'wilson', text: '' },
      }),
  };
}

function drawBookValue(chance: Chance, name: string): BookValue {
  const drawn = drawValue(chance, { keys: [{ key: 'a', label: '甲' }], name });
  const { target, interval: _range, ...rest } = drawn;
  const apart = chance.next() < 0.2 && { apart: { goal: { from: '2026-05-25', to: '2026-06-21' } } };
  const { target: _, attainment: __, ...frame } = sampleValues.新增用户!;
  const value: BookValue = {
    ...{ ...frame, ...rest, short: rest.text },
    ...(target && target.value !== null && { target: { ...target, source: 'goals', ...apart } }),
  };
  return withNumber(value, chance.next() < 0.1 ? null : rest.value, drawWidth(chance, rest.value));
}

const drawWidth = (chance: Chance, value: number | null) =>
  chance.pick([undefined, 0, Math.abs(value ?? 1) * 0.05, Math.abs(value ?? 1) * 2]);

/** −1, 0, 1 where one number lies of the other. */
function findSide(a: number, b: number): -1 | 0 | 1 {
  if (a === b || Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b)) < 1e-9) return 0;
  return a < b ? -1 : 1;
}

const pickWord = (side: -1 | 0 | 1, [less, even, more]: readonly [string, string, string]) =>
  [less, even, more][side + 1]!;

/** The outcome of its target; a dash where there is nothing to judge. */
function findOutcome({ value, target, direction }: BookValue): string {
  if (value === null || !target || target.value === null) return '—';
  const side = findSide(value, target.value);
  return direction === 'lower'
    ? pickWord(side, ['超额完成', '达到', '未达到'])
    : pickWord(side, ['未达到', '达到', '超额完成']);
}

function conclude(value: BookValue): string {
  const goal = { kpi: value.name, unit: value.unit, baseline: none, target: none, actual: none };
  const chapter = { slug: 'a', number: 1, title: 'a', file: 'a.mdx', blocks: [], footnotes: [] };
  const cited = { ...value, cited: [{ chapter: 'a', anchor: 'use-1', label: '1.1' }] };
  const row = {
    ...goal,
    direction: 'higher' as const,
    value: value.name,
    attainment: { ...none, outcome: 'open' as const },
  };
  const given = { figures: [], values: { [value.name]: cited }, goals: [row], language: 'zh' as const };
  const { whole } = withConclusions([chapter], given);
  return whole.map(({ text }) => text.replaceAll(' ', '')).join('');
}

/** What is printed of a value, beside what ought to be, by the name of the place. */
export function listPrinted(value: BookValue, other: BookValue): [string, string | undefined, string][] {
  const values = { [value.name]: value, [other.name]: other };
  const judge = (vs: string) => computeVerdict(value, vs, values, 'zh')?.text.replace(/（.*/, '');
  const outcome = findOutcome(value);
  const printed: [string, string | undefined, string][] = [];
  if (value.target) printed.push(['target', judge('target'), outcome]);
  const judged = value.target?.apart ? '—' : outcome;
  const tone = judged === '—' ? 'even' : judged === '未达到' ? 'bad' : 'good';
  printed.push(['tile', buildTile(value).tone, tone]);
  const change = value.value === null ? '—' : pickWord(findSide(value.value, 0), ['下降', '持平', '上升']);
  printed.push(['change', judge('0'), change]);
  if (other.unit === value.unit) {
    const known = value.value !== null && other.value !== null;
    const gap = known && pickWord(findSide(value.value!, other.value!), ['低于', '持平', '高于']);
    printed.push(['gap', judge(other.name), gap || '—']);
  }
  const { interval } = value;
  const side = interval && (interval.low > 0 ? '全部高于' : interval.high < 0 ? '全部低于' : '含有');
  printed.push(['interval', computeIntervalVerdict(value, '0', values, 'zh')?.text, side ?? '—']);
  printed.push(['conclusion', conclude(value), tellOutcome(value, judged)]);
  return printed;
}

/** Nothing where no direction is good, and nothing of other days. Spaces are left out. */
function tellOutcome({ name, text, target, direction }: BookValue, outcome: string): string {
  if (outcome === '—' || direction === 'none') return '';
  return `${name}为${text}，${outcome}目标${target!.text}。`.replaceAll(' ', '');
}

/** Each value is held as drawn, and again with its number changed. */
export function tryVerdicts(rounds: number, seed: number) {
  const wrong: string[] = [];
  const words = new Map<string, number>();
  let flipped = 0;
  for (let round = 0; round < rounds; round++) {
    const chance = seedChance(seed + 7919 * round);
    const [value, other] = [drawBookValue(chance, '甲值'), drawBookValue(chance, '乙值')];
    const number = chance.pick([0, other.value, value.target?.value ?? 1, -3, (value.value ?? 5) * 3 + 7]);
    const after = withNumber(value, number, drawWidth(chance, number));
    const [before, then] = [listPrinted(value, other), listPrinted(after, other)];
    for (const [what, is, right] of [...before, ...then]) {
      if (is !== right) wrong.push(`round ${round}, ${what}: ${is}, not ${right}`);
      if (what !== 'conclusion') words.set(`${what} ${is}`, (words.get(`${what} ${is}`) ?? 0) + 1);
    }
    flipped += before.filter(([, is], i) => then[i]?.[1] !== is).length;
  }
  return { wrong, words, flipped };
}
