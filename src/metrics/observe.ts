/** SQL of metrics that are solved: the rows a model reads, and its numbers out of them. */
import type { Cell } from '../base/source-table.ts';
import type { Ask } from './metric.ts';
import { conditions, whereClause } from './select.ts';

export type Row = Readonly<Record<string, Cell>>;

interface Chosen {
  /** Rows are grouped by these; without them every row of the table is one. */
  by?: Record<string, string>;
  /** What is read: aggregates where the rows are grouped. */
  read: Record<string, string>;
  only?: string[];
  /** Order within a group of `by`; the expressions of `by` otherwise. */
  order?: string[];
}

/** One SELECT with the keys asked for, `by` and `read` under their names, in order. */
export function observe(ask: Ask<unknown>, { by = {}, read, only = [], order }: Chosen): string {
  const named = (all: Record<string, string>) =>
    Object.entries(all).map(([name, sql]) => `${sql} AS ${name}`);
  const keys = ask.keys.map((key) => `${key.text} AS ${key.alias}`);
  const where = whereClause([...conditions(ask), ...only]);
  const groups = [...ask.keys.map((key) => key.order), ...Object.values(by)];
  const group = Object.keys(by).length > 0 ? `\nGROUP BY ${groups.join(', ')}` : '';
  const sorted = [...ask.keys.map((key) => key.order), ...(order ?? Object.values(by))];
  const tail = sorted.length > 0 ? `\nORDER BY ${sorted.join(', ')}` : '';
  const chosen = [...keys, ...named(by), ...named(read)].join(',\n  ');
  return `SELECT\n  ${chosen}\nFROM ${ask.from}${where}${group}${tail}`;
}

/** A cell as a number; null where it is none. */
export function numberOf(cell: Cell | undefined): number | null {
  if (cell === null || cell === undefined || cell === '') return null;
  const number = Number(cell);
  return Number.isFinite(number) ? number : null;
}

export function textOf(cell: Cell | undefined): string {
  return cell === null || cell === undefined ? '' : String(cell);
}
