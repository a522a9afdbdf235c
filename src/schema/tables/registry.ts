import { z } from 'zod';
import type { ColumnSchema, TableSchema } from './column.ts';
import { contentTables } from './content.ts';
import { goalTables } from './goals.ts';
import { promotionTables } from './promotion.ts';
import { serviceTables } from './service.ts';
import { teamTables } from './team.ts';
import { tradeTables } from './trade.ts';
import { userTables } from './users.ts';

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
export function knownTable(name: string): { name: KnownTable; schema: TableSchema } | undefined {
  const plain = name.toLowerCase();
  return Object.hasOwn(knownTables, plain)
    ? { name: plain as KnownTable, schema: knownTables[plain as KnownTable] }
    : undefined;
}

/** One row of a known table for zod, as JSON and YAML files write it; every key described. */
export function rowSchema(schema: TableSchema): z.ZodObject {
  const shape = Object.entries(schema.columns).map(([name, column]) => [name, cellSchema(column)] as const);
  return z.object(Object.fromEntries(shape)).meta({ title: schema.title.zh, description: schema.meaning.zh });
}

function cellSchema(column: ColumnSchema): z.ZodType {
  const unit = column.unit ? `（${column.unit}）` : '';
  const description = `${column.label.zh}${unit}：${column.description.zh}（${column.description.en}）`;
  const cell = typed(column);
  return (column.required ? cell : cell.nullish()).meta({ description });
}

function typed(column: ColumnSchema): z.ZodType {
  switch (column.type) {
    case 'boolean':
      return z.boolean();
    case 'number':
    case 'integer':
      return bounded(column.type === 'integer' ? z.int() : z.number(), column);
    case 'text':
    case 'date':
    case 'timestamp':
      return column.values ? z.enum(column.values as [string, ...string[]]) : z.string();
  }
}

function bounded(schema: z.ZodNumber, { min, max }: ColumnSchema): z.ZodNumber {
  const low = min === undefined ? schema : schema.min(min);
  return max === undefined ? low : low.max(max);
}
