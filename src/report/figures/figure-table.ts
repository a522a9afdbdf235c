/** A table or a named query as a figure draws it: raw, or its columns as values with their series. */

import type { Language } from '../../base/language.ts';
import { suggestNames } from '../../base/names/suggest-names.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { Problem } from '../../base/problem.ts';
import { resolveColumnDigits } from '../../base/registry/shown-digits.ts';
import type { Cell } from '../../base/source-table.ts';
import type { Point } from '../../base/value-series.ts';
import type { ChartTable, ChartValue } from '../../charts/input.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import { createProblem } from '../../problems/catalog.ts';
import { getPropPlace, splitNames } from '../manuscript/tag-props.ts';
import { createNamer } from '../registry/name-members.ts';
import type { ReportRegistry } from '../registry/report-registry.ts';
import {
  createUnknownDataProblem,
  findSource,
  type TableContext,
  toQueryProblem,
} from '../tables/report-tables.ts';
import { createTooManyRowsProblem, mostChartRows } from './chart-data.ts';

export type TableData = Pick<TableContext, 'engine' | 'queries' | 'values'>;

/** The rows that `of` names, filtered by `where`. */
export async function readFigureTable(use: BlockTagUse, data: TableData): Promise<ChartTable | Problem[]> {
  const of = use.props.of ?? '';
  const place = getPropPlace(use, 'of');
  const source = findSource(of, data);
  if (!source) return [createUnknownDataProblem(of, place, data)];
  const { where } = use.props;
  try {
    const sql = `SELECT * FROM (${source.sql}) AS source${where ? ` WHERE ${where}` : ''}`;
    const asked = where ? undefined : source.rows;
    const rows = asked ?? (await data.engine.query(`${sql} LIMIT ${mostChartRows + 1}`)).rows;
    if (rows.length > mostChartRows) {
      return [createTooManyRowsProblem(of, rows.length, place)];
    }
    const columns = source.columns.map(({ name, label, unit, type, display }) => {
      const [, bare = label || name, inName = ''] = /^(.+?)\s*[（(]([^（）()]+)[）)]$/.exec(name) ?? [];
      const digits = display?.digits;
      return { name, label: bare, unit: unit || inName, type, ...(digits !== undefined && { digits }) };
    });
    return { name: source.name, columns, rows };
  } catch (error) {
    return [toQueryProblem(error, getPropPlace(use, 'where'))];
  }
}

/** Looks columns up by name or label, and collects the problems of those that are not there. */
function createColumnFinder({ columns }: ChartTable, use: BlockTagUse) {
  const problems: Problem[] = [];
  const find = (prop: 'x' | 'y' | 'group', name: string) => {
    const found = columns.find((one) => one.name === name || one.label === name);
    if (found) return found;
    const names = columns.map((one) => one.name);
    const params = { name, ...suggestNames(name, names) };
    problems.push(createProblem('unknown-table-column', getPropPlace(use, prop), params));
    return undefined;
  };
  return { find, problems };
}

/** The columns that `x`, `y` and `group` name. */
export function resolvePickedColumns(
  table: ChartTable,
  use: BlockTagUse,
): { picked: NonNullable<ChartTable['picked']>; problems: Problem[] } {
  const { find, problems } = createColumnFinder(table, use);
  const { x, y, group } = use.props;
  const one = (prop: 'x' | 'group', name: string | undefined) => {
    const found = name === undefined ? undefined : find(prop, name);
    return found && { [prop]: found.name };
  };
  const several = splitNames(y ?? '').flatMap((name) => find('y', name)?.name ?? []);
  const picked = { ...one('x', x), ...one('group', group), ...(several.length > 0 && { y: several }) };
  return { picked, problems };
}

/** One value a column of numbers, its series by the columns `x` and `group`. Without `x` every row is a member. */
export function buildColumnValues(
  table: ChartTable,
  use: BlockTagUse,
  { language, registry }: { language: Language; registry?: ReportRegistry | undefined },
): { values: ChartValue[]; problems: Problem[] } {
  const { find, problems } = createColumnFinder(table, use);
  const { x, y, group } = use.props;
  const names = x ? find('x', x) : table.columns.find(({ type }) => type === 'text' || type === 'date');
  const groups = group ? find('group', group) : undefined;
  const wanted = y ? splitNames(y).map((name) => find('y', name)) : findNumericColumns(table);
  const numbers = wanted.filter((one) => one !== undefined);
  if (numbers.length === 0 && problems.length === 0) {
    const text = table.columns.map((one) => one.name).join('、');
    problems.push(createProblem('figure-needs-column', use.place, { name: table.name, text }));
  }
  if (problems.length > 0) return { values: [], problems };
  const repeated = findRepeatedRow(table, names?.name, groups?.name);
  if (x && repeated) {
    const params = { name: table.name, text: repeated };
    return {
      values: [],
      problems: [createProblem('figure-rows-repeat', getPropPlace(use, 'x'), params)],
    };
  }
  const keys = { x: names?.name, group: groups?.name };
  const nameTexts = (column: string | undefined) => {
    if (column === undefined || !registry) return (text: string) => text;
    const texts = table.rows.map((row) => formatKey(row[column] ?? null));
    return createNamer(texts, column, registry);
  };
  const namers = { x: nameTexts(keys.x), group: nameTexts(keys.group) };
  return {
    values: numbers.map((one) => buildColumnValue(table, one, { keys, namers, language })),
    problems,
  };
}

function findNumericColumns({ columns }: ChartTable): ChartTable['columns'] {
  return columns.filter(({ type }) => type === 'number' || type === 'integer').slice(0, 1);
}

interface Keys {
  x: string | undefined;
  group: string | undefined;
}

interface ColumnReading {
  keys: Keys;
  /** What keys are called. */
  namers: Record<keyof Keys, (text: string) => string>;
  language: Language;
}

function buildColumnValue(
  { rows }: ChartTable,
  column: ChartTable['columns'][number],
  { keys: { x, group }, namers, language }: ColumnReading,
): ChartValue {
  const { name, label, unit } = column;
  const cells = rows.map((row) => row[name]);
  const numbers = cells.map((cell) => (typeof cell === 'number' ? cell : null));
  const digits = column.digits ?? resolveColumnDigits(numbers, unit);
  const formatText = (value: number | null) => formatNumber(value, { unit, language, digits });
  const points = rows.map((row, i): Point => {
    const cell = row[name];
    const value = typeof cell === 'number' && Number.isFinite(cell) ? cell : null;
    const key = x === undefined ? String(i + 1) : formatKey(row[x] ?? null);
    const part = group === undefined ? {} : { group: namers.group(formatKey(row[group] ?? null)) };
    return { key, label: namers.x(key), ...part, value, text: formatText(value), n: 1 };
  });
  // Prices and rates of rows do not add up to anything.
  const adds = unit !== '%' && !unit.includes('/');
  const sum = adds ? points.reduce((all, point) => all + (point.value ?? 0), 0) : null;
  return { name, label, unit, direction: 'none', value: sum, text: formatText(sum), points };
}

/** A name or a time as the keys of series are written. */
function formatKey(cell: Cell): string {
  if (cell === null || cell === '') return '—';
  return String(cell).replace(/^(\d{4}-\d{2}-\d{2})[T ]00:00(:00(\.0+)?)?(Z|[+-]\d{2}:?\d{2})?$/, '$1');
}

function findRepeatedRow(
  { rows }: ChartTable,
  x: string | undefined,
  group: string | undefined,
): string | undefined {
  if (x === undefined) return undefined;
  const seen = new Set<string>();
  for (const row of rows) {
    const parts = [row[x] ?? null, ...(group === undefined ? [] : [row[group] ?? null])].map(formatKey);
    const key = JSON.stringify(parts);
    if (seen.has(key)) return parts.join(' · ');
    seen.add(key);
  }
  return undefined;
}
