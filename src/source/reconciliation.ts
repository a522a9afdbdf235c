import type { Bilingual } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell, SourceColumn, SourceTable } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { knownTables } from '../schema/tables/registry.ts';
import type { SheetNotes } from '../schema/tables-file.ts';
import type { Notes } from './notes.ts';

const own: Bilingual = {
  zh: '表里已有这一列，以表为准',
  en: 'the table has a column for it, which counts',
};
const large: Bilingual = {
  zh: '文件太大，请在表里写这一列',
  en: 'the file is too large; give the table a column for it',
};

type Key = 'reference' | 'tolerance';

/**
 * The table recon with the source of reference and the tolerance that tables.yaml declares, as the columns
 * `reference` and `tolerance` that it could have had itself.
 */
export function withReconciliation(
  notes: Notes,
  path: readonly string[],
  of: SheetNotes,
  table: SourceTable,
): { table: SourceTable; problems: Problem[] } {
  if (!table.known || table.name !== 'recon') return { table, problems: [] };
  const problems: Problem[] = [];
  const vain = (key: Key, why: Bilingual) => {
    const place = notes.yaml?.placeOfKey([...path, key]) ?? { file: table.file };
    problems.push(problem('notes-without-effect', place, { key, why }));
  };
  let result = table;
  for (const key of ['reference', 'tolerance'] as const) {
    const said = of[key];
    if (said === undefined) continue;
    if (result.content.kind !== 'rows') vain(key, large);
    else if (result.columns.some(({ name }) => name === key)) vain(key, own);
    else {
      problems.push(...strangers(notes, [...path, key], said, result, key));
      result = withColumn(result, key, said);
    }
  }
  return { table: result, problems };
}

function withColumn(table: SourceTable, key: Key, said: NonNullable<SheetNotes[Key]>): SourceTable {
  if (table.content.kind !== 'rows') return table;
  const { rows, placeOf } = table.content;
  const metric = textOf(table, 'metric');
  const source = textOf(table, 'source');
  const cell = (row: Cell[]): Cell => {
    if (key === 'reference')
      return (typeof said === 'string' ? said : byName(said, metric(row))) === source(row);
    return typeof said === 'number' ? said : byName(said, source(row));
  };
  const width = table.columns.length;
  return {
    ...table,
    columns: [...table.columns, columnOf(key)],
    content: {
      kind: 'rows',
      rows: rows.map((row) => [...row, cell(row)]),
      // What tables.yaml says has no cell: the row begins where it begins.
      placeOf: (row, column) => placeOf(row, column < width ? column : 0),
    },
  };
}

function byName(said: NonNullable<SheetNotes[Key]>, name: string): Cell {
  return typeof said === 'object' && Object.hasOwn(said, name) ? said[name]! : null;
}

function textOf({ columns }: SourceTable, name: string): (row: readonly Cell[]) => string {
  const at = columns.findIndex((column) => column.name === name);
  return (row) => String(row[at] ?? '');
}

function columnOf(name: Key): SourceColumn {
  const { type, unit, label, description } = knownTables.recon.columns[name]!;
  return { header: name, name, type, unit, label: label.zh, description: description.zh };
}

/** Sources and metrics that are named but not in the table. */
function strangers(
  notes: Notes,
  path: readonly string[],
  said: NonNullable<SheetNotes[Key]>,
  table: SourceTable,
  key: Key,
): Problem[] {
  if (table.content.kind !== 'rows') return [];
  const { rows } = table.content;
  const listed = (name: string) => [...new Set(rows.map(textOf(table, name)))];
  const tell = (name: string, all: readonly string[], at: readonly string[], ofKey: boolean) => {
    if (all.includes(name)) return [];
    const place = (ofKey ? notes.yaml?.placeOfKey(at) : notes.yaml?.placeOf(at)) ?? { file: table.file };
    return [problem('unknown-recon-name', place, { name, near: nearest(name, all), all: all.join('、') })];
  };
  if (typeof said === 'number') return [];
  if (typeof said === 'string') return tell(said, listed('source'), path, false);
  const keys = listed(key === 'reference' ? 'metric' : 'source');
  return Object.entries(said).flatMap(([name, value]) => [
    ...tell(name, keys, [...path, name], true),
    ...(typeof value === 'string' ? tell(value, listed('source'), [...path, name], false) : []),
  ]);
}
