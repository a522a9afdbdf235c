import fc from 'fast-check';
import type { Cell } from '../../base/source-table.ts';
import { encodeText } from '../encode-text.sample.ts';
import { getRows, readFiles } from '../read-files.sample.ts';

/** One form of writing: a value, and the text that stands for it. */
type Form<T> = (value: T) => string;

const groupDigits = (digits: string) => digits.replace(/\B(?=(\d{3})+$)/g, ',');
const toFullWidth = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

/** Whole numbers from 10 000 on, so that no form of them is an id (007) or a day (20260703, eight digits). */
const numbers: readonly Form<number>[] = [
  (n) => String(n),
  (n) => groupDigits(String(n)),
  (n) => toFullWidth(String(n)),
  (n) => `${n}.0`,
  (n) => `¥${groupDigits(String(n))}.00`,
  (n) => `${n} 元`,
  (n) => `${n / 10_000}万`,
];

/**
 * Days in the two orders that are not ambiguous: the year first. `7/3/2026` is left out, its order must be declared, and
 * so is `20260703`, which in a table without schema is a number.
 */
const days: readonly Form<string>[] = [
  (day) => day,
  (day) => day.replaceAll('-', '/'),
  (day) => day.replace(/-0?(\d+)-0?(\d+)/, '年$1月$2日'),
  (day) => day.replace(/-0?(\d+)-0?(\d+)/, '.$1.$2'),
  (day) => toFullWidth(day.replaceAll('-', '/')),
];

const encodings = ['utf-8', 'mark', 'gb18030', 'utf-16le', 'utf-16be'] as const;

/**
 * Everyday words of two characters and more: a text of a few rare signs could be two texts in two encodings, which only its
 * author can tell apart (the reader then asks). White space at the ends is left out: a cell of nothing else is empty.
 */
const word = fc.constantFrom(
  '公众号推广',
  '搜索广告',
  '上海,浦东',
  '短视频；直播',
  '他说"好"',
  '第一行\n第二行',
  '老客户\t复购',
  'SEM 品牌词',
);

export const table = fc.record({
  encoding: fc.constantFrom(...encodings),
  separator: fc.constantFrom(',', ';', '\t'),
  end: fc.constantFrom('\n', '\r\n'),
  number: fc.nat(numbers.length - 1),
  day: fc.nat(days.length - 1),
  rows: fc.array(
    fc.tuple(
      word,
      fc.integer({ min: 10_000, max: 9_999_999 }),
      fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
    ),
    { minLength: 2, maxLength: 12 },
  ),
});

/** What was written and what was read of it. */
export async function runRoundTrip({
  encoding,
  separator,
  end,
  number,
  day,
  rows,
}: typeof table extends fc.Arbitrary<infer T> ? T : never) {
  const written = rows.map(([text, n, date]) => ({ text, n, day: date.toISOString().slice(0, 10) }));
  const lines = [
    ['渠道', '花费金额', '统计日期'],
    ...written.map((row) => [row.text, numbers[number]!(row.n), days[day]!(row.day)]),
  ];
  const body = lines.map((cells) => cells.map((cell) => quoteCell(cell)).join(separator) + end).join('');
  const marked = encoding === 'utf-8' || encoding === 'gb18030' ? body : `\uFEFF${body}`;
  const bytes = encodeText(marked, encoding === 'mark' ? 'utf-8' : encoding);
  const { tables, told } = await readFiles({ 'a.csv': bytes });
  const expected: Cell[][] = written.map((row) => [row.text, row.n, row.day]);
  return { read: { rows: getRows(tables[0]), told }, written: { rows: expected, told: [] } };
}

function quoteCell(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
