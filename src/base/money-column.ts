import type { SourceColumn } from './source-table.ts';

/** Money of a known table is exact to four decimals: sums do not depend on the order of rows. */
export function isMoneyColumn({ type, unit }: Pick<SourceColumn, 'type' | 'unit'>, known: boolean): boolean {
  return known && type === 'number' && unit === '元';
}
