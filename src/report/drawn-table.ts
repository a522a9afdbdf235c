import type { Language } from '../base/language.ts';
import type { Rows } from '../base/series.ts';
import type { Cell, ColumnType } from '../base/source-table.ts';
import type { Drawing } from '../charts/render.ts';
import { showRows } from './cells.ts';
import type { NamedRows } from './chart-data.ts';

/** What the marks stand for, with the names and units of the columns it comes from. */
export function drawnTable({ rows = [] }: Drawing, tables: NamedRows[], language: Language): Rows {
  const known = new Map(
    tables.flatMap((table) => table.columns.map((column) => [column.name, column] as const)),
  );
  const names = Object.keys(rows[0] ?? {}).filter((name) => shown(rows, name));
  const columns = names.map((name) => {
    const number = rows.every((row) => row[name] === null || typeof row[name] === 'number');
    const type: ColumnType = number ? 'number' : 'text';
    return { ...(known.get(name) ?? { name, label: name, unit: '' }), type };
  });
  return {
    columns: columns.map(({ name, label, unit, type }) => {
      return {
        name,
        label: label || name,
        unit,
        align: type === 'number' ? ('right' as const) : ('left' as const),
      };
    }),
    rows: showRows(
      rows.map((row) => columns.map((column) => cellOf(row[column.name]))),
      columns,
      language,
    ),
  };
}

/** Columns with something in them that Vega-Lite did not add for its own use (`值_start`, `__row`). */
function shown(rows: readonly Record<string, unknown>[], name: string): boolean {
  if (/^__|_(start|end)$/.test(name)) return false;
  return rows.some((row) => row[name] !== null && row[name] !== undefined && typeof row[name] !== 'object');
}

function cellOf(value: unknown): Cell {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}
