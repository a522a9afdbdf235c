import type { Place } from '../../base/place.ts';
import { isRecord } from '../../base/record.ts';
import type { FoundRows } from './find-rows.ts';
import type { SourceRecord } from './records-table.ts';

type FindPlace = (...path: (string | number)[]) => Place;

/** The rows of a text as records, whatever form they have. `placeIn`: of values three keys below the path. */
export function toRecords(data: unknown, { path, form }: FoundRows, placeIn: FindPlace): SourceRecord[] {
  const value = path.reduce<unknown>((inner, key) => (isRecord(inner) ? inner[key] : undefined), data);
  const at: FindPlace = (...rest) => placeIn(...path, ...rest);
  switch (form.kind) {
    case 'records':
      return (value as Record<string, unknown>[]).map((fields, row) =>
        createRecord(fields, at, (key) => [row, key]),
      );
    case 'index':
      return Object.entries(value as Record<string, Record<string, unknown>>).map(([row, fields]) =>
        createRecord(fields, at, (key) => [row, key]),
      );
    case 'lists': {
      const [names = [], ...rows] = value as unknown[][];
      return listRecords(names.map(String), rows, at, (row, column) => [row + 1, column]);
    }
    case 'split': {
      const { [form.names]: names, [form.rows]: rows } = value as Record<string, unknown[]>;
      return listRecords(names as string[], rows as unknown[][], at, (row, column) => [
        form.rows,
        row,
        column,
      ]);
    }
    case 'arrays':
    case 'columns':
      return turnColumns(value as Record<string, Record<string, unknown>>, at);
  }
}

function createRecord(
  fields: Record<string, unknown>,
  placeIn: FindPlace,
  getPath: (key: string) => (string | number)[],
): SourceRecord {
  return { fields, place: () => placeIn(getPath('')[0]!), getPlace: (key) => placeIn(...getPath(key)) };
}

/** Rows without names of their own; a cell too many is kept under its number, one too few is empty. */
function listRecords(
  names: readonly string[],
  rows: readonly unknown[][],
  placeIn: FindPlace,
  getPath: (row: number, column: number) => (string | number)[],
): SourceRecord[] {
  return rows.map((cells, row) => {
    const keys = cells.map((_, column) => names[column] ?? `c${column + 1}`);
    const fields = Object.fromEntries(keys.map((key, column) => [key, cells[column]]));
    const place = (column: number) => placeIn(...getPath(row, column));
    return { fields, place: () => place(0), getPlace: (key) => place(Math.max(0, keys.indexOf(key))) };
  });
}

/** Columns, each with its values by number, as rows. */
function turnColumns(columns: Record<string, Record<string, unknown>>, placeIn: FindPlace): SourceRecord[] {
  const names = Object.keys(columns);
  const numbers = new Set(names.flatMap((name) => Object.keys(columns[name]!)));
  return [...numbers].map((number) => {
    const fields = Object.fromEntries(names.map((name) => [name, columns[name]![number] ?? null]));
    const key = (name: string) => (Array.isArray(columns[name]) ? Number(number) : number);
    const place = (name: string) => placeIn(name, key(name));
    return { fields, place: () => place(names[0] ?? ''), getPlace: place };
  });
}
