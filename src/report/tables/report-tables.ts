import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { SourceColumn } from '../../base/source-table.ts';
import type { GoalRow, TableRows } from '../../base/value-series.ts';
import { type Engine, QueryError, type QueryResult } from '../../data/engine.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BookTable, BookValue } from '../book.ts';
import { getPropPlace, splitNames } from '../manuscript/tag-props.ts';
import { nameCells } from '../registry/name-cells.ts';
import type { ReportRegistry } from '../registry/report-registry.ts';
import { buildGoalTable, buildSeriesTable, buildValueTable } from '../values/series-table.ts';
import { formatRows } from './format-cells.ts';

export interface TableContext {
  engine: Engine;
  values: Record<string, BookValue>;
  queries: Record<string, { sql: string; result: QueryResult }>;
  goals: GoalRow[];
  /** What the rules between tables found. */
  findings: TableRows;
  /** Sources by metric, where the report has a table recon. */
  reconciliation?: TableRows | undefined;
  language: Language;
  registry?: ReportRegistry | undefined;
}

/** A `<Table>` built, all but its number. */
type BuiltTable = Pick<BookTable, 'data' | 'total' | 'of' | 'caption'>;

/** Rows of a `<Table>`: a table handed in, a named query, a value's series, several values, or the goals. */
export async function buildReportTable(
  use: BlockTagUse,
  context: TableContext,
): Promise<{ table?: BuiltTable; problems: Problem[] }> {
  const of = use.props.of ?? '';
  const names = splitNames(of);
  const place = getPropPlace(use, 'of');
  const caption = use.props.caption ?? names.join(context.language === 'zh' ? '、' : ', ');
  const known = names.map((name) => context.values[name]).filter((value) => value !== undefined);
  if (known.length > 0 && known.length === names.length) {
    const withPoints = known.filter((value) => value.points.length > 0);
    const data =
      withPoints.length === known.length
        ? buildSeriesTable(known, use.props, context.language)
        : buildValueTable(known, context.language);
    return { table: { data, total: data.rows.length, of: names, caption }, problems: [] };
  }
  if (of === 'goals' && !use.props.columns && context.goals.length > 0) {
    const data = buildGoalTable(context.goals, context.language);
    return { table: { data, total: data.rows.length, of: ['goals'], caption }, problems: [] };
  }
  const source = findSource(of, context);
  const made = source ? undefined : findDerivedRows(of, context);
  if (made) return { table: pickDerivedColumns(use, made, of, caption), problems: [] };
  if (!source)
    return {
      problems: [createUnknownDataProblem(names.find((name) => !context.values[name]) ?? of, place, context)],
    };
  return selectRows(use, source, use.props.caption ?? source.title, context);
}

interface Selection {
  name: string;
  title: string;
  sql: string;
  columns: SourceColumn[];
  /** All that `sql` gives, where that is known: of a named query. */
  rows?: QueryResult['rows'];
}

/** Tables that no file holds: what the rules found, and how sources agree. */
function findDerivedRows(of: string, { findings, reconciliation }: TableContext): TableRows | undefined {
  if (of === 'findings') return findings;
  return of === 'reconciliation' ? reconciliation : undefined;
}

/** Such a table, whole or the columns wanted. */
function pickDerivedColumns(
  use: BlockTagUse,
  { columns, rows }: TableRows,
  of: string,
  caption: string,
): BuiltTable {
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
  const table = engine.table(of);
  if (table)
    return {
      name: table.name,
      title: table.title,
      sql: `SELECT * FROM ${quoteSqlName(table.name)}`,
      columns: table.columns,
    };
  const query = queries[of];
  if (!query) return undefined;
  const columns = query.result.columns.map(({ name, type, unit = '' }) => ({
    name,
    type,
    header: name,
    label: name,
    unit,
    description: '',
  }));
  const { rows } = query.result;
  return { name: of, title: of, sql: query.sql.replace(/;\s*$/, ''), columns, rows };
}

async function selectRows(
  use: BlockTagUse,
  source: Selection,
  caption: string,
  context: TableContext,
): Promise<{ table?: BuiltTable; problems: Problem[] }> {
  const { columns, problems } = pickColumns(use, source.columns);
  if (problems.length > 0) return { problems };
  const { where, order } = use.props;
  const limit = Number(use.props.rows ?? defaultRows);
  const picked = columns.map((column) => quoteSqlName(column.name)).join(', ');
  const from = `FROM (${source.sql}) AS source${where ? ` WHERE ${where}` : ''}`;
  try {
    const known = where || order ? undefined : source.rows;
    const rows =
      known?.slice(0, limit) ??
      (
        await context.engine.query(
          `SELECT ${picked} ${from}${order ? ` ORDER BY ${order}` : ''} LIMIT ${limit}`,
        )
      ).rows;
    const total = known?.length ?? (await countRows(rows.length, limit, from, context));
    const data: TableRows = {
      columns: columns.map(({ name, label, unit, type }) => ({
        name,
        label: label || name,
        unit,
        align: getAlign(type),
      })),
      rows: formatRows(
        nameCells(
          rows.map((row) => columns.map((column) => row[column.name] ?? null)),
          columns,
          context.registry,
        ),
        columns,
        context.language,
      ),
    };
    const empty = total === 0 ? [createProblem('empty-table-shown', use.place, { name: source.name })] : [];
    return { table: { data, total, of: [source.name], caption }, problems: empty };
  } catch (error) {
    const place = use.propPlaces.where ?? getPropPlace(use, 'order');
    return { problems: [toQueryProblem(error, place)] };
  }
}

/** All rows of which so many are `shown`: where they are fewer than might be, there are no others. */
async function countRows(
  shown: number,
  limit: number,
  from: string,
  { engine }: TableContext,
): Promise<number> {
  if (shown < limit) return shown;
  const { rows } = await engine.query(`SELECT count(*) AS n ${from}`);
  return Number(rows[0]?.n ?? 0);
}

/** A printed table of more rows is an appendix, not a table: it is cut and says so. */
const defaultRows = 50;

/** `columns="channel, cost: 花费"`: names, each with a label of its own if wanted. */
function pickColumns(
  use: BlockTagUse,
  known: SourceColumn[],
): { columns: SourceColumn[]; problems: Problem[] } {
  if (!use.props.columns) return { columns: known.filter(({ personal }) => !personal), problems: [] };
  const problems: Problem[] = [];
  const columns = splitNames(use.props.columns).flatMap((text) => {
    const [name = '', label] = text.split(/[:：]/).map((part) => part.trim());
    const column = known.find((one) => one.name === name || one.header === name || one.label === name);
    if (column?.personal) {
      problems.push(createProblem('personal-column', getPropPlace(use, 'columns'), { name }));
      return [];
    }
    if (column) return [{ ...column, ...(label && { label }) }];
    const names = known.map((one) => one.name);
    const params = { name, ...suggestNames(name, names) };
    problems.push(createProblem('unknown-table-column', getPropPlace(use, 'columns'), params));
    return [];
  });
  return { columns, problems };
}

function getAlign(type: SourceColumn['type']): 'left' | 'right' {
  return type === 'number' || type === 'integer' ? 'right' : 'left';
}

/** The problem of a condition or an order that SQL refuses. Any other error is a fault of ours and goes on. */
export function toQueryProblem(error: unknown, place: Place): Problem {
  if (!(error instanceof QueryError)) throw error;
  return createProblem('table-query-failed', place, { said: error.at(place).what });
}

export function createUnknownDataProblem(
  name: string,
  place: Place,
  { engine, values, queries }: Pick<TableContext, 'engine' | 'queries' | 'values'>,
): Problem {
  const known = [
    ...engine.tables.map((table) => table.name),
    ...Object.keys(queries),
    ...Object.keys(values),
  ];
  return createProblem('unknown-data', place, {
    name,
    ...suggestNames(name, known),
  });
}
