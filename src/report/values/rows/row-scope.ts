/** What names in an entry may mean: columns of its table, columns of other tables, steps of its time. */
import type { Language } from '../../../base/language.ts';
import { listNames, suggestNames } from '../../../base/names/suggest-names.ts';
import type { Place } from '../../../base/place.ts';
import { blankSqlTexts, quoteSqlName } from '../../../base/quoting.ts';
import type { SourceColumn } from '../../../base/source-table.ts';
import type { Engine, EngineTable } from '../../../data/engine.ts';
import { createProblem } from '../../../problems/catalog.ts';
import { type Phase, ValueError } from '../computed-value.ts';

/** A table whose columns an entry names: under the name written, each column as written. */
export interface JoinedColumns {
  table: EngineTable;
  columns: Map<string, SourceColumn>;
  /** Where it is named first. */
  place: Place;
}

export interface RowScope {
  table: EngineTable;
  engine: Engine;
  language: Language;
  phases: readonly Phase[];
  /** The table's time as SQL, and its day as a DATE, once they are known. */
  time?: string | undefined;
  day?: string | undefined;
  /** Other tables whose columns are read, by the name written. */
  joined: Map<string, JoinedColumns>;
}

/** The column of this name, in whatever case it was written, by its header or its label. */
export function findColumn(table: EngineTable, name: string): SourceColumn | undefined {
  return (
    table.columns.find((column) => column.name === name) ??
    table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ??
    table.columns.find((column) => column.header === name || column.label === name)
  );
}

/** `users.channel`: the column of another table, which is then read with every row. Undefined where it is none. */
export function findJoinedColumn(
  text: string,
  scope: RowScope,
  place: Place,
): { sql: string; column: SourceColumn } | undefined {
  const match = new RegExp(`^${tableNamePattern}\\s*\\.\\s*${tableNamePattern}$`, 'u').exec(text);
  if (!match) return undefined;
  const [, written = '', name = ''] = match;
  const owner = scope.engine.table(unquote(written));
  if (!owner) return undefined;
  const column = requireColumn(owner, unquote(name), place);
  if (owner.name === scope.table.name) return { sql: quoteSqlName(column.name), column };
  joinColumn(scope, { written: unquote(written), table: owner, name: unquote(name), column, place });
  return { sql: `${quoteSqlName(unquote(written))}.${quoteSqlName(unquote(name))}`, column };
}

/** A name in SQL, in quotes or not. */
export const namePattern = `("[^"]+"|[\\p{L}_][\\p{L}\\p{N}_]*)`;

/** Where a name stands for itself, tables may be called `online-retail`. */
const tableNamePattern = namePattern.replace('_]*', '_-]*');

/** Whether a text is a name and nothing else. */
export const isPlainName = (text: string): boolean => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(text.trim());

/** Sees to the columns of other tables in a piece of SQL, but for those that it selects from itself. */
export function joinNamedColumns(sql: string, scope: RowScope, place: Place): void {
  const bare = blankSqlTexts(sql);
  for (const [, written = '', name = ''] of bare.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}_."])${namePattern}\\s*\\.\\s*${namePattern}(?!\\s*\\()`, 'gu'),
  )) {
    const owner = scope.engine.table(unquote(written));
    if (!owner) assertAlias(unquote(written), bare, scope, place);
    if (!owner || owner.name === scope.table.name || selectsFrom(bare, unquote(written))) continue;
    const column = requireColumn(owner, unquote(name), place);
    joinColumn(scope, { written: unquote(written), table: owner, name: unquote(name), column, place });
  }
}

const unquote = (name: string): string => name.replace(/^"|"$/g, '');

function selectsFrom(sql: string, name: string): boolean {
  const named = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`\\b(from|join)\\s+"?${named}"?`, 'i').test(sql);
}

function requireColumn(table: EngineTable, name: string, place: Place): SourceColumn {
  const column = findColumn(table, name);
  if (column) return column;
  throw new ValueError(createUnknownColumnProblem(name, table, place));
}

/** What stands before a dot is a table, but for aliases of a query within, and columns that hold parts. */
function assertAlias(name: string, sql: string, { table, engine }: RowScope, place: Place): void {
  if (/\bselect\b/i.test(sql) || findColumn(table, name)) return;
  throw new ValueError(createUnknownTableProblem(name, engine, place));
}

export function createUnknownTableProblem(name: string, { tables }: Engine, place: Place) {
  const all = tables.map((one) => one.name);
  return createProblem('unknown-table', place, { name, ...suggestNames(name, all) });
}

interface NamedColumn {
  /** The table as written. */
  written: string;
  table: EngineTable;
  /** The column as written. */
  name: string;
  column: SourceColumn;
  place: Place;
}

function joinColumn({ joined }: RowScope, { written, table, name, column, place }: NamedColumn): void {
  const known = joined.get(written) ?? { table, columns: new Map(), place };
  known.columns.set(name, column);
  joined.set(written, known);
}

/** `scope`: where given, columns of this name in other tables are offered, too. */
export function createUnknownColumnProblem(
  name: string,
  table: EngineTable,
  place: Place,
  { scope, steps = [] }: { scope?: RowScope; steps?: readonly string[] } = {},
) {
  const columns = table.columns.map((column) => column.name);
  const elsewhere = (scope?.engine.tables ?? [])
    .filter((other) => other.name !== table.name && findColumn(other, name))
    .map((other) => `${other.name}.${name}`);
  const { near } = suggestNames(name, [...columns, ...steps]);
  const found = near ?? (elsewhere.length > 0 ? elsewhere.slice(0, 3).join('、') : undefined);
  return createProblem('unknown-column', place, {
    name,
    near: found,
    all: listNames(near ?? name, columns),
    table: table.name,
  });
}

/** The day of a moment in the report's zone; `day_of` is the engine's own, faster than a cast. */
export function buildDaySql(sql: string, table: EngineTable): string {
  const column = table.columns.find(({ name }) => quoteSqlName(name) === sql);
  return column?.type === 'timestamp' ? `day_of(${sql})` : `CAST(${sql} AS DATE)`;
}
