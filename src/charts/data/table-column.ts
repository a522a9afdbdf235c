import type { TableRows } from '../../base/value-series.ts';

/** The head of a column of a chart's numbers. */
export function createColumn(
  name: string,
  label: string,
  align: 'left' | 'right' = 'right',
): TableRows['columns'][number] {
  return { name, label, unit: '', align };
}
