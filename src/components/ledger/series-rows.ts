import type { TableRows } from '../../base/value-series.ts';
import type { BookValue } from '../../report/book.ts';

/** The series of a value as a table: key, second dimension where there is one, number. */
export function buildSeriesRows(value: BookValue, head: string): TableRows {
  const grouped = value.points.some(({ group }) => group !== undefined);
  const text = (name: string) => ({ name, label: '', unit: '', align: 'left' as const });
  return {
    columns: [
      text('key'),
      ...(grouped ? [text('group')] : []),
      { name: 'value', label: head, unit: '', align: 'right' as const },
    ],
    rows: value.points.map(({ label, group, text }) => [label, ...(grouped ? [group ?? ''] : []), text]),
  };
}
