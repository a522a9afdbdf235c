/** SQL of metrics that are solved: the rows a model reads, and its numbers out of them. */
import type { Cell } from '../../base/source-table.ts';
import type { MetricQuery } from '../metric.ts';
import { buildConditions, buildWhere } from './select.ts';

export type Row = Readonly<Record<string, Cell>>;

interface ObservationColumns {
  /** Rows are grouped by these; without them every row of the table is one. */
  by?: Record<string, string>;
  /** What is read: aggregates where the rows are grouped. */
  read: Record<string, string>;
  only?: string[];
  /** Order within a group of `by`; the expressions of `by` otherwise. */
  order?: string[];
}

/** One SELECT with the keys asked for, `by` and `read` under their names, in order. */
export function buildObservationsSql(
  query: MetricQuery<unknown>,
  { by = {}, read, only = [], order }: ObservationColumns,
): string {
  const aliasAll = (all: Record<string, string>) =>
    Object.entries(all).map(([name, sql]) => `${sql} AS ${name}`);
  const keys = query.keys.map((key) => `${key.text} AS ${key.alias}`);
  const where = buildWhere([...buildConditions(query), ...only]);
  const groups = [...query.keys.map((key) => key.order), ...Object.values(by)];
  const group = Object.keys(by).length > 0 ? `\nGROUP BY ${groups.join(', ')}` : '';
  const sorted = [...query.keys.map((key) => key.order), ...(order ?? Object.values(by))];
  const tail = sorted.length > 0 ? `\nORDER BY ${sorted.join(', ')}` : '';
  const chosen = [...keys, ...aliasAll(by), ...aliasAll(read)].join(',\n  ');
  return `SELECT\n  ${chosen}\nFROM ${query.from}${where}${group}${tail}`;
}

/** A cell as a number; null where it is none. */
export function toNumber(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

export function toText(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
