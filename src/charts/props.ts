import { z } from 'zod';

/** Attributes of `<Figure>` that kinds take, as an author writes them: texts. */
export const attributes = {
  values: z.string().min(1).describe('画哪些数值：metrics.yaml 里的名称，用逗号分开（names of values）'),
  value: z
    .string()
    .regex(/^[^,，、]+$/)
    .describe('画哪个数值：metrics.yaml 里的名称，只写一个（name of one value）'),
  valuesOrTable: z
    .string()
    .min(1)
    .describe('画哪些数值，或哪张数据表、哪个命名查询（names of values, or of one table or named query）'),
  table: z
    .string()
    .regex(/^[^,，、]+$/)
    .describe('画哪张数据表或哪个命名查询（name of a table or a named query）'),
  events: z
    .string()
    .optional()
    .describe('标出哪张表里的事件：有名称和起止日期，例如 campaigns（table of events with names and days）'),
  goals: z.literal('goals').describe('目标表 goals（the table goals）'),
};

/** Attributes that ask the values again, for other parts, days or rows. */
export const filterAttributes = {
  by: z
    .string()
    .optional()
    .describe('改按什么分组，例如 week 或 channel（grouping in place of the value’s own）'),
  from: z.string().optional().describe('起始日期，含当日，例如 2026-03-02（first day, inclusive）'),
  to: z.string().optional().describe('结束日期，含当日（last day, inclusive）'),
  where: z
    .string()
    .optional()
    .describe("再筛选，SQL 条件，例如 channel = 'SEM'（a further condition in SQL）"),
};

/** A number to mark on an axis. */
export const limitAttribute = z
  .string()
  .regex(/^-?\d+(\.\d+)?$/)
  .optional()
  .describe('标出一个界限，按数值的单位写，例如 48（a limit to mark, in the unit of the numbers）');

/** Attributes that pick the columns of a table or a named query. */
export const columnAttributes = {
  x: z.string().optional().describe('数据表里作名称的一列（column of the names, in a table）'),
  y: z.string().optional().describe('数据表里作数值的列，可用逗号写几个（columns of the numbers）'),
  group: z.string().optional().describe('数据表里再分组的一列（column of the second grouping）'),
};
