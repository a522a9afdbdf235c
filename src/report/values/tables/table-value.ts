/**
 * `table` of metrics.yaml: lines by members, columns of metrics and formulas.
 *
 *   by ─▶ lines ─▶ each column as a series of its own ─▶ formulas over columns ─▶ order, top, total
 */
import type { Cell } from '../../../base/source-table.ts';
import type { ResultColumn } from '../../../data/engine.ts';
import { createProblem } from '../../../problems/catalog.ts';
import type { TableRowsEntry } from '../../../schema/metrics-file-schema.ts';
import { valueWords } from '../../../words/value-words.ts';
import { type ValueContext, ValueError } from '../computed-value.ts';
import { evaluateMetric } from '../metric-value.ts';
import { buildMemberId } from '../series-members.ts';
import { findKeyColumns, selectLineCells } from './table-cells.ts';
import {
  evaluateColumns,
  type FindValue,
  findNumber,
  getCell,
  type Line,
  placeIn,
  type SharedColumn,
  selectSharedColumns,
  type TableColumn,
  toCell,
  toResultColumn,
} from './table-columns.ts';
import { assertLinesAlone, evaluateLines } from './table-from-values.ts';
import { parseOrder, type Sorting, sortBy } from './table-order.ts';
import { type ComputedTable, selectTableRows, type TablePlaces } from './table-rows.ts';

/** Throws ValueError or QueryError. */
export async function evaluateTable(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
  findValue: FindValue,
): Promise<ComputedTable> {
  assertLinesAlone(given, written);
  if (given.lines) return evaluateLines(given.lines, given.headings, written, context, findValue);
  assertColumns(given, written);
  if (given.by === undefined) return selectTableRows(given, written, context);
  const { columns: _, lines: _lines, order: __, top: ___, total: ____, headings: _____, ...rows } = given;
  const lines = await evaluateMetric({ metric: 'count', ...rows }, placeIn(written), context);
  const shared = await selectSharedColumns(given, written, context);
  const columns = await evaluateColumns(given, written, context, { lines, shared, findValue });
  const all = Object.keys(given.columns).map((name) => shared.get(name) ?? columns.get(name)!);
  const keyColumns = await findKeyColumns(given, placeIn(written), context);
  const sortings = parseOrder(given.order);
  const hidden = await selectHidden(rows, sortings, [...keyColumns, ...all], written, context);
  const shown = sortLines(lines.members, [...all, ...hidden], keyColumns, sortings).slice(0, given.top);
  const rowsOut = shown.map((member) => ({
    ...toKeyCells(keyColumns, [member.label, member.group ?? ''], [member.key, member.group ?? '']),
    ...Object.fromEntries(all.map((column) => [column.name, getCell(column, member)])),
  }));
  const words = [valueWords[context.language].total, ''];
  const total = {
    ...toKeyCells(keyColumns, words, words),
    ...Object.fromEntries(all.map((one) => [one.name, 'cells' in one ? null : toCell(one, one.value.value)])),
  };
  return {
    result: {
      columns: [...keyColumns, ...all.map(toResultColumn)],
      rows: given.total ? [...rowsOut, total] : rowsOut,
    },
    sql: [...columns.values()]
      .map(({ value }) => value.lineage.sql)
      .filter(Boolean)
      .join(';\n\n'),
    tables: [
      ...new Set(
        [lines, ...[...columns.values()].map(({ value }) => value)].flatMap(({ lineage }) => lineage.tables),
      ),
    ],
  };
}

/** Each column is one thing, and one that such a table may have. */
function assertColumns({ by, columns }: TableRowsEntry, { getPlace }: TablePlaces): void {
  for (const [name, column] of Object.entries(columns)) {
    const place = getPlace('table', 'columns', name);
    const kinds = (['metric', 'formula'] as const).filter((kind) => column[kind] !== undefined);
    if (kinds.length > 1 || (kinds.length === 0 && column.column === undefined))
      throw new ValueError(createProblem('table-column-kind', place, { name, found: kinds.join('、') }));
    if (by === undefined && column.metric !== undefined)
      throw new ValueError(createProblem('table-column-unfit', place, { name }));
  }
}

/** Labels as texts, keys as numbers. */
function toKeyCells(
  columns: readonly ResultColumn[],
  labels: readonly string[],
  keys: readonly string[],
): Record<string, Cell> {
  const toKeyCell = (type: ResultColumn['type'], at: number): Cell => {
    if (type === 'text') return labels[at] ?? '';
    const number = Number(keys[at] || Number.NaN);
    return Number.isNaN(number) ? null : number;
  };
  return Object.fromEntries(columns.map(({ name, type }, at) => [name, toKeyCell(type, at)]));
}

/** What lines go by and is not shown: of the rows of a line the smallest, downwards the largest. Throws ValueError. */
async function selectHidden(
  rows: Parameters<typeof selectLineCells>[0],
  sortings: readonly Sorting[],
  shown: readonly { name: string }[],
  written: TablePlaces,
  context: ValueContext,
): Promise<SharedColumn[]> {
  const hidden: SharedColumn[] = [];
  for (const { name, isDown, at } of sortings) {
    if (shown.some((one) => one.name === name)) continue;
    const own = placeIn(written);
    const place = written.getPlace('table', 'order', String(at));
    const getPlace = (...path: string[]) => (path[0] === 'column' ? place : own.getPlace(...path));
    const ask = { name, column: name, take: isDown ? ('max' as const) : ('min' as const) };
    const told = await selectLineCells(rows, ask, { ...own, getPlace }, context);
    hidden.push({ name, given: {}, ...told });
  }
  return hidden;
}

/** Lines by columns or keys. Keys come in their own order: that of time, of numbers, of texts. */
function sortLines(
  lines: readonly Line[],
  columns: readonly (TableColumn | SharedColumn)[],
  keys: readonly { name: string }[],
  sortings: readonly Sorting[],
): Line[] {
  const rankBy = (of: (line: Line) => string | undefined) =>
    new Map([...new Set(lines.map(of))].map((key, rank) => [key, rank]));
  const [byKey, byGroup] = [rankBy(({ key }) => key), rankBy(({ group }) => group)];
  const getRank = (line: Line, { name }: Sorting): Cell => {
    const column = columns.find((one) => one.name === name);
    if (!column) return (name === keys[0]?.name ? byKey.get(line.key) : byGroup.get(line.group)) ?? null;
    return 'cells' in column ? (column.cells.get(buildMemberId(line)) ?? null) : findNumber(column, line);
  };
  return sortBy(lines, sortings, getRank);
}
