/** Columns of a table with `by`: metrics, formulas over them, and what all rows of a line share. */
import { roundHalfUp } from '../../../base/number-format.ts';
import type { Cell } from '../../../base/source-table.ts';
import type { ResultColumn } from '../../../data/engine.ts';
import { collectFormulaNames } from '../../../metrics/formula-syntax.ts';
import { isMetric, metrics } from '../../../metrics/library.ts';
import type { MetricEntry, TableColumnEntry, TableRowsEntry } from '../../../schema/metrics-file-schema.ts';
import type { ComputedValue, ValueContext } from '../computed-value.ts';
import { createUnknownInputError, evaluateFormula, parseFormulaEntry } from '../formula-value.ts';
import { evaluateMetric } from '../metric-value.ts';
import { buildMemberId } from '../series-members.ts';
import { type LineCells, selectLineCells } from './table-cells.ts';
import { formatMinutes, isTimePick, toMinutesSql } from './table-dates.ts';
import { formatCell, type TablePlaces, toHeadingUnit } from './table-rows.ts';

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
export interface SharedColumn extends Pick<LineCells, 'cells' | 'unit'> {
  name: string;
  given: TableColumnEntry;
}

/** Values of the same file that a formula may name beside the columns. */
export type FindValue = (name: string) => Promise<ComputedValue> | undefined;

export async function evaluateColumns(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
  { lines: members, shared, findValue }: Lines,
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
      const own = shared.get(input);
      const value = made.get(input)?.value ?? (own ? toFormulaInput(own, members) : await findValue(input));
      if (!value) throw createUnknownInputError(input, [...made.keys()], places);
      inputs.set(input, value);
    }
    const value = evaluateFormula(formula, entry, places, inputs, context.language);
    made.set(name, createColumn(name, column, value, false));
  }
  return made;
}

/** What formulas look at: the lines, what their rows share, and values of the same file. */
interface Lines {
  lines: ComputedValue;
  shared: ReadonlyMap<string, SharedColumn>;
  findValue: FindValue;
}

/** Numbers that the rows of each line share, as a formula takes them. */
function toFormulaInput({ cells, unit }: SharedColumn, lines: ComputedValue): ComputedValue {
  const members = lines.members.map(({ key, label, group, n }) => {
    const line = { key, label, ...(group !== undefined && { group }), n };
    const cell = cells.get(buildMemberId(line));
    return { ...line, value: typeof cell === 'number' ? cell : null };
  });
  return { value: null, unit, members, direction: 'none', lineage: lines.lineage };
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
    const { column, metric, formula, unit } = own;
    if (column === undefined || metric !== undefined || formula !== undefined) continue;
    const places = placeIn(written, name, own);
    const told = await selectLineCells(rows, { name, column, take: 'shared', unit }, places, context);
    made.set(name, { name, given: own, ...told });
  }
  return made;
}

export type Line = ComputedValue['members'][number];

export function findNumber({ numbers, given }: TableColumn, line: Line): number | null {
  const found = numbers.get(buildMemberId(line));
  if (found !== undefined) return found;
  // A group in which nothing meets the condition of the column.
  return given.metric !== undefined && isMetric(given.metric) ? metrics[given.metric].empty : null;
}

export function getCell(column: TableColumn | SharedColumn, line: Line): Cell {
  if (!('cells' in column)) return toCell(column, findNumber(column, line));
  return formatCell(column.cells.get(buildMemberId(line)) ?? null, column.given);
}

const countsThings: ReadonlySet<string> = new Set(['count', 'count_distinct']);

export function toCell({ value, isDate, given }: TableColumn, number: number | null): Cell {
  if (number === null) return null;
  if (isDate) return formatMinutes(number, given.format);
  const digits = given.digits ?? value.digits;
  return digits === undefined ? number : roundHalfUp(number, digits);
}

export function toResultColumn(column: TableColumn | SharedColumn): ResultColumn {
  const { name, given } = column;
  if ('cells' in column) {
    const isNumber = [...column.cells.values()].every((cell) => cell === null || typeof cell === 'number');
    const type = isNumber && !given.format ? ('number' as const) : ('text' as const);
    return { name, type, ...toHeadingUnit(column.unit, name) };
  }
  const { value, isDate } = column;
  // What a count counts, its heading says.
  const isSaid = given.unit === undefined && given.metric !== undefined && countsThings.has(given.metric);
  const unit = isDate || isSaid ? undefined : value.unit;
  return { name, type: isDate ? 'text' : 'number', ...toHeadingUnit(unit, name) };
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
