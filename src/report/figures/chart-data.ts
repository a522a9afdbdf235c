import type { Language } from '../../base/language.ts';
import { isMapTable, toFeature } from '../../base/map-table.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { Cell, ColumnType } from '../../base/source-table.ts';
import type { SourceText } from '../../base/source-text.ts';
import type { GoalRow, TableRows } from '../../base/value-series.ts';
import type { YamlText } from '../../base/yaml-text.ts';
import type { Drawing } from '../../charts/draw/render.ts';
import type { UserSpec } from '../../charts/user-specs/user-spec.ts';
import { listPublicColumns } from '../../data/csv-export.ts';
import { type Engine, QueryError, type QueryResult } from '../../data/engine.ts';
import { createProblem } from '../../problems/catalog.ts';
import { grouped } from '../../words/number-words.ts';
import type { BookValue } from '../book.ts';
import { formatRows } from '../tables/format-cells.ts';
import { createUnknownDataProblem } from '../tables/report-tables.ts';

export interface ChartData {
  values: Record<string, BookValue>;
  queries: Record<string, { sql: string; result: QueryResult }>;
  goals: GoalRow[];
  engine: Engine;
  /** The report's `charts/*.vl.yaml`. */
  specs: SourceText[];
  language: Language;
  /** Names that have no data because of a problem reported already. */
  broken: readonly string[];
}

/** Marks beyond this number are a picture of nothing, and a page of megabytes. */
export const mostChartRows = 50_000;

/** Rows under the name a specification gives them. */
export interface NamedRows {
  name: string;
  columns: { name: string; label: string; unit: string; type: ColumnType }[];
  /** Those of a map are features, with an object for a shape. */
  rows: Record<string, unknown>[];
}

type PlainRows = Pick<NamedRows, 'columns'> & { rows: Record<string, Cell>[] };

/** The rows of every name in a specification; undefined where one is broken, which has its own problem. */
export async function readChartTables(
  { data }: UserSpec,
  yaml: YamlText,
  context: ChartData,
): Promise<{ tables: NamedRows[] | undefined; problems: Problem[] }> {
  const tables: NamedRows[] = [];
  const problems: Problem[] = [];
  let missing = false;
  for (const { name, path } of data) {
    if (tables.some((table) => table.name === name)) continue;
    const place = yaml.getPlace(path);
    try {
      const table = await readNamedRows(name, context);
      if (table && table.rows.length <= mostChartRows) tables.push(table);
      else if (table) problems.push(createTooManyRowsProblem(name, table.rows.length, place));
      else if (context.broken.includes(name)) missing = true;
      else problems.push(createUnknownDataProblem(name, place, context));
    } catch (error) {
      if (!(error instanceof QueryError)) throw error;
      problems.push(error.at(place));
    }
  }
  return { tables: missing ? undefined : tables, problems };
}

async function readNamedRows(
  name: string,
  { values, queries, engine }: ChartData,
): Promise<NamedRows | undefined> {
  const value = values[name];
  if (value) return toValueRows(value);
  const query = queries[name]?.result;
  if (query) return { name, ...toPlainRows(query) };
  const table = engine.table(name);
  if (!table) return undefined;
  if (table.rows > mostChartRows) return { name, columns: [], rows: new Array(table.rows) };
  const open = listPublicColumns(table);
  if (open.length === 0) return { name, columns: [], rows: [] };
  const result = await engine.query(
    `SELECT ${open.map((column) => quoteSqlName(column.name)).join(', ')} FROM ${quoteSqlName(table.name)}`,
  );
  const known = new Map(table.columns.map((column) => [column.name, column]));
  const { columns, rows: plain } = toPlainRows(result);
  const rows = isMapTable(table.file, columns) ? plain.map(toFeature) : plain;
  return { name, columns: columns.map((column) => ({ ...column, ...known.get(column.name) })), rows };
}

function toPlainRows({ columns, rows }: QueryResult): PlainRows {
  const times = columns.filter(({ type }) => type === 'date' || type === 'timestamp');
  return {
    columns: columns.map(({ name, type, unit = '' }) => ({ name, label: name, unit, type })),
    rows: rows.map((row) => {
      const local = times.map(({ name }) => [name, toLocalTime(row[name] ?? null)]);
      return { ...row, ...Object.fromEntries(local) };
    }),
  };
}

/**
 * `2026-03-02` → `2026/03/02`. With hyphens a day is taken for midnight in Greenwich and moves with the
 * time zone of the machine; so do times that name their zone.
 */
function toLocalTime(cell: Cell): Cell {
  if (typeof cell !== 'string') return cell;
  return cell
    .replace(/(Z|[+-]\d{2}:?\d{2})$/, (zone) => (cell.includes('T') ? '' : zone))
    .replaceAll('-', '/')
    .replace('T', ' ');
}

function toValueRows({ name, unit, points }: BookValue): NamedRows {
  const createColumn = (id: string, type: ColumnType, of = '') => ({ name: id, label: id, unit: of, type });
  return {
    name,
    columns: [
      ...[createColumn('key', 'text'), createColumn('label', 'text'), createColumn('group', 'text')],
      ...[
        createColumn('value', 'number', unit),
        createColumn('numerator', 'number'),
        createColumn('denominator', 'number'),
      ],
    ],
    rows: points.map(({ key, label, group, value, numerator, denominator }) => ({
      key,
      label,
      group: group ?? null,
      value,
      numerator: numerator ?? null,
      denominator: denominator ?? null,
    })),
  };
}

/** The problem of more rows than a chart draws. */
export function createTooManyRowsProblem(name: string, rows: number, place: Place): Problem {
  const params = { name, rows: grouped.format(rows), limit: grouped.format(mostChartRows) };
  return createProblem('chart-too-many-rows', place, params);
}

/** What the marks stand for, with the names and units of the columns it comes from. */
export function buildDrawnTable({ rows = [] }: Drawing, tables: NamedRows[], language: Language): TableRows {
  const known = new Map(
    tables.flatMap((table) => table.columns.map((column) => [column.name, column] as const)),
  );
  const names = Object.keys(rows[0] ?? {}).filter((name) => isShownColumn(rows, name));
  const columns = names.map((name) => {
    const time = findTimeColumn(name, [...known.values()]);
    if (time) return { ...time, name };
    const number = rows.every((row) => row[name] === null || typeof row[name] === 'number');
    const type: ColumnType = number ? 'number' : 'text';
    return { ...(known.get(name) ?? { name, label: name, unit: '' }), type };
  });
  return {
    columns: columns.map(({ name, label, unit, type }) => {
      return {
        name,
        label: label || name,
        unit,
        align: type === 'number' ? ('right' as const) : ('left' as const),
      };
    }),
    rows: formatRows(
      rows.map((row) => columns.map(({ name, type }) => toCell(row[name], type))),
      columns,
      language,
    ),
  };
}

/** Columns with something in them that Vega-Lite did not add for its own use (`值_start`, `__row`). */
function isShownColumn(rows: readonly Record<string, unknown>[], name: string): boolean {
  if (/^__|_(start|end)$/.test(name)) return false;
  // What makes a row of a map a feature.
  if (name === 'type' && rows.every((row) => row.type === 'Feature' && 'geometry' in row)) return false;
  return rows.some((row) => row[name] !== null && row[name] !== undefined && typeof row[name] !== 'object');
}

type Column = NamedRows['columns'][number];

/** The column of times that `name` is, or is made of: Vega-Lite calls the month of 日期 `yearmonth_日期`. */
function findTimeColumn(name: string, columns: Column[]): Column | undefined {
  const times = columns.filter(({ type }) => type === 'date' || type === 'timestamp');
  return times.find((column) => name === column.name || name.endsWith(`_${column.name}`));
}

function toCell(value: unknown, type: ColumnType): Cell {
  if (type === 'date' || type === 'timestamp') return formatIsoTime(value, type);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Vega counts milliseconds in the zone of the machine, in which it has read the times too: so they come out as they went in. */
function formatIsoTime(value: unknown, type: 'date' | 'timestamp'): string | null {
  if (typeof value === 'string') return value.replaceAll('/', '-');
  if (typeof value !== 'number') return null;
  const date = new Date(value);
  const padTwo = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${padTwo(date.getMonth() + 1)}-${padTwo(date.getDate())}`;
  return type === 'date' ? day : `${day} ${padTwo(date.getHours())}:${padTwo(date.getMinutes())}`;
}
