/** Columns of a table with `by`: metrics, formulas over them, and what all rows of a line share. */
import type { Cell } from '../../../base/source-table.ts';
import type { ResultColumn } from '../../../data/engine.ts';
import { collectFormulaNames } from '../../../metrics/formula-syntax.ts';
import type { MetricEntry, TableColumnEntry, TableRowsEntry } from '../../../schema/metrics-file-schema.ts';
import type { ComputedValue, ValueContext } from '../computed-value.ts';
import { createUnknownInputError, evaluateFormula, parseFormulaEntry } from '../formula-value.ts';
import { evaluateMetric } from '../metric-value.ts';
import { buildMemberId } from '../series-members.ts';
import { selectSharedCells } from './table-cells.ts';
import { formatMinutes, isTimePick, toMinutesSql } from './table-dates.ts';
import { formatCell, type TablePlaces } from './table-rows.ts';

/** A column with its number for each line, and for all. */
export interface TableColumn {
  name: string;
  given: TableColumnEntry;
  value: ComputedValue;
  /** Its numbers are minutes since 2000, and shown as dates. */
  isDate: boolean;
  /** Its numbers by the member of a line. */
  numbers: ReadonlyMap<string, number | null>;
}

/** A column of what all rows of a line share. */
export interface SharedColumn {
  name: string;
  given: TableColumnEntry;
  cells: ReadonlyMap<string, Cell>;
}

/** Values of the same file that a formula may name beside the columns. */
export type FindValue = (name: string) => Promise<ComputedValue> | undefined;

export async function evaluateColumns(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
  findValue: FindValue,
): Promise<Map<string, TableColumn>> {
  const { columns, lines: _lines, order: _, top: __, total: ___, headings: ____, where, ...rows } = given;
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
    return createColumn(name, column, value, isDate);
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
    made.set(name, createColumn(name, column, value, false));
  }
  return made;
}

function createColumn(
  name: string,
  given: TableColumnEntry,
  value: ComputedValue,
  isDate: boolean,
): TableColumn {
  const numbers = new Map(value.members.map((member) => [buildMemberId(member), member.value]));
  return { name, given, value, isDate, numbers };
}

/** Columns that are neither a metric nor a formula. */
export async function selectSharedColumns(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
): Promise<Map<string, SharedColumn>> {
  const { columns, lines: _lines, order: _, top: __, total: ___, headings: ____, ...rows } = given;
  const made = new Map<string, SharedColumn>();
  for (const [name, own] of Object.entries(columns)) {
    const { column, metric, formula } = own;
    if (column === undefined || metric !== undefined || formula !== undefined) continue;
    const places = placeIn(written, name, own);
    made.set(name, {
      name,
      given: own,
      cells: await selectSharedCells(rows, { name, column }, places, context),
    });
  }
  return made;
}

export type Line = ComputedValue['members'][number];

export function findNumber({ numbers, given }: TableColumn, line: Line): number | null {
  const found = numbers.get(buildMemberId(line));
  if (found !== undefined) return found;
  // A group in which nothing meets the condition of the column.
  return given.formula === undefined && given.metric !== undefined && countsFromZero.has(given.metric)
    ? 0
    : null;
}

export function getCell(column: TableColumn | SharedColumn, line: Line): Cell {
  if (!('cells' in column)) return toCell(column, findNumber(column, line));
  return formatCell(column.cells.get(buildMemberId(line)) ?? null, column.given);
}

const countsThings: ReadonlySet<string> = new Set(['count', 'count_distinct']);

const countsFromZero: ReadonlySet<string> = new Set(['count', 'count_distinct', 'sum']);

export function toCell({ value, isDate, given }: TableColumn, number: number | null): Cell {
  if (number === null) return null;
  if (isDate) return formatMinutes(number, given.format);
  return given.digits === undefined && value.digits === undefined
    ? number
    : Number(number.toFixed(given.digits ?? value.digits));
}

/** A heading that names its unit, as 投入（人日） does, gets no second one. */
export function toResultColumn(column: TableColumn | SharedColumn): ResultColumn {
  const { name, given } = column;
  if ('cells' in column) {
    const isNumber = [...column.cells.values()].every((cell) => cell === null || typeof cell === 'number');
    return { name, type: isNumber ? 'number' : 'text' };
  }
  const { value, isDate } = column;
  // What a count counts, its heading says.
  const isSaid = given.unit === undefined && given.metric !== undefined && countsThings.has(given.metric);
  const unit = isDate || isSaid || value.unit === '' || name.includes(value.unit) ? undefined : value.unit;
  return { name, type: isDate ? 'text' : 'number', ...(unit && { unit }) };
}

/** Places of an entry that a table makes of itself, or of one of its columns. */
export function placeIn(
  { name, place, getPlace }: TablePlaces,
  column?: string,
  own: object = {},
): TablePlaces {
  return {
    name: column ?? name,
    place: column === undefined ? place : getPlace('table', 'columns', column),
    getPlace: (first = '', ...rest) =>
      column !== undefined && (Object.hasOwn(own, first) || first === '')
        ? getPlace('table', 'columns', column, first, ...rest)
        : getPlace('table', first, ...rest),
  };
}
