import { parseDate } from '../cells/date-formats.ts';
import { isMissingMark, parseNumber } from '../cells/number-formats.ts';

/** Where several separators would do, the first. `，` of a Chinese keyboard and blanks come after all others. */
const separators = [',', ';', '\t', '|'] as const;

/** Signs and lines that are looked at: the names may stand below many lines of notes. */
const [searchedSigns, searchedLines] = [100_000, 1000];

interface CountedSeparator {
  separator: string;
  /** Cells of the first line. */
  first: number;
  /** Cells of the lines that have most cells together. */
  usual: number;
  /** How much of the text it explains. */
  score: number;
  /** Lines below the first that it cuts alike. */
  below: number;
}

/**
 * The separator of a text, outside quotes. Where the first line has as many cells as most lines, it is the one that
 * makes most cells of it; where titles stand above the names, the one by which most lines are cut alike.
 */
export function detectSeparator(text: string): string {
  const lines = listLines(text);
  const counted = separators.map((separator) => countCells(lines, separator));
  const most = Math.max(...counted.map(({ below }) => below));
  const plain = counted.filter(({ first, usual, below }) => first > 1 && first === usual && below === most);
  if (plain.length > 0)
    return plain.reduce((best, next) => (next.first > best.first ? next : best)).separator;
  const below = counted
    .filter(
      ({ separator, first, usual, score }) =>
        score > 0 && (first > 1 || /[,\t]/.test(separator) || hasValues(lines, separator, usual)),
    )
    .toSorted((a, b) => b.score - a.score || b.below - a.below);
  if (below[0]) return below[0].separator;
  if (lines[0]?.includes('，')) return '，';
  return isCutByBlanks(lines) ? ' ' : ',';
}

/** Lines with any sign, without what stands in quotes. */
function listLines(text: string): string[] {
  const part = text.slice(0, searchedSigns).replace(/"(?:[^"]|"")*"/g, '""');
  const lines = part.split(/\r\n|\n|\r/);
  // The last may be cut.
  if (text.length > searchedSigns && lines.length > 1) lines.pop();
  return lines.filter((line) => line.trim() !== '').slice(0, searchedLines);
}

function countCells(lines: readonly string[], separator: string): CountedSeparator {
  const widths = lines.map((line) => line.split(separator).length);
  const counts = countEach(widths);
  const [usual, times] = [...counts].reduce(
    (best, next) => (next[0] * next[1] > best[0] * best[1] ? next : best),
    [0, 0],
  );
  const below = Math.max(0, ...countEach(widths.slice(1).filter((width) => width > 1)).values());
  return { separator, first: widths[0] ?? 0, usual, score: (usual - 1) * times, below };
}

function countEach(widths: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1);
  return counts;
}

/** Whether lines cut alike hold a number or a day: a list of words within a cell is no table. */
function hasValues(lines: readonly string[], separator: string, usual: number): boolean {
  const rows = lines.map((line) => line.split(separator)).filter((row) => row.length === usual);
  return rows.length > 1 && rows.slice(1).every((row) => row.some(isValue));
}

function isValue(cell: string): boolean {
  const text = cell.trim();
  return (
    text !== '' &&
    !isMissingMark(text) &&
    // Also with a decimal comma.
    (/^-?\d+,\d+$/.test(text) || parseNumber(text) !== undefined || parseDate(text, 'mdy') !== undefined)
  );
}

/** Whether every line is cut into the same three or more columns by blanks, one of which has a name and else numbers or days. */
function isCutByBlanks(lines: readonly string[]): boolean {
  const [names = [], ...rows] = lines.map((line) => line.trim().split(/ +/));
  if (names.length < 3 || rows.length < 2 || rows.some((row) => row.length !== names.length)) return false;
  return names.some((name, column) => !isValue(name) && rows.every((row) => isValue(row[column] ?? '')));
}
