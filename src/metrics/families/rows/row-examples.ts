/** What the metrics of rows have in common: any table, one column, three rows to work them by hand. */
import type { ColumnNeed } from '../../metric.ts';
import { createNeed, createOptionalNeed } from '../../shared-columns.ts';

export const valueColumn: ColumnNeed = createNeed(['value', 'index'], '要汇总的列', 'column to sum up');

export const optionalColumn: ColumnNeed = createOptionalNeed([], '要汇总的列', 'column to sum up');

export const marks = { 'marks.csv': 'name,value\na,10\nb,20\nb,60\n' };

/** Asked of whatever table `from` names. */
export const anyRows = { table: '' } as const;

export const columnUnit = { column: 'column', otherwise: '' } as const;
