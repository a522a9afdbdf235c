/** Tables of metrics.yaml whose lines are rows as they stand, and what the lines of others are called. */

import { suggestNames } from '../../base/names/suggest-names.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { Cell } from '../../base/source-table.ts';
import type { QueryResult } from '../../data/engine.ts';
import { collectFormulaNames } from '../../metrics/formula-syntax.ts';
import { metrics } from '../../metrics/library.ts';
import { buildConditions, buildWhere } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TableRowsEntry } from '../../schema/metrics-file-schema.ts';
import { type ComputedValue, type ValueContext, ValueError } from './computed-value.ts';
import { createUnknownInputError, evaluateFormula, parseFormulaEntry } from './formula-value.ts';
import type { NamedEntry } from './metrics-entries.ts';
import { createScope, planQuery } from './plan-query.ts';
import { compileExpression } from './rows/expressions.ts';
import { buildFrom } from './rows/row-source.ts';
import { formatIsoTime } from './table-dates.ts';

export type TablePlaces = Pick<NamedEntry, 'name' | 'place' | 'getPlace'>;

/** A table computed: its rows, and the SQL that it is made of. */
export interface ComputedTable {
  result: QueryResult;
  sql: string;
  /** Tables that it reads. */
  tables: string[];
}

/** Headings of the columns with keys. */
export async function findKeyTitles(
  { columns: _, order: __, top: ___, total: ____, headings, ...rows }: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
): Promise<string[]> {
  const { by } = await planQuery({ metric: 'count', ...rows }, metrics.count, written, context);
  return by.map(({ title }, at) => headings?.[at] ?? title);
}

/** One line a row: columns as they stand, and formulas over them. Throws ValueError or QueryError. */
export async function selectTableRows(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
): Promise<ComputedTable> {
  const { columns, order, top, total: _, headings: __, ...rows } = given;
  assertOrder(order, Object.keys(columns), written);
  const place = (...path: string[]) => written.getPlace('table', ...path);
  const plan = await planQuery(
    { metric: 'count', ...rows },
    metrics.count,
    { ...written, getPlace: place },
    context,
  );
  const scope = { ...createScope(plan.table, context), time: plan.query.time, day: plan.query.day };
  const chosen = Object.entries(columns)
    .filter(([, { formula }]) => formula === undefined)
    .map(([name, { column = '', unit }]) => {
      const expression = compileExpression(column, scope, place('columns', name, 'column'), unit);
      return { name, ...expression };
    });
  const from = scope.joined.size > 0 ? await buildFrom(scope, false) : plan.query.from;
  const list = chosen.map(({ name, sql }) => `${sql} AS ${quoteSqlName(name)}`).join(', ');
  const sql = `SELECT ${list}\nFROM ${from}${buildWhere(buildConditions(plan.query))}`;
  const { columns: types, rows: found } = await context.engine.query(sql);
  const withFormulas = addFormulas(given, found, written);
  const sorted = sortRows(withFormulas, order).slice(0, top);
  const out = sorted.map((row) =>
    Object.fromEntries(
      Object.keys(columns).map((name) => [name, formatCell(row[name] ?? null, columns[name]!)]),
    ),
  );
  const typeOf = (name: string) => types.find((one) => one.name === name)?.type ?? ('number' as const);
  return {
    result: {
      columns: Object.keys(columns).map((name) => ({
        name,
        type: columns[name]!.format ? ('text' as const) : typeOf(name),
        ...toUnit(columns[name]!.unit ?? chosen.find((one) => one.name === name)?.column?.unit, name),
      })),
      rows: out,
    },
    sql,
    tables: [plan.table.name, ...[...scope.joined.values()].map(({ table }) => table.name)],
  };
}

const toUnit = (unit: string | undefined, name: string) => (unit && !name.includes(unit) ? { unit } : {});

type Rows = QueryResult['rows'];

function formatCell(cell: Cell, { format, digits }: TableRowsEntry['columns'][string]): Cell {
  if (format && typeof cell === 'string') return formatIsoTime(cell, format);
  return digits !== undefined && typeof cell === 'number' ? Number(cell.toFixed(digits)) : cell;
}

/** Formulas of each row over its own cells. */
function addFormulas({ columns }: TableRowsEntry, rows: Rows, written: TablePlaces): Rows {
  const formulas = Object.entries(columns).filter(([, { formula }]) => formula !== undefined);
  if (formulas.length === 0) return rows;
  const added = rows.map((row) => ({ ...row }));
  for (const [name, { formula: text = '', unit, digits }] of formulas) {
    const places = {
      name,
      place: written.getPlace('table', 'columns', name),
      getPlace: (...path: string[]) => written.getPlace('table', 'columns', name, ...path),
    };
    const entry = { formula: text, unit, digits };
    const formula = parseFormulaEntry(entry, places);
    const names = collectFormulaNames(formula);
    const unknown = names.find((one) => !Object.hasOwn(columns, one));
    if (unknown !== undefined) throw createUnknownInputError(unknown, Object.keys(columns), places);
    for (const row of added) {
      const inputs = new Map(names.map((one) => [one, toInput(row[one] ?? null, columns[one]?.unit)]));
      row[name] = evaluateFormula(formula, entry, places, inputs).value;
    }
  }
  return added;
}

function toInput(cell: Cell, unit = ''): ComputedValue {
  return {
    value: typeof cell === 'number' ? cell : null,
    unit,
    members: [],
    direction: 'none',
    lineage: { kind: 'sql', formula: '', inputs: [], tables: [], rows: 0, files: [] },
  };
}

/** `成交额 desc`. */
export function parseOrder(order: string): { name: string; isFalling: boolean } {
  const [, name = '', direction] = /^(.*?)(?:\s+(desc|asc))?$/i.exec(order.trim()) ?? [];
  return { name, isFalling: direction?.toLowerCase() === 'desc' };
}

/** Throws ValueError where there is no such column. */
export function assertOrder(order: string | undefined, all: string[], { getPlace }: TablePlaces): void {
  if (order === undefined) return;
  const { name } = parseOrder(order);
  if (all.includes(name)) return;
  const params = { name, ...suggestNames(name, all) };
  throw new ValueError(createProblem('table-order-unknown', getPlace('table', 'order'), params));
}

/** By the cells of a column; blanks at the end. */
function sortRows(rows: Rows, order: string | undefined): Rows {
  if (order === undefined) return rows;
  const { name, isFalling } = parseOrder(order);
  const factor = isFalling ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [left, right] = [a[name] ?? null, b[name] ?? null];
    if (left === null || right === null) return Number(left === null) - Number(right === null);
    return left === right ? 0 : factor * (left < right ? -1 : 1);
  });
}
