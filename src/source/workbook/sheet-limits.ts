import { type Range, utils } from '@e965/xlsx';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';

/** As many as Excel has. */
const mostRows = 1_048_576;
const mostColumns = 16_384;
/** Cells between the first and the last that hold anything. */
const mostCells = 20_000_000;

/** A sheet that says it is larger than a sheet can be. */
export class SheetLimitError extends Error {
  readonly at: (place: Place) => Problem;

  constructor(found: string) {
    super(found);
    this.at = (place) => createProblem('sheet-too-large', place, { found });
  }
}

/**
 * Looks at the numbers of rows and columns in a part of a workbook before the library does, which makes lists as long as it
 * is told: one line about four billion columns ends the program. Signs of two bytes are read like those of one.
 */
export function checkSheetPart(content: Buffer): void {
  const text = content.toString('latin1').replaceAll('\0', '');
  for (const [tag, name] of text.matchAll(/<(?:\w+:)?(row|c|col|mergeCell|dimension)\b[^>]*/gi)) {
    const isColumn = name!.toLowerCase() === 'col';
    for (const [, key, value] of tag.matchAll(/\b(r|ref|min|max)\s*=\s*["']?([^"'\s]*)/gi)) {
      const isRefused = /^(?:min|max)$/i.test(key!)
        ? isColumn && Number.parseInt(value!, 10) > mostColumns
        : hasRefBeyond(value!);
      if (isRefused) throw new SheetLimitError(value!.slice(0, 40));
    }
  }
}

/** `A1`, `A1:XFD1048576`, or a number of a row. */
function hasRefBeyond(ref: string): boolean {
  return [...ref.matchAll(/([A-Za-z]*)\$?(\d*)/g)].some(
    ([, letters = '', digits = '']) =>
      letters.length > 3 ||
      utils.decode_col(letters.toUpperCase() || 'A') >= mostColumns ||
      Number(digits) > mostRows,
  );
}

/** Throws where so many cells would be gone through, most of them empty. */
export function assertSheetSize(rows: number, width: number): void {
  if (rows * width > mostCells) throw new SheetLimitError(`${rows} × ${width}`);
}

/** Merged cells overlap in no sound file, so that together they are no more than the sheet. */
export function assertMergedSize(merges: readonly Range[]): void {
  const cells = merges.reduce((sum, { s, e }) => sum + (e.r - s.r + 1) * (e.c - s.c + 1), 0);
  if (cells > mostCells) throw new SheetLimitError(`${cells}`);
}
