import { isRecord } from '../../base/record.ts';

/** Rows that a JSON text holds in another form than a list of objects, or not at its top. */
export interface FoundRows {
  /** Keys down to the rows; empty for the top. */
  path: string[];
  /** How the rows are written, and where the value of a column of row `row` stands below `path`. */
  form: RowsForm;
}

/**
 * records: `[{…}, {…}]` · lists: `[[…], […]]`, the names in the first · split: `{columns: […], data: [[…], […]]}` ·
 * columns: `{a: {"0": …}}` · arrays: `{a: […], b: […]}` · index: `{"0": {a: …}}`
 */
export type RowsForm =
  | { kind: 'records' }
  | { kind: 'lists' }
  | { kind: 'split'; names: string; rows: string; left: string[] }
  | { kind: 'columns' }
  | { kind: 'arrays' }
  | { kind: 'index' };

const nameKeys = ['columns', 'header', 'headers', 'fields'];
const rowKeys = ['data', 'rows', 'values', 'items'];
/** Keys that rows are looked for below. */
const maxDepth = 4;

/** The one place of a text that holds rows; several where nobody knows which is meant. */
export function findRows(data: unknown): FoundRows[] {
  const top = findForm(data, true);
  return top ? [{ path: [], form: top }] : findInside(data, []);
}

function findInside(data: unknown, path: readonly string[]): FoundRows[] {
  if (!isRecord(data) || path.length >= maxDepth) return [];
  return Object.entries(data).flatMap(([key, value]) => {
    const here = [...path, key];
    const form = findForm(value, false);
    return form ? [{ path: here, form }] : findInside(value, here);
  });
}

/** `isTop`: forms that any object could have are looked for at the top only. */
function findForm(data: unknown, isTop: boolean): RowsForm | undefined {
  if (Array.isArray(data)) return findListForm(data, isTop);
  if (!isRecord(data)) return undefined;
  const names = nameKeys.find((key) => isTextList(data[key]));
  const rows = rowKeys.find((key) => isListOfLists(data[key]));
  if (names !== undefined && rows !== undefined) {
    const left = Object.keys(data).filter((key) => key !== names && key !== rows);
    return { kind: 'split', names, rows, left };
  }
  return isTop ? findColumnForm(Object.entries(data)) : undefined;
}

function findListForm(data: readonly unknown[], isTop: boolean): RowsForm | undefined {
  if (data.length > 0 && data.every(isRecord)) return { kind: 'records' };
  return isTop && isListOfLists(data) && data.length > 1 ? { kind: 'lists' } : undefined;
}

function findColumnForm(entries: readonly [string, unknown][]): RowsForm | undefined {
  if (entries.length === 0) return undefined;
  const values = entries.map(([, value]) => value);
  if (
    values.every((value) => Array.isArray(value) && value.every(isPlain)) &&
    haveOneLength(values as unknown[][])
  )
    return { kind: 'arrays' };
  if (!values.every((value) => isRecord(value) && Object.values(value).every(isPlain))) return undefined;
  const inner = new Set((values as Record<string, unknown>[]).flatMap((value) => Object.keys(value)));
  if (inner.size === 0) return undefined;
  if ([...inner].every(isNumber)) return { kind: 'columns' };
  return entries.every(([key]) => isNumber(key)) ? { kind: 'index' } : undefined;
}

function haveOneLength(lists: readonly unknown[][]): boolean {
  return (lists[0]?.length ?? 0) > 0 && lists.every(({ length }) => length === lists[0]!.length);
}

const isNumber = (text: string) => /^\d+$/.test(text);
const isPlain = (value: unknown) => typeof value !== 'object' || value === null;

function isTextList(value: unknown): value is string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string');
}

function isListOfLists(value: unknown): value is unknown[][] {
  return (
    Array.isArray(value) && value.length > 0 && value.every((row) => Array.isArray(row) && row.every(isPlain))
  );
}
