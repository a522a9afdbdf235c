import type { Period } from '../../base/calendar.ts';
import type { Place } from '../../base/place.ts';
import type { Cell, SourceTable } from '../../base/source-table.ts';
import type { Engine } from '../../data/engine.ts';
import { quoteName } from '../../data/names.ts';
import type { CourseFile } from '../../schema/course.ts';
import { type KnownTable, knownTables } from '../../schema/tables/registry.ts';

export type Row = Record<string, Cell>;

/** What a rule may look at: a report's tables, its period, and what the course asks for. */
export interface Facts {
  period: Period;
  course: CourseFile;
  /** Known tables handed in, in order of name. */
  tables: KnownTable[];
  /** Whether the table was handed in, with this column. */
  has(table: KnownTable, column?: string): boolean;
  query(sql: string): Promise<Row[]>;
  /** All rows of a small table, `row_no` from 1; columns that were not handed in are null. Dates and times of day in the report's zone. */
  rows(table: KnownTable): Promise<Row[]>;
  /** A table as SQL reads it, with `row_no` from 1. */
  numbered(table: KnownTable, alias?: string): string;
  fileOf(table: KnownTable): Place;
  /** Where a cell stands in what the team handed in. */
  placeOf(table: KnownTable, row: Cell | undefined, column: string): Place;
}

interface Given {
  engine: Engine;
  sources: readonly SourceTable[];
  period: Period;
  course: CourseFile;
}

export function factsOf({ engine, sources, period, course }: Given): Facts {
  const tableOf = (name: string) => engine.tables.find((one) => one.known && one.name === name);
  const has = (table: KnownTable, column?: string) => {
    const found = tableOf(table);
    if (!found || column === undefined) return found !== undefined;
    return found.columns.some(({ name }) => name === column);
  };
  const query = async (sql: string) => (await engine.query(sql)).rows;
  const numbered = (table: KnownTable, alias: string = table) =>
    `(select *, row_number() over () as row_no from ${quoteName(table)}) as ${quoteName(alias)}`;
  const fileOf = (table: KnownTable) => ({ file: tableOf(table)?.file ?? '' });
  return {
    period,
    course,
    tables: engine.tables
      .map(({ name }) => name)
      .filter((name): name is KnownTable => known(name) && has(name)),
    has,
    query,
    numbered,
    rows: (table) => query(`select ${selection(table, has)}, row_no from ${numbered(table)} order by row_no`),
    fileOf,
    placeOf: (table, row, column) => {
      const source = sources.find((one) => one.known && one.name === table);
      const at = source?.columns.findIndex(({ name }) => name === column) ?? -1;
      if (source?.content.kind === 'rows' && at >= 0) return source.content.placeOf(Number(row) - 1, at);
      return { ...fileOf(table), cell: `${column}!${String(row)}` };
    },
  };
}

function known(name: string): name is KnownTable {
  return Object.hasOwn(knownTables, name);
}

function selection(table: KnownTable, has: Facts['has']): string {
  const columns = Object.keys(knownTables[table].columns);
  return columns
    .map((name) => (has(table, name) ? quoteName(name) : `null as ${quoteName(name)}`))
    .join(', ');
}
