import type { Cell } from '../base/source-table.ts';
import { type DateOrder, narrow, readDateText } from './forms.ts';

const yearLast = /^(\d{1,2}[-/.]\d{1,2}[-/.]\d{4})([T ].*)?$/;

/** The day of a cell like `7/3/2026`, which needs an order. */
function unclearDay(cell: Cell): string | undefined {
  return typeof cell === 'string' ? yearLast.exec(narrow(cell))?.[1] : undefined;
}

/**
 * The order of day and month in a column: as declared, else the only one in which every cell is a day (13 is no
 * month). `unclear`: row of the first cell that could be two days.
 */
export function columnOrder(
  cells: readonly Cell[],
  declared: DateOrder | undefined,
): { order: DateOrder; unclear?: number } {
  if (declared) return { order: declared };
  const days = cells.flatMap((cell, row) => {
    const day = unclearDay(cell);
    return day === undefined ? [] : [{ day, row }];
  });
  const [first] = days;
  if (!first) return { order: 'ymd' };
  const fits = (['mdy', 'dmy'] as const).filter((order) =>
    days.every(({ day }) => readDateText(day, order) !== undefined),
  );
  if (fits.length === 1) return { order: fits[0]! };
  return fits.length === 0 ? { order: 'ymd' } : { order: 'mdy', unclear: first.row };
}
