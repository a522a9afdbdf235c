/**
 * What the texts of a large table may have to be told for, as the engine sees it: more than is told, never less. It is asked
 * for columns only in which the scan of the file has seen enough of their first signs (`source/csv/text-cells.ts`).
 */
import type { DuckDBConnection } from '@duckdb/node-api';
import { quoteSqlName } from '../base/quoting.ts';
import type { SourceTable } from '../base/source-table.ts';
import { shortMonthNames } from '../words/month-names.ts';

type TextRange = readonly [from: string, below: string];

/** First signs of numbers and days: digits, signs, currencies. */
const numericRanges: readonly TextRange[] = [
  ['', '@'],
  ['\u0080', '\u0100'],
  ['\u2000', '\u3000'],
  ['\ufe00', '\u{10ffff}'],
];
/** Names with which a day may begin. */
const timeNames = [...shortMonthNames, 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const timeRanges = timeNames.map((name): TextRange => [name, `${name}{`]);
/** First signs of words for “nothing”: `NULL`, `nan`, `\N`, 无, 暂无. */
const nothingRanges = ['N', 'n', '\\', '无', '暂'].map((sign): TextRange => [sign, `${sign}\u{10ffff}`]);

const isWithin = (cell: string, ranges: readonly TextRange[]) =>
  `(${ranges.map(([from, below]) => `${cell} >= '${from}' and ${cell} < '${below}'`).join(' or ')})`;

/** SQL conditions of a text that may be a number or a day, and of one that may stand for “nothing”. */
export function buildLikenesses(cell: string): [alike: string, nothing: string] {
  return [isWithin(cell, [...numericRanges, ...timeRanges]), isWithin(cell, nothingRanges)];
}

/** Whether a closer look might find that most texts of a column are numbers or days. */
export async function findsLikeness(
  connection: DuckDBConnection,
  table: Pick<SourceTable, 'name'>,
  columns: readonly string[],
): Promise<boolean> {
  if (columns.length === 0) return false;
  const counts = columns.map((cell) => {
    const [alike, nothing] = buildLikenesses(cell);
    const other = `not (${alike} or ${nothing})`;
    return `count(*) filter (where ${alike}) > count(*) filter (where ${other})`;
  });
  const found = await connection.runAndReadAll(
    `select ${counts.join(' or ')} from ${quoteSqlName(table.name)}`,
  );
  return found.value(0, 0) === true;
}
