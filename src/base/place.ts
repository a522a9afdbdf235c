/** Where something stands in what an author wrote. Lines and columns count from 1. */
export interface Place {
  /** Path from the course root, with `/` on every system: `content/reports/growth-lab/01-background.mdx`. */
  file: string;
  line?: number;
  column?: number;
  /** Cell of a workbook, sheet included: `SEM!C17`; in a file that the engine reads, column and data row from 1: `cost!17`. */
  cell?: string;
}

/** `file:line:column`, `推广.xlsx!SEM!C17`, or the file alone. */
export function formatPlace(place: Place): string {
  if (place.cell) return `${place.file}!${place.cell}`;
  if (place.line === undefined) return place.file;
  return place.column === undefined
    ? `${place.file}:${place.line}`
    : `${place.file}:${place.line}:${place.column}`;
}

/** Order of two places: by file, then by line and column. */
export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
