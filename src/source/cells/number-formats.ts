/**
 * Every way in which a number may be written: a row is a form with examples, which are its tests. What no row reads
 * is refused, never guessed.
 */

/** What `12.5%` is in a column: 0.125, or 12.5 where the column counts in %. */
type PercentMeaning = 'fraction' | 'figure';

export interface NumberStyle {
  /** Unit of the column: `300 次` is 300 in a column of 次. */
  unit?: string;
  /** Without it a percentage is refused: it could be either. */
  percent?: PercentMeaning;
}

interface NumberFormat {
  name: string;
  examples: readonly (readonly [text: string, value: number, unit?: string])[];
  /** Takes the sign of the form off; the rest is read by the forms above. */
  peel: (text: string, style: NumberStyle) => { rest: string; power: number } | undefined;
}

const plain = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
/** `5W` is a lamp. */
const powers: Readonly<Record<string, number>> = { 千: 3, 万: 4, w: 4, 百万: 6, 千万: 7, 亿: 8, 万亿: 12 };

/** From the inside out: a number is read by the first row, or is one of the later rows around it. */
export const numberFormats: readonly NumberFormat[] = [
  {
    name: 'plain digits',
    examples: [
      ['-1.5e3', -1500],
      ['１２３４', 1234],
      ['－３．５', -3.5],
      ['−7', -7],
    ],
    peel: (text) => (plain.test(text) ? { rest: text, power: 0 } : undefined),
  },
  {
    name: 'groups of three',
    examples: [
      ['1,234', 1234],
      ['-1,234,567.50', -1234567.5],
      ['１，２３４', 1234],
    ],
    peel: (text) =>
      /^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text) ? { rest: text.replaceAll(',', ''), power: 0 } : undefined,
  },
  {
    name: 'ten thousands',
    examples: [
      ['1.2万', 12000],
      ['3亿', 300000000],
      ['1,200 万', 12000000],
      ['0.07万', 700],
      ['1.2w', 12000],
      ['8千', 8000],
    ],
    peel: (text) => {
      const [, rest, word] = /^(.*\d\.?)\s*(百万|千万|万亿|千|万|w|亿)$/.exec(text) ?? [];
      return rest && word && !/[eE]/.test(rest) ? { rest, power: powers[word] ?? 0 } : undefined;
    },
  },
  {
    name: 'percentages',
    examples: [
      ['12.5%', 0.125],
      ['7％', 0.07],
      ['-0.3 %', -0.003],
    ],
    peel: (text, { percent }) => {
      const [, rest] = /^(.*\d\.?)\s*%$/.exec(text) ?? [];
      return rest && percent && !/[eE]/.test(rest)
        ? { rest, power: percent === 'fraction' ? -2 : 0 }
        : undefined;
    },
  },
  {
    name: 'yuan',
    examples: [
      ['¥1,200.00', 1200],
      ['￥8.5', 8.5],
      ['-¥3', -3],
      ['¥-3', -3],
      ['8.5 元', 8.5],
      ['1.2万元', 12000],
    ],
    peel: (text, { unit = '元' }) => {
      if (unit !== '元' && unit !== '') return undefined;
      const [, minus, rest] = /^(-?)¥\s*(.+)$/.exec(text) ?? [];
      if (rest && !(minus && rest.startsWith('-'))) return { rest: `${minus}${rest}`, power: 0 };
      const [, before] = /^(.*[\d.万亿])\s*元$/.exec(text) ?? [];
      return before && !before.includes('¥') ? { rest: before, power: 0 } : undefined;
    },
  },
  {
    name: 'unit of column',
    examples: [
      ['300 次', 300, '次'],
      ['1,200人', 1200, '人'],
    ],
    peel: (text, { unit }) =>
      unit && unit !== '元' && unit !== '%' && text.endsWith(unit)
        ? { rest: text.slice(0, -unit.length).trimEnd(), power: 0 }
        : undefined,
  },
];

/** Marks that stand for “no number”. A cell of text keeps them. */
const missingMarks = new Set(['—', '–', '-', '--', '——', '－', '−']);

/** Whether a cell of numbers, days or instants is empty by what it says. */
export function isMissingMark(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code > 0x2d && code < 0x80) return false;
  const bare = text.trim();
  return bare === '' || missingMarks.has(bare);
}

/** No sign to change: most cells. */
const halfWidthOnly = /^[!-~]+(?: [!-~]+)*$/;

/** Full-width signs as the narrow ones that a keyboard has, without signs of no width; other letters stay (`①` is no 1). */
export function toHalfWidth(text: string): string {
  if (halfWidthOnly.test(text)) return text;
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[\u3000\u00a0\u202f]/g, ' ')
    .replace(/[\u200b\u2060\ufeff]/g, '')
    .replace(/￥/g, '¥')
    .replace(/−/g, '-')
    .trim();
}

const plainNumber = /^-?\d+(?:\.\d+)?$/;

/** The number that a text writes; undefined when it writes none. The digits are moved, not multiplied: `12.5%` is 0.125. */
export function parseNumber(text: string, style: NumberStyle = { percent: 'fraction' }): number | undefined {
  if (plainNumber.test(text)) return Number(text);
  let rest = toHalfWidth(text);
  let power = 0;
  for (const form of numberFormats.toReversed()) {
    const peeled = form.peel(rest, style);
    if (!peeled) continue;
    rest = peeled.rest.trim();
    power += peeled.power;
  }
  if (!plain.test(rest)) return undefined;
  return power === 0 ? Number(rest) : Number(`${rest}e${power}`);
}
