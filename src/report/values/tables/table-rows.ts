/** Tables of metrics.yaml whose lines are rows as they stand, and what the lines of others are called. */

import { roundHalfUp } from '../../../base/number-format.ts';
import { quoteSqlName } from '../../../base/quoting.ts';
import type { Cell } from '../../../base/source-table.ts';
import type { Quantity } from '../../../base/unit.ts';
import type { QueryResult } from '../../../data/engine.ts';
import { collectFormulaNames } from '../../../metrics/formula-syntax.ts';
import { metrics } from '../../../metrics/library.ts';
import { buildConditions, buildWhere } from '../../../metrics/sql/select.ts';
import type { TableRowsEntry } from '../../../schema/metrics-file-schema.ts';
import type { ValueContext } from '../computed-value.ts';
import { createUnknownInputError, evaluateFormulaNumber, parseFormulaEntry } from '../formula-value.ts';
import type { NamedEntry } from '../metrics-entries.ts';
import { planQuery } from '../plan-query.ts';
import { compileExpression } from '../rows/expressions.ts';
import { buildFrom } from '../rows/row-source.ts';
import { formatIsoTime } from './table-dates.ts';
import { parseOrder, sortBy } from './table-order.ts';

export type TablePlaces = Pick<NamedEntry, 'name' | 'place' | 'getPlace'>;

/** A table computed: its rows, and the SQL that it is made of. */
export interface ComputedTable {
  result: QueryResult;
  sql: string;
  /** Tables that it reads. */
  tables: string[];
}

/** One line a row: columns as they stand, and formulas over them. Throws ValueError or QueryError. */
export async function selectTableRows(
  given: TableRowsEntry,
  written: TablePlaces,
  context: ValueContext,
): Promise<ComputedTable> {
  const { columns, lines: _lines, order, top, total: _, headings: __, ...rows } = given;
  const place = (...path: string[]) => written.getPlace('table', ...path);
  const plan = await planQuery(
    { metric: 'count', ...rows },
    metrics.count,
    { ...written, getPlace: place },
    context,
  );
  const { scope } = plan;
  const chosen = Object.entries(columns)
    .filter(([, { formula }]) => formula === undefined)
    .map(([name, { column = '', unit }]) => {
      const expression = compileExpression(column, scope, place('columns', name, 'column'), unit);
      return { name, ...expression };
    });
  const sortings = parseOrder(order);
  // What lines go by need not be shown.
  const hidden = sortings
    .filter(({ name }) => !Object.hasOwn(columns, name))
    .map(({ name, at }) => ({ name, ...compileExpression(name, scope, place('order', String(at))) }));
  const from = scope.joined.size > 0 ? await buildFrom(scope, false) : plan.query.from;
  const list = [...chosen, ...hidden].map(({ name, sql }) => `${sql} AS ${quoteSqlName(name)}`);
  const sql = `SELECT ${list.join(', ')}\nFROM ${from}${buildWhere(buildConditions(plan.query))}`;
  const { columns: types, rows: found } = await context.engine.query(sql);
  const withFormulas = addFormulas(given, found, written);
  const sorted = sortBy(withFormulas, sortings, (row, { name }) => row[name] ?? null).slice(0, top);
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
        ...toHeadingUnit(columns[name]!.unit ?? chosen.find((one) => one.name === name)?.column?.unit, name),
      })),
      rows: out,
    },
    sql,
    tables: [plan.table.name, ...[...scope.joined.values()].map(({ table }) => table.name)],
  };
}

/** A heading that names its unit, as 投入（人日） and Hours (h) do, gets no second one. */
export function toHeadingUnit(unit: string | undefined, name: string): { unit?: string } {
  return unit && !name.includes(unit) && !/[（(][^（()）]+[)）]$/.test(name) ? { unit } : {};
}

type Rows = QueryResult['rows'];

export function formatCell(cell: Cell, { format, digits }: TableRowsEntry['columns'][string]): Cell {
  if (format && typeof cell === 'string') return formatIsoTime(cell, format);
  return digits !== undefined && typeof cell === 'number' ? roundHalfUp(cell, digits) : cell;
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
      row[name] = evaluateFormulaNumber(formula, entry, places, inputs);
    }
  }
  return added;
}

function toInput(cell: Cell, unit = ''): Quantity {
  return { value: typeof cell === 'number' ? cell : null, unit };
}
