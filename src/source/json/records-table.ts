import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { stripPadding } from '../cells/cell-padding.ts';
import type { RawTable } from '../rows/raw-table.ts';

/** A row written as key and value, in JSON or YAML. */
export interface SourceRecord {
  fields: Record<string, unknown>;
  place: () => Place;
  /** Of the value of a key; the row's own place when it lacks the key. */
  getPlace: (key: string) => Place;
}

/** Makes a table of records; columns are all keys, in the order in which they first appear. */
export function buildRecordsTable(
  file: string,
  records: readonly SourceRecord[],
  problems: Problem[],
): RawTable {
  const firstWith = new Map<string, SourceRecord>();
  for (const record of records) {
    for (const key of Object.keys(record.fields)) if (!firstWith.has(key)) firstWith.set(key, record);
  }
  const keys = [...firstWith.keys()];
  const nested: Problem[] = [];
  const rows = records.map((record) =>
    keys.map((key) => {
      const cell = toCell(record.fields[key]);
      if (cell === undefined)
        nested.push(createProblem('nested-cell', record.getPlace(key), { column: key }));
      return cell ?? null;
    }),
  );
  return {
    headers: keys.map((key) => ({ text: key, place: firstWith.get(key)?.getPlace(key) ?? { file } })),
    rows,
    getPlace: (row, column) => records[row]!.getPlace(keys[column]!),
    problems: [...problems, ...nested],
  };
}

/** A list of plain values is one text, its members separated by semicolons; undefined when it is nested. */
function toCell(value: unknown): Cell | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return stripPadding(value) || null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.join('; ') || null;
  return undefined;
}
