import type { Language } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { GoalRow, Rows } from '../base/series.ts';
import type { SourceColumn } from '../base/source-table.ts';
import { type Engine, QueryError, type Result } from '../data/engine.ts';
import { plainName, quoteName } from '../data/names.ts';
import type { BlockUse } from '../markdown/uses.ts';
import { problem } from '../problems/problem.ts';
import type { BookTable, BookValue } from './book.ts';
import { showRows } from './cells.ts';
import { splitNames } from './names.ts';
import { goalRows, seriesRows, valueRows } from './value-tables.ts';

export interface TableContext {
  engine: Engine;
  values: Record<string, BookValue>;
  queries: Record<string, { sql: string; result: Result }>;
  goals: GoalRow[];
  /** What the rules between tables found. */
  findings: Rows;
  /** Sources by metric, where the report has a table recon. */
  reconciliation?: Rows | undefined;
  language: Language;
}

/** A `<Table>` settled, all but its number. */
export type SettledTable = Pick<BookTable, 'data' | 'total' | 'of' | 'caption'>;

/** Rows of a `<Table>`: a table handed in, a named query, a value's series, several values, or the goals. */
export async function settleTable(
  use: BlockUse,
  context: TableContext,
): Promise<{ table?: SettledTable; problems: Problem[] }> {
  const of = use.props.of ?? '';
  const names = splitNames(of);
  const place = use.propPlaces.of ?? use.place;
  const caption = use.props.caption ?? names.join('、');
  const known = names.map((name) => context.values[name]).filter((value) => value !== undefined);
  if (known.length > 0 && known.length === names.length) {
    const withPoints = known.filter((value) => value.points.length > 0);
    const data =
      withPoints.length === known.length
        ? seriesRows(known, use.props, context.language)
        : valueRows(known, context.language);
    return { table: { data, total: data.rows.length, of: names, caption }, problems: [] };
  }
  if (of === 'goals' && !use.props.columns && context.goals.length > 0) {
    const data = goalRows(context.goals, context.language);
    return { table: { data, total: data.rows.length, of: ['goals'], caption }, problems: [] };
  }
  const source = findSource(of, context);
  const made = source ? undefined : madeRows(of, context);
  if (made) return { table: pickMade(use, made, of, caption), problems: [] };
  if (!source)
    return { problems: [unknownData(names.find((name) => !context.values[name]) ?? of, place, context)] };
  return selectRows(use, source, use.props.caption ?? source.title, context);
}

export interface Selection {
  name: string;
  title: string;
  sql: string;
  columns: SourceColumn[];
}

/** Tables that no file holds: what the rules found, and how sources agree. */
function madeRows(of: string, { findings, reconciliation }: TableContext): Rows | undefined {
  if (of === 'findings') return findings;
  return of === 'reconciliation' ? reconciliation : undefined;
}

/** Such a table, whole or the columns wanted. */
function pickMade(use: BlockUse, { columns, rows }: Rows, of: string, caption: string): SettledTable {
  const wanted = use.props.columns ? splitNames(use.props.columns) : columns.map(({ name }) => name);
  const picked = wanted
    .map((text) => columns.findIndex(({ name, label }) => name === text || label === text))
    .filter((at) => at >= 0);
  const data = {
    columns: picked.map((at) => columns[at]!),
    rows: rows.slice(0, Number(use.props.rows ?? defaultRows)).map((row) => picked.map((at) => row[at]!)),
  };
  return { data, total: rows.length, of: [of], caption };
}

/** The table or named query of this name, to select from. */
export function findSource(
  of: string,
  { engine, queries }: Pick<TableContext, 'engine' | 'queries'>,
): Selection | undefined {
  const table = engine.tables.find((one) => one.name === of || plainName(one.name) === of);
  if (table)
    return {
      name: table.name,
      title: table.title,
      sql: `SELECT * FROM ${quoteName(table.name)}`,
      columns: table.columns,
    };
  const query = queries[of];
  if (!query) return undefined;
  const columns = query.result.columns.map(({ name, type }) => ({
    name,
    type,
    header: name,
    label: name,
    unit: '',
    description: '',
  }));
  return { name: of, title: of, sql: query.sql.replace(/;\s*$/, ''), columns };
}

async function selectRows(
  use: BlockUse,
  source: Selection,
  caption: string,
  context: TableContext,
): Promise<{ table?: SettledTable; problems: Problem[] }> {
  const { columns, problems } = pickColumns(use, source.columns);
  if (problems.length > 0) return { problems };
  const { where, order } = use.props;
  const limit = Number(use.props.rows ?? defaultRows);
  const picked = columns.map((column) => quoteName(column.name)).join(', ');
  const from = `FROM (${source.sql}) AS source${where ? ` WHERE ${where}` : ''}`;
  try {
    const counted = await context.engine.query(`SELECT count(*) AS n ${from}`);
    const result = await context.engine.query(
      `SELECT ${picked} ${from}${order ? ` ORDER BY ${order}` : ''} LIMIT ${limit}`,
    );
    const total = Number(counted.rows[0]?.n ?? 0);
    const data: Rows = {
      columns: columns.map(({ name, label, unit, type }) => ({
        name,
        label: label || name,
        unit,
        align: alignOf(type),
      })),
      rows: showRows(
        result.rows.map((row) => columns.map((column) => row[column.name] ?? null)),
        columns,
        context.language,
      ),
    };
    const empty = total === 0 ? [problem('empty-table-shown', use.place, { name: source.name })] : [];
    return { table: { data, total, of: [source.name], caption }, problems: empty };
  } catch (error) {
    if (!(error instanceof QueryError)) throw error;
    const place = use.propPlaces.where ?? use.propPlaces.order ?? use.place;
    return { problems: [problem('table-query-failed', place, { message: error.message })] };
  }
}

/** A printed table of more rows is an appendix, not a table: it is cut and says so. */
const defaultRows = 50;

/** `columns="channel, cost: 花费"`: names, each with a label of its own if wanted. */
function pickColumns(use: BlockUse, known: SourceColumn[]): { columns: SourceColumn[]; problems: Problem[] } {
  if (!use.props.columns) return { columns: known.filter(({ personal }) => !personal), problems: [] };
  const problems: Problem[] = [];
  const columns = splitNames(use.props.columns).flatMap((text) => {
    const [name = '', label] = text.split(/[:：]/).map((part) => part.trim());
    const column = known.find((one) => one.name === name || one.header === name || one.label === name);
    if (column?.personal) {
      problems.push(problem('personal-column', use.propPlaces.columns ?? use.place, { name }));
      return [];
    }
    if (column) return [{ ...column, ...(label && { label }) }];
    const names = known.map((one) => one.name);
    const params = { name, near: nearest(name, names), all: names.join('、') };
    problems.push(problem('unknown-table-column', use.propPlaces.columns ?? use.place, params));
    return [];
  });
  return { columns, problems };
}

function alignOf(type: SourceColumn['type']): 'left' | 'right' {
  return type === 'number' || type === 'integer' ? 'right' : 'left';
}

export function unknownData(
  name: string,
  place: Place,
  { engine, values, queries }: Pick<TableContext, 'engine' | 'queries' | 'values'>,
): Problem {
  const known = [
    ...engine.tables.map((table) => table.name),
    ...Object.keys(queries),
    ...Object.keys(values),
  ];
  return problem('unknown-data', place, { name, near: nearest(name, known), all: known.join('、') });
}
