/** Cells of a table with `by` that are no measures: the keys of its lines, and what all rows of a line share. */
import type { Cell } from '../../../base/source-table.ts';
import type { ResultColumn } from '../../../data/engine.ts';
import { metrics } from '../../../metrics/library.ts';
import { buildConditions, buildWhere } from '../../../metrics/sql/select.ts';
import { createProblem } from '../../../problems/catalog.ts';
import type { TableRowsEntry } from '../../../schema/metrics-file-schema.ts';
import { type ValueContext, ValueError } from '../computed-value.ts';
import { planQuery, type QueryPlan } from '../plan-query.ts';
import { buildMemberId } from '../series-members.ts';
import type { TablePlaces } from './table-rows.ts';

/** Of a table, what its lines are made of. */
type LineRows = Omit<TableRowsEntry, 'columns' | 'lines' | 'order' | 'top' | 'total' | 'headings'>;

/** The columns of the keys. Numbers stay numbers, as a chart wants them, but beside the word for the total. */
export async function findKeyColumns(
  { columns: _, lines: _lines, order: __, top: ___, total, headings, ...rows }: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
): Promise<ResultColumn[]> {
  const { by, query } = await planQuery({ metric: 'count', ...rows }, metrics.count, written, context);
  const keys = by.map(({ key }, at) => `${key.order} AS key${at}`);
  const sql = `SELECT ${keys.join(', ')}\nFROM ${query.from}\nLIMIT 0`;
  const types = (await context.engine.query(sql)).columns;
  return by.map(({ title, isStep, members }, at) => {
    const type = types[at]?.type ?? 'text';
    const isNumber = (type === 'number' || type === 'integer') && !isStep && !members && !total;
    return { name: headings?.[at] ?? title, type: isNumber ? type : 'text' };
  });
}

/** What is told of each line: a value that all its rows share, blanks aside, or their smallest or largest. */
interface LineAsk {
  name: string;
  column: string;
  take: 'shared' | 'min' | 'max';
  unit?: string | undefined;
}

export interface LineCells {
  /** By the id of the member of a line. */
  cells: Map<string, Cell>;
  unit: string;
}

/** Throws ValueError where the rows of a line differ in what they should share. */
export async function selectLineCells(
  rows: LineRows,
  { name, column, take, unit }: LineAsk,
  written: TablePlaces,
  context: ValueContext,
): Promise<LineCells> {
  const plan = await planQuery(
    { metric: 'count_distinct', ...rows, column, unit },
    metrics.count_distinct,
    written,
    context,
  );
  const lines = (await context.engine.query(buildCellsSql(plan, take))).rows;
  const cells = new Map<string, Cell>();
  for (const { key = null, grp = null, several, shared = null } of lines) {
    if (Number(several ?? 1) > 1) {
      const line = [key, grp].filter((one) => one !== null).join(' ');
      const params = { name, line, values: Number(several) };
      throw new ValueError(createProblem('table-column-unfit', written.place, params));
    }
    cells.set(buildMemberId({ key: toText(key), group: toText(grp) }), shared);
  }
  return { cells, unit: unit ?? plan.units.column ?? '' };
}

function buildCellsSql({ by, query }: QueryPlan, take: LineAsk['take']): string {
  const { column } = query.columns;
  const keys = by.map(({ key }) => `${key.text} AS ${key.alias}`);
  const parts = by.map(({ key }) => key.order).join(', ');
  const asked =
    take === 'shared'
      ? [`count(DISTINCT ${column}) AS several`, `any_value(${column}) AS shared`]
      : [`${take}(${column}) AS shared`];
  const read = [...keys, ...asked];
  return `SELECT ${read.join(', ')}\nFROM ${query.from}${buildWhere(buildConditions(query))}\nGROUP BY ${parts}`;
}

const toText = (cell: Cell): string => (cell === null ? '' : String(cell));
