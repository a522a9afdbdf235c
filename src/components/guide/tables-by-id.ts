import { knownTables } from '../../schema/tables/known-tables.ts';

/** The known tables in the order of their ids. */
export const tablesById = Object.entries(knownTables)
  .map(([name, schema]) => ({ name, schema }))
  .sort((a, b) => (a.schema.id < b.schema.id ? -1 : a.schema.id > b.schema.id ? 1 : 0));
