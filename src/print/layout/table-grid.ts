import type { Align } from '../../base/chapter-tree.ts';
import { isEmoji, splitGraphemes } from '../../base/graphemes.ts';
import { normaliseSpaces } from '../normalise-spaces.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, quoteString, renderArray, renderCall, renderNamed } from '../typst-code.ts';

/** Text width of an upright and of a turned A4 page, in points. */
const widths = { upright: 439, turned: 686 };

/** A table laid out: which letters, which columns, and whether the page has to be turned. */
interface TableLayout {
  size: number;
  columns: Code[];
  /** Share of the text width. */
  width: Code;
  turned: boolean;
}

/** One column as measured: widths in em. */
interface ColumnMeasure {
  /** The longest cell on one line. */
  whole: number;
  /** The longest cell below the head. */
  body: number;
  /** The longest piece that should not be broken. */
  piece: number;
}

const allSizes = [10.5, 9, 7.5];
/** Left and right inset of a cell, in points. */
const inset = 10;
/** Lines of a cell beyond which columns are not narrowed further. */
const mostLines = 20;
/** Em of a cell that is better not broken. */
const shortCell = 8;

/** Width in em: a Chinese character is 1, an emoji 1.2, any other about 0.6. */
export function measureEms(value: string): number {
  let width = 0;
  for (const character of splitGraphemes(value))
    width += /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u.test(character)
      ? 1
      : isEmoji(character)
        ? 1.2
        : 0.6;
  return width;
}

function measureColumn(cells: string[]): ColumnMeasure {
  const whole = Math.max(...cells.map(measureEms), 1);
  const pieces = cells.flatMap((cell) => cell.split(/\s+|(?<=[\p{Script=Han}，。；、])/u));
  const body = Math.max(...cells.slice(1).map(measureEms), 1);
  return { whole, body, piece: Math.min(whole, Math.max(...pieces.map(measureEms), Math.min(whole, 5))) };
}

/** Chooses letters and columns so that nothing runs out of the page; `columns` hold head and cells. */
export function layoutColumns(columns: string[][], largest = 10.5): TableLayout {
  const sizes = allSizes.filter((size) => size <= largest);
  const measures = columns.map(measureColumn);
  const sumWidths = (key: keyof ColumnMeasure, size: number): number =>
    measures.reduce((sum, one) => sum + one[key] * size + inset, 0);
  for (const size of sizes.slice(0, 2)) {
    const whole = sumWidths('whole', size);
    if (whole <= widths.upright) {
      const share = whole < widths.upright * 0.45 ? '66%' : '100%';
      return {
        size,
        columns: measures.map((one) => `${formatFixed(one.whole * size + inset)}fr`),
        width: share,
        turned: false,
      };
    }
  }
  for (const turned of [false, true])
    for (const size of sizes.slice(turned ? 0 : -2)) {
      const room = turned ? widths.turned : widths.upright;
      if (sumWidths('piece', size) <= room)
        return { size, columns: squeezeColumns(measures, size, room), width: '100%', turned };
    }
  return { size: 7.5, columns: squeezeColumns(measures, 7.5, widths.turned), width: '100%', turned: true };
}

/**
 * Every column as wide as its longest cell broken into the same number of lines, the fewest that fit. Names and
 * other short cells below the head stay whole where that costs the others few lines.
 */
function squeezeColumns(measures: ColumnMeasure[], size: number, room: number): Code[] {
  const kept = measures.map((one) =>
    one.body <= shortCell ? { ...one, piece: Math.max(one.piece, one.body) } : one,
  );
  const computeWidths = (of: ColumnMeasure[], lines: number): number[] =>
    of.map(({ whole, piece }) => Math.max(piece, whole / lines) * size + inset);
  const findFewestLines = (of: ColumnMeasure[]): number | undefined =>
    Array.from({ length: mostLines * 4 }, (_, step) => 1 + step / 4).find(
      (lines) => computeWidths(of, lines).reduce((sum, one) => sum + one, 0) <= room,
    );
  const lines = findFewestLines(measures) ?? mostLines;
  const whole = findFewestLines(kept) ?? Number.POSITIVE_INFINITY;
  const widths = whole <= lines + 1 ? computeWidths(kept, whole) : computeWidths(measures, lines);
  return widths.map((one) => `${formatFixed(one)}fr`);
}

const formatFixed = (value: number): string => value.toFixed(2);

interface Grid {
  /** Plain texts of each column, head first, for measuring. */
  measured: string[][];
  align: Align[];
  head: Code[];
  rows: Code[][];
  /** Largest letters allowed, in points, for a table set close; 10.5 and open when not given. */
  largest?: number;
  /** Head line of the following pages, and the label of the table's first. */
  continued?: { text: Code; at: string };
}

/** Rows from which on a table is broken over pages: a numbered one, which can go to the next page, and a plain one. */
export const longTable = { numbered: 26, plain: 12 };

/** A 三线表 in Typst, and whether it wants a page of its own, turned. */
export function renderGrid(grid: Grid): { code: Code; turned: boolean } {
  const { size, columns, width, turned } = layoutColumns(grid.measured, grid.largest);
  const code = renderCall(
    'ruled',
    renderArray(columns),
    renderArray(grid.align.map((align) => align ?? 'left')),
    renderArray(grid.head),
    renderArray(grid.rows.map(renderArray)),
    renderNamed('width', width),
    renderNamed('size', `${size}pt`),
    renderNamed('pad', grid.largest && '.3em'),
    renderNamed('continued', grid.continued?.text),
    renderNamed('at', grid.continued && quoteString(grid.continued.at)),
  );
  return { code, turned };
}

/** Lets a long Latin token (a path, an identifier) break after its marks; for cells only. */
export function allowBreaks(value: string): string {
  return value.replace(/[\x21-\x7e]{12,}/g, (token) => token.replace(/(?<=[_/.\-=&?,)\]])(?=\w)/g, '\u200b'));
}

export const renderCell = (context: PrintContext, value: string): Code =>
  context.quoteText(allowBreaks(normaliseSpaces(value)));

/** A table of an appendix: without number or caption. */
export function renderPlainTable(
  context: PrintContext,
  heads: string[],
  rows: string[][],
  align: ('left' | 'right')[],
): Code {
  const { code, turned } = renderGrid({
    measured: heads.map((head, i) => [head, ...rows.map((row) => row[i]!)]),
    align,
    largest: 9,
    head: heads.map((head) => quoteString(head)),
    rows: rows.map((row) => row.map((value) => renderCell(context, value))),
  });
  return renderCall(
    turned ? 'sideways' : 'plain-table',
    code,
    renderNamed('long', rows.length >= longTable.plain),
  );
}
