import { type KnownTable, knownTables } from '../../schema/tables/known-tables.ts';

/** The engine's type of a column: that of the schema. */
export function getSqlType(table: string, column: string): string {
  const known = knownTables[table as KnownTable]?.columns[column];
  if (!known) return column.endsWith('_at') ? 'TIMESTAMPTZ' : 'VARCHAR';
  if (known.type === 'number') return known.unit === '元' ? 'DECIMAL(18,2)' : 'DOUBLE';
  return { text: 'VARCHAR', integer: 'BIGINT', boolean: 'BOOLEAN', date: 'DATE', timestamp: 'TIMESTAMPTZ' }[
    known.type
  ];
}
