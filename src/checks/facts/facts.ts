import type { Period } from '../../base/calendar-days.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import { buildTrainingWeeks, type TrainingWeeks } from '../../base/registry/training-weeks.ts';
import type { Cell, SourceTable } from '../../base/source-table.ts';
import type { Engine } from '../../data/engine.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import { type KnownTable, knownTables } from '../../schema/tables/known-tables.ts';
import type { Rule } from '../contract.ts';

type Row = Readonly<Record<string, Cell>>;

/** What a rule may look at: a report's tables, its period, and what the course requires. */
export interface Facts {
  period: Period;
  /** By which weeks are called. */
  training: TrainingWeeks;
  course: CourseFile;
  /** Known tables handed in, in order of name. */
  tables: KnownTable[];
  /** Whether the table was handed in, with this column. */
  has(table: KnownTable, column?: string): boolean;
  query(sql: string): Promise<readonly Row[]>;
  /** All rows of a small table, `row_no` from 1; columns that were not handed in are null. Dates and times of day in the report's zone. */
  rows(table: KnownTable): Promise<readonly Row[]>;
  /** A table as SQL reads it, with `row_no` from 1. */
  numbered(table: KnownTable, alias?: string): string;
  getFile(table: KnownTable): Place;
  /** Where a cell stands in what the team handed in. */
  getPlace(table: KnownTable, row: Cell | undefined, column: string): Place;
}

/** Columns by table. */
type Needs = Partial<Record<KnownTable, readonly string[]>>;

/** A rule between tables. */
export interface DataRule extends Rule<Facts, Promise<Problem[]>> {
  /** What it cannot do without; it is not run on a report that lacks some of it. */
  needs: Needs;
}

interface FactsInput {
  engine: Engine;
  sources: readonly SourceTable[];
  period: Period;
  course: CourseFile;
}

export function createFacts({ engine, sources, period, course }: FactsInput): Facts {
  const findTable = (name: string) => engine.tables.find((one) => one.known && one.name === name);
  const has = (table: KnownTable, column?: string) => {
    const found = findTable(table);
    if (!found || column === undefined) return found !== undefined;
    return found.columns.some(({ name }) => name === column);
  };
  const query = async (sql: string) => (await engine.query(sql, { isOwn: true })).rows;
  const numbered = (table: KnownTable, alias: string = table) =>
    `(select *, row_number() over () as row_no from ${quoteSqlName(table)}) as ${quoteSqlName(alias)}`;
  const getFile = (table: KnownTable) => ({ file: findTable(table)?.file ?? '' });
  return {
    period,
    training: buildTrainingWeeks(course.phases, period),
    course,
    tables: engine.tables
      .map(({ name }) => name)
      .filter((name): name is KnownTable => isKnownTable(name) && has(name)),
    has,
    query,
    numbered,
    rows: (table) =>
      query(`select ${buildSelection(table, has)}, row_no from ${numbered(table)} order by row_no`),
    getFile,
    getPlace: (table, row, column) => {
      const source = sources.find((one) => one.known && one.name === table);
      const at = source?.columns.findIndex(({ name }) => name === column) ?? -1;
      if (source?.content.kind === 'rows' && at >= 0) return source.content.getPlace(Number(row) - 1, at);
      return { ...getFile(table), cell: `${column}!${String(row)}` };
    },
  };
}

function isKnownTable(name: string): name is KnownTable {
  return Object.hasOwn(knownTables, name);
}

function buildSelection(table: KnownTable, has: Facts['has']): string {
  const columns = Object.keys(knownTables[table].columns);
  return columns
    .map((name) => (has(table, name) ? quoteSqlName(name) : `null as ${quoteSqlName(name)}`))
    .join(', ');
}
