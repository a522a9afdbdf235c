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
import {
  assertOrder,
  type ComputedTable,
  findKeyTitles,
  parseOrder,
  selectTableRows,
  type TablePlaces,
} from './table-rows.ts';

/** A column with its number for each line, and for all. */
interface TableColumn {
  name: string;
  given: TableColumnEntry;
  value: ComputedValue;
  /** Its numbers are minutes since 2000, and shown as dates. */
  isDate: boolean;
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
  const { columns: _, order: __, top: ___, total: ____, headings: _____, ...rows } = given;
  const lines = await evaluateMetric({ metric: 'count', ...rows }, placeIn(written), context);
  const columns = await evaluateColumns(given, written, context, findValue);
  const titles = await findKeyTitles(given, placeIn(written), context);
  assertOrder(given.order, [...titles, ...Object.keys(given.columns)], written);
  const shown = sortLines(lines.members, columns, titles, given.order).slice(0, given.top);
  const keyColumns: ResultColumn[] = titles.map((name) => ({ name, type: 'text' }));
  const rowsOut = shown.map((member) => ({
    ...toKeyCells(titles, [member.label, member.group ?? '']),
    ...Object.fromEntries(columns.map((column) => [column.name, toCell(column, findMember(column, member))])),
  }));
  const total = {
    ...toKeyCells(titles, [valueWords[context.language].total, '']),
    ...Object.fromEntries(columns.map((column) => [column.name, toCell(column, column.value.value)])),
  };
  return {
    result: {
      columns: [...keyColumns, ...columns.map(toResultColumn)],
      rows: given.total ? [...rowsOut, total] : rowsOut,
    },
    sql: columns
      .map(({ value }) => value.lineage.sql)
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
    const isFit = by === undefined ? column.metric === undefined : kinds.length === 1;
    if (!isFit)
      throw new ValueError(createProblem('table-column-unfit', place, { name, isGrouped: by !== undefined }));
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

async function evaluateColumns(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
  findValue: FindValue,
): Promise<TableColumn[]> {
  const { columns, order: _, top: __, total: ___, headings: ____, where, ...rows } = given;
  const made = new Map<string, TableColumn>();
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
    if (column.formula === undefined) made.set(name, await computeMetric(name, column));
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

type Line = ComputedValue['members'][number];

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

/** A heading that names its unit, as 投入（人日） does, gets no second one. */
function toResultColumn({ name, value, isDate, given }: TableColumn): ResultColumn {
  // What a count counts, its heading says.
  const isSaid = given.unit === undefined && given.metric !== undefined && countsThings.has(given.metric);
  const unit = isDate || isSaid || value.unit === '' || name.includes(value.unit) ? undefined : value.unit;
  return { name, type: isDate ? 'text' : 'number', ...(unit && { unit }) };
}

function sortLines(
  lines: readonly Line[],
  columns: readonly TableColumn[],
  titles: readonly string[],
  order: string | undefined,
): Line[] {
  if (order === undefined) return [...lines];
  const { name, isFalling } = parseOrder(order);
  const column = columns.find((one) => one.name === name);
  const at = titles.indexOf(name);
  const factor = isFalling ? -1 : 1;
  if (!column) return at === 0 && factor < 0 ? lines.toReversed() : [...lines];
  return lines.toSorted((a, b) => {
    const [left, right] = [findMember(column, a), findMember(column, b)];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return factor * (left - right);
  });
}
