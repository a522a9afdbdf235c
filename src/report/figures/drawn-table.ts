import type { Language } from '../../base/language.ts';
import type { Cell, ColumnType } from '../../base/source-table.ts';
import type { TableRows } from '../../base/value-series.ts';
import type { Drawing } from '../../charts/draw/render.ts';
import { formatRows } from '../tables/format-cells.ts';
import type { NamedRows } from './chart-data.ts';

/** What the marks stand for, with the names and units of the columns it comes from. */
export function buildDrawnTable({ rows = [] }: Drawing, tables: NamedRows[], language: Language): TableRows {
  const known = new Map(
    tables.flatMap((table) => table.columns.map((column) => [column.name, column] as const)),
  );
  const names = Object.keys(rows[0] ?? {}).filter((name) => isShownColumn(rows, name));
  const columns = names.map((name) => {
    const time = findTimeColumn(name, [...known.values()]);
    if (time) return { ...time, name };
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
    rows: formatRows(
      rows.map((row) => columns.map(({ name, type }) => toCell(row[name], type))),
      columns,
      language,
    ),
  };
}

/** Columns with something in them that Vega-Lite did not add for its own use (`值_start`, `__row`). */
function isShownColumn(rows: readonly Record<string, unknown>[], name: string): boolean {
  if (/^__|_(start|end)$/.test(name)) return false;
  // What makes a row of a map a feature.
  if (name === 'type' && rows.every((row) => row.type === 'Feature' && 'geometry' in row)) return false;
  return rows.some((row) => row[name] !== null && row[name] !== undefined && typeof row[name] !== 'object');
}

type Column = NamedRows['columns'][number];

/** The column of times that `name` is, or is made of: Vega-Lite calls the month of 日期 `yearmonth_日期`. */
function findTimeColumn(name: string, columns: Column[]): Column | undefined {
  const times = columns.filter(({ type }) => type === 'date' || type === 'timestamp');
  return times.find((column) => name === column.name || name.endsWith(`_${column.name}`));
}

function toCell(value: unknown, type: ColumnType): Cell {
  if (type === 'date' || type === 'timestamp') return formatIsoTime(value, type);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

/** Vega counts milliseconds in the zone of the machine, in which it has read the times too: so they come out as they went in. */
function formatIsoTime(value: unknown, type: 'date' | 'timestamp'): string | null {
  if (typeof value === 'string') return value.replaceAll('/', '-');
  if (typeof value !== 'number') return null;
  const date = new Date(value);
  const padTwo = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${padTwo(date.getMonth() + 1)}-${padTwo(date.getDate())}`;
  return type === 'date' ? day : `${day} ${padTwo(date.getHours())}:${padTwo(date.getMinutes())}`;
}
