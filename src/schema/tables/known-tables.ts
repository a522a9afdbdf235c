import { z } from 'zod';
import { contentTables } from './content-tables.ts';
import { goalTables } from './goal-tables.ts';
import { promotionTables } from './promotion-tables.ts';
import { serviceTables } from './service-tables.ts';
import type { ColumnSchema, TableSchema } from './table-schema.ts';
import { teamTables } from './team-tables.ts';
import { tradeTables } from './trade-tables.ts';
import { userTables } from './user-tables.ts';

const families = {
  ...userTables,
  ...tradeTables,
  ...promotionTables,
  ...contentTables,
  ...serviceTables,
  ...teamTables,
  ...goalTables,
};

export type KnownTable = keyof typeof families;

/** Every table with a known name. A file of that name is held to its schema. */
export const knownTables: Readonly<Record<KnownTable, TableSchema>> = families;

/** The schema of the table called `name`, which may be written in capitals. */
export function findKnownTable(name: string): { name: KnownTable; schema: TableSchema } | undefined {
  const plain = name.toLowerCase();
  return Object.hasOwn(knownTables, plain)
    ? { name: plain as KnownTable, schema: knownTables[plain as KnownTable] }
    : undefined;
}

/** One row of a known table for zod, as JSON and YAML files write it; every key described. */
export function buildRowSchema(schema: TableSchema): z.ZodObject {
  const shape = Object.entries(schema.columns).map(
    ([name, column]) => [name, buildCellSchema(column)] as const,
  );
  return z.object(Object.fromEntries(shape)).meta({ title: schema.title.zh, description: schema.meaning.zh });
}

function buildCellSchema(column: ColumnSchema): z.ZodType {
  const unit = column.unit ? `（${column.unit}）` : '';
  const description = `${column.label.zh}${unit}：${column.description.zh}（${column.description.en}）`;
  const cell = buildTypeSchema(column);
  return (column.required ? cell : cell.nullish()).meta({ description });
}

function buildTypeSchema(column: ColumnSchema): z.ZodType {
  switch (column.type) {
    case 'boolean':
      return z.boolean();
    case 'number':
    case 'integer':
      return withBounds(column.type === 'integer' ? z.int() : z.number(), column);
    case 'text':
    case 'date':
    case 'timestamp':
      return column.values ? z.enum(column.values as [string, ...string[]]) : z.string();
  }
}

function withBounds(schema: z.ZodNumber, { min, max }: ColumnSchema): z.ZodNumber {
  const low = min === undefined ? schema : schema.min(min);
  return max === undefined ? low : low.max(max);
}
