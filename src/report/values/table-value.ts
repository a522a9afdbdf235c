/**
 * `table` of metrics.yaml: lines by members, columns of metrics and formulas.
 *
 *   by ─▶ lines ─▶ each column as a series of its own ─▶ formulas over columns ─▶ order, top, total
 */
import type { Cell } from '../../base/source-table.ts';
import type { ResultColumn } from '../../data/engine.ts';
import { collectFormulaNames } from '../../metrics/formula-syntax.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { MetricEntry, TableColumnEntry, TableRowsEntry } from '../../schema/metrics-file-schema.ts';
import { valueWords } from '../../words/value-words.ts';
import { type ComputedValue, type ValueContext, ValueError } from './computed-value.ts';
import { createUnknownInputError, evaluateFormula, parseFormulaEntry } from './formula-value.ts';
import { evaluateMetric } from './metric-value.ts';
import { buildMemberId } from './series-members.ts';
import { formatMinutes, isTimePick, toMinutesSql } from './table-dates.ts';
import { findLineKeys, type Line, type LineAsk, type LineKeys, selectLineCells } from './table-lines.ts';
import { type OrderPart, parseOrder, sortBy } from './table-order.ts';
import {
  type ComputedTable,
  formatCell,
  selectTableRows,
  type TablePlaces,
  toHeadingUnit,
} from './table-rows.ts';

/** A column with its number for each line, and for all. */
interface TableColumn {
  name: string;
  given: TableColumnEntry;
  value: ComputedValue;
  /** Its numbers are minutes since 2000, and shown as dates. */
  isDate: boolean;
  /** Of a column that stands as the rows of a line have it: its heading, and its cells. */
  stated?: { heading: ResultColumn; unit: string; find: (line: Line) => Cell };
}

/** Values of the same file that a formula may name beside the columns. */
export type FindValue = (name: string) => Promise<ComputedValue> | undefined;

/** Throws ValueError or QueryError. */
export async function evaluateTable(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
  findValue: FindValue,
): Promise<ComputedTable> {
  assertColumns(given, written);
  if (given.by === undefined) return selectTableRows(given, written, context);
  const { columns: _, order, top, total: __, headings, ...rows } = given;
  const lines = await evaluateMetric({ metric: 'count', ...rows }, placeIn(written), context);
  const keys = await findLineKeys(rows, headings, placeIn(written), context);
  const parts = parseOrder(order);
  const stated = listStated(given, written);
  const asks = [...stated, ...listOrderAsks(parts, given, keys, written)];
  const told = await selectLineCells(asks, rows, placeIn(written), context);
  const readTold = (name: string, at = asks.findIndex((ask) => ask.name === name)) => ({
    heading: told.columns[at]!,
    unit: told.units[at]!,
    find: (line: Line) => told.find(line)[at] ?? null,
  });
  const known = stated.map(({ name }) => createStated(name, given, readTold(name), lines));
  const columns = await evaluateColumns(given, known, written, context, findValue);
  const sorted = sortBy(lines.members, parts, (line) =>
    parts.map(({ text }) => {
      const column = columns.find(({ name }) => name === text);
      if (!column) return readTold(text).find(line);
      return column.stated ? column.stated.find(line) : findMember(column, line);
    }),
  );
  const shown = sorted.slice(0, top);
  const keyColumns: ResultColumn[] = keys.titles.map((name) => ({ name, type: 'text' }));
  const rowsOut = shown.map((member) => ({
    ...toKeyCells(keys.titles, [member.label, member.group ?? '']),
    ...Object.fromEntries(columns.map((column) => [column.name, findCell(column, member)])),
  }));
  const total = {
    ...toKeyCells(keys.titles, [valueWords[context.language].total, '']),
    ...Object.fromEntries(
      columns.map((column) => [column.name, column.stated ? null : toCell(column, column.value.value)]),
    ),
  };
  return {
    result: {
      columns: [...keyColumns, ...columns.map(toResultColumn)],
      rows: given.total ? [...rowsOut, total] : rowsOut,
    },
    sql: [
      ...columns.map((column) => (column.stated ? '' : column.value.lineage.sql)),
      asks.length && told.sql,
    ]
      .filter(Boolean)
      .join(';\n\n'),
    tables: [
      ...new Set([lines, ...columns.map(({ value }) => value)].flatMap(({ lineage }) => lineage.tables)),
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

/** Places of an entry that a table makes of itself, or of one of its columns. */
function placeIn({ name, place, getPlace }: TablePlaces, column?: string, own: object = {}): TablePlaces {
  return {
    name: column ?? name,
    place: column === undefined ? place : getPlace('table', 'columns', column),
    getPlace: (first = '', ...rest) =>
      column !== undefined && (Object.hasOwn(own, first) || first === '')
        ? getPlace('table', 'columns', column, first, ...rest)
        : getPlace('table', first, ...rest),
  };
}

/** Columns that stand as the rows of a line have them. */
function listStated({ columns }: TableRowsEntry, { getPlace }: TablePlaces): LineAsk[] {
  return Object.entries(columns).flatMap(([name, { metric, formula, column: text, unit }]): LineAsk[] =>
    metric !== undefined || formula !== undefined || text === undefined
      ? []
      : [{ name, text, take: 'common', unit, place: getPlace('table', 'columns', name, 'column') }],
  );
}

/** What lines are ordered by that is no column. */
function listOrderAsks(
  parts: readonly OrderPart[],
  { columns }: TableRowsEntry,
  { titles, orders }: LineKeys,
  { getPlace }: TablePlaces,
): LineAsk[] {
  return parts
    .filter(({ text }) => !Object.hasOwn(columns, text))
    .map(({ text, isDown, at }) => ({
      name: text,
      text: orders[titles.indexOf(text)] ?? text,
      take: isDown ? 'max' : 'min',
      place: getPlace('table', 'order', ...(at === undefined ? [] : [at])),
    }));
}

/** Numbers of such a column may stand in formulas, too. */
function createStated(
  name: string,
  { columns }: TableRowsEntry,
  stated: NonNullable<TableColumn['stated']>,
  lines: ComputedValue,
): TableColumn {
  const toNumber = (cell: Cell) => (typeof cell === 'number' ? cell : null);
  const members = lines.members.map(({ key, label, group, n }) => {
    const line = { key, label, ...(group !== undefined && { group }), n, value: null };
    return { ...line, value: toNumber(stated.find(line)) };
  });
  const { unit } = stated;
  const value: ComputedValue = { value: null, unit, members, direction: 'none', lineage: lines.lineage };
  return { name, given: columns[name]!, value, isDate: false, stated };
}

function findCell(column: TableColumn, line: Line): Cell {
  return column.stated
    ? formatCell(column.stated.find(line), column.given)
    : toCell(column, findMember(column, line));
}

async function evaluateColumns(
  given: TableRowsEntry,
  stated: readonly TableColumn[],
  written: TablePlaces,
  context: ValueContext,
  findValue: FindValue,
): Promise<TableColumn[]> {
  const { columns, order: _, top: __, total: ___, headings: ____, where, ...rows } = given;
  const made = new Map(stated.map((column) => [column.name, column]));
  const computeMetric = async (name: string, column: TableColumnEntry): Promise<TableColumn> => {
    const { format: _format, formula: _formula, metric = 'count', ...own } = column;
    const conditions = [where, own.where].filter((one) => one !== undefined);
    const entry: MetricEntry = {
      ...rows,
      ...own,
      metric,
      ...(conditions.length > 0 && { where: conditions.map((one) => `(${one})`).join(' AND ') }),
    };
    const isDate = isTimePick(entry, context);
    const asked = isDate ? { ...entry, column: toMinutesSql(entry.column!) } : entry;
    const value = await evaluateMetric(asked, placeIn(written, name, column), context);
    return { name, given: column, value, isDate };
  };
  for (const [name, column] of Object.entries(columns))
    if (column.metric !== undefined) made.set(name, await computeMetric(name, column));
  for (const [name, column] of Object.entries(columns)) {
    if (column.formula === undefined) continue;
    const places = placeIn(written, name, column);
    const entry = { formula: column.formula, unit: column.unit, digits: column.digits };
    const formula = parseFormulaEntry(entry, places);
    const inputs = new Map<string, ComputedValue>();
    for (const input of collectFormulaNames(formula)) {
      const value = made.get(input)?.value ?? (await findValue(input));
      if (!value) throw createUnknownInputError(input, [...made.keys()], places);
      inputs.set(input, value);
    }
    const value = evaluateFormula(formula, entry, places, inputs);
    made.set(name, { name, given: column, value, isDate: false });
  }
  return Object.keys(columns).map((name) => made.get(name)!);
}

function findMember({ value, given }: TableColumn, line: Line): number | null {
  const id = buildMemberId(line);
  const found = value.members.find((member) => buildMemberId(member) === id);
  if (found) return found.value;
  // A group in which nothing meets the condition of the column.
  return given.formula === undefined && given.metric !== undefined && countsFromZero.has(given.metric)
    ? 0
    : null;
}

const countsThings: ReadonlySet<string> = new Set(['count', 'count_distinct']);

const countsFromZero: ReadonlySet<string> = new Set(['count', 'count_distinct', 'sum']);

function toCell({ value, isDate, given }: TableColumn, number: number | null): Cell {
  if (number === null) return null;
  if (isDate) return formatMinutes(number, given.format);
  return given.digits === undefined && value.digits === undefined
    ? number
    : Number(number.toFixed(given.digits ?? value.digits));
}

function toKeyCells(titles: readonly string[], cells: readonly string[]): Record<string, Cell> {
  return Object.fromEntries(titles.map((title, at) => [title, cells[at] ?? '']));
}

function toResultColumn({ name, value, isDate, given, stated }: TableColumn): ResultColumn {
  if (stated) return given.format ? { ...stated.heading, type: 'text' } : stated.heading;
  // What a count counts, its heading says.
  const isSaid = given.unit === undefined && given.metric !== undefined && countsThings.has(given.metric);
  return {
    name,
    type: isDate ? 'text' : 'number',
    ...(!isDate && !isSaid && toHeadingUnit(value.unit, name)),
  };
}
