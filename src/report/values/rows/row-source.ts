/** Which rows an entry looks at: its table with columns of others, one snapshot, those whose values occur elsewhere. */
import type { Period } from '../../../base/calendar-days.ts';
import type { Place } from '../../../base/place.ts';
import { quoteSqlName, quoteSqlText } from '../../../base/quoting.ts';
import type { EngineTable } from '../../../data/engine.ts';
import { buildPeriodCondition } from '../../../metrics/sql/select.ts';
import { createProblem } from '../../../problems/catalog.ts';
import { getTableTraits } from '../../../schema/tables/table-traits.ts';
import { ValueError } from '../computed-value.ts';
import { buildJoins } from './joined-tables.ts';
import { buildDaySql, type RowScope } from './row-scope.ts';

/** The name of the column that numbers rows in the order of their file. */
export const rowNumber = 'source_row';

/** FROM for the rows of a scope, as one table of its own name; `numbered`: with their order in the file. */
export async function buildFrom(scope: RowScope, numbered: boolean): Promise<string> {
  const name = quoteSqlName(scope.table.name);
  if (scope.joined.size === 0 && !numbered) return name;
  const { sql, columns } = await buildJoins(scope);
  const chosen = ['own.*', ...(numbered ? [`row_number() OVER () AS ${rowNumber}`] : []), ...columns];
  return `(SELECT ${chosen.join(', ')}\n  FROM ${name} AS own${sql}) AS ${name}`;
}

/** The condition for one snapshot: the latest, the first, or that of a day. Throws ValueError. */
export function buildSnapshotCondition(
  at: string,
  table: EngineTable,
  period: Period | undefined,
  place: Place,
): string {
  const column = table.snapshot ?? (table.known ? getTableTraits(table.name).snapshot : undefined);
  const found = table.columns.find(({ name, header }) => name === column || header === column);
  if (!found) throw new ValueError(createProblem('no-snapshot', place, { table: table.name }));
  const day = buildDaySql(quoteSqlName(found.name), table);
  if (/^\d{4}-\d{2}-\d{2}$/.test(at)) return `${day} = DATE ${quoteSqlText(at)}`;
  const pick = { latest: 'max', first: 'min' }[at];
  if (!pick) throw new ValueError(createProblem('bad-snapshot', place, { found: at }));
  const within = period ? ` WHERE ${buildPeriodCondition(day, period)}` : '';
  return `${day} = (SELECT ${pick}(${day}) FROM ${quoteSqlName(table.name)}${within})`;
}
