import type { Bilingual } from '../base/language.ts';
import { suggestNames } from '../base/names/suggest-names.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell, SourceColumn, SourceTable } from '../base/source-table.ts';
import { createProblem } from '../problems/catalog.ts';
import { knownTables } from '../schema/tables/known-tables.ts';
import type { SheetNotes } from '../schema/tables-file.ts';
import type { Notes } from './read-notes.ts';

const ownColumnReason: Bilingual = {
  zh: '表里已有这一列，以表为准',
  en: 'the table has a column for it, which counts',
};
const largeFileReason: Bilingual = {
  zh: '文件太大，请在表里写这一列',
  en: 'the file is too large; give the table a column for it',
};

type ReconciliationKey = 'reference' | 'tolerance';

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
  const addProblem = (key: ReconciliationKey, why: Bilingual) => {
    const place = notes.yaml?.getKeyPlace([...path, key]) ?? { file: table.file };
    problems.push(createProblem('notes-without-effect', place, { key, why }));
  };
  let result = table;
  for (const key of ['reference', 'tolerance'] as const) {
    const declared = of[key];
    if (declared === undefined) continue;
    if (result.content.kind !== 'rows') addProblem(key, largeFileReason);
    else if (result.columns.some(({ name }) => name === key)) addProblem(key, ownColumnReason);
    else {
      problems.push(...checkReconciliationNames(notes, [...path, key], declared, result, key));
      result = withColumn(result, key, declared);
    }
  }
  return { table: result, problems };
}

function withColumn(
  table: SourceTable,
  key: ReconciliationKey,
  declared: NonNullable<SheetNotes[ReconciliationKey]>,
): SourceTable {
  if (table.content.kind !== 'rows') return table;
  const { rows, getPlace } = table.content;
  const metric = createTextReader(table, 'metric');
  const source = createTextReader(table, 'source');
  const cell = (row: Cell[]): Cell => {
    if (key === 'reference')
      return (typeof declared === 'string' ? declared : findDeclared(declared, metric(row))) === source(row);
    return typeof declared === 'number' ? declared : findDeclared(declared, source(row));
  };
  const width = table.columns.length;
  return {
    ...table,
    columns: [...table.columns, buildColumn(key)],
    content: {
      kind: 'rows',
      rows: rows.map((row) => [...row, cell(row)]),
      // What tables.yaml says has no cell: the row begins where it begins.
      getPlace: (row, column) => getPlace(row, column < width ? column : 0),
    },
  };
}

function findDeclared(declared: NonNullable<SheetNotes[ReconciliationKey]>, name: string): Cell {
  return typeof declared === 'object' && Object.hasOwn(declared, name) ? declared[name]! : null;
}

function createTextReader({ columns }: SourceTable, name: string): (row: readonly Cell[]) => string {
  const at = columns.findIndex((column) => column.name === name);
  return (row) => String(row[at] ?? '');
}

function buildColumn(name: ReconciliationKey): SourceColumn {
  const { type, unit, label, description } = knownTables.recon.columns[name]!;
  return { header: name, name, type, unit, label: label.zh, description: description.zh };
}

/** Sources and metrics that are named but not in the table. */
function checkReconciliationNames(
  notes: Notes,
  path: readonly string[],
  declared: NonNullable<SheetNotes[ReconciliationKey]>,
  table: SourceTable,
  key: ReconciliationKey,
): Problem[] {
  if (table.content.kind !== 'rows') return [];
  const { rows } = table.content;
  const listed = (name: string) => [...new Set(rows.map(createTextReader(table, name)))];
  const checkName = (name: string, all: readonly string[], at: readonly string[], ofKey: boolean) => {
    if (all.includes(name)) return [];
    const place = (ofKey ? notes.yaml?.getKeyPlace(at) : notes.yaml?.getPlace(at)) ?? { file: table.file };
    return [
      createProblem('unknown-recon-name', place, {
        name,
        ...suggestNames(name, all),
      }),
    ];
  };
  if (typeof declared === 'number') return [];
  if (typeof declared === 'string') return checkName(declared, listed('source'), path, false);
  const keys = listed(key === 'reference' ? 'metric' : 'source');
  return Object.entries(declared).flatMap(([name, value]) => [
    ...checkName(name, keys, [...path, name], true),
    ...(typeof value === 'string' ? checkName(value, listed('source'), [...path, name], false) : []),
  ]);
}
