import type { Grain } from '../../base/calendar-days.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/place.ts';
import type { EngineTable } from '../../data/engine.ts';
import type { GroupKey } from '../../metrics/metric.ts';
import { quoteName } from '../../metrics/sql/select.ts';
import { createProblem } from '../../problems/catalog.ts';
import { ValueError } from './value-error.ts';

/** One dimension of `by`. */
export interface Dimension {
  /** Set for time; else it is a column. */
  grain?: Grain;
  key: GroupKey;
}

const timeFormats: Record<Grain, string> = { day: '%Y-%m-%d', week: '%G-W%V', month: '%Y-%m' };

/** `week`, `channel` or both, as SQL. `day` is the table's time as a DATE. */
export function resolveDimensions(
  by: string[],
  table: EngineTable,
  day: string | undefined,
  place: Place,
): Dimension[] {
  return by.map((name, at): Dimension => {
    const alias = at === 0 ? 'key' : 'grp';
    const column = findColumnSql(table, name);
    if (isGrain(name) && day !== undefined) {
      const text = `strftime(${day}, '${timeFormats[name]}')`;
      return { grain: name, key: { alias, text, order: text, timed: true } };
    }
    if (column === undefined) throw new ValueError(createUnknownColumnProblem(name, table, place));
    return { key: { alias, text: `CAST(${column} AS VARCHAR)`, order: column, timed: false } };
  });
}

function isGrain(name: string): name is Grain {
  return name === 'day' || name === 'week' || name === 'month';
}

/** The column of this name as SQL, in whatever case it was written. */
export function findColumnSql(table: EngineTable, name: string): string | undefined {
  const found =
    table.columns.find((column) => column.name === name) ??
    table.columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ??
    table.columns.find((column) => column.header === name || column.label === name);
  return found && quoteName(found.name);
}

export function createUnknownColumnProblem(name: string, table: EngineTable, place: Place) {
  const columns = table.columns.map((column) => column.name);
  const near = findNearestName(name, [...columns, 'day', 'week', 'month']);
  return createProblem('unknown-column', place, { name, near, all: columns.join('、'), table: table.name });
}
