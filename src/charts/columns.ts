import type { Rows } from '../base/series.ts';

/** The head of a column of a chart's numbers. */
export function head(
  name: string,
  label: string,
  align: 'left' | 'right' = 'right',
): Rows['columns'][number] {
  return { name, label, unit: '', align };
}
