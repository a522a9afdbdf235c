/** The frame of `data/<report>/metrics.yaml`: names of values, and how each is made. */
import { z } from 'zod';

const text = z.string().trim().min(1);

const goalReference = z.string().regex(/^goals\..+$/);

const unit = text.optional().meta({
  description:
    '单位，如 人、元、%、个百分点；默认取指标或公式的单位（unit; by default that of the metric or formula）',
});

const digits = z
  .number()
  .int()
  .min(0)
  .max(10)
  .optional()
  .meta({ description: '小数位数，默认按单位（decimals; by default as the unit asks）' });

const label = text.optional().meta({
  description: '图表与指标卡上的名称，默认就是数值名（name on charts and tiles; by default the value’s own）',
});

const direction = z
  .enum(['higher', 'lower', 'none'])
  .optional()
  .meta({ description: '越高越好、越低越好或不分好坏（which way is good）' });

const target = goalReference
  .optional()
  .meta({ description: '目标：goals.<kpi>，取表 goals 的 target 列（target, from the table goals）' });

const baseline = goalReference
  .optional()
  .meta({ description: '基线：goals.<kpi>，取表 goals 的 baseline 列（baseline, from the table goals）' });

const shown = { unit, digits, label, direction, target, baseline };

const expression = (zh: string, en: string) => text.optional().meta({ description: `${zh}（${en}）` });

/** How a group of rows becomes one number; words of the metrics of these names, and the span from first to last. */
export const takes = [
  'count',
  'count_distinct',
  'sum',
  'mean',
  'median',
  'min',
  'max',
  'first',
  'last',
  'span',
] as const;

const grouping = z.strictObject({
  by: z.union([text, z.array(text).min(1)]).meta({
    description:
      '按什么归成一组：列、表.列、步长或 SQL（what makes rows one group: columns, steps or SQL）：session_id',
  }),
  take: z.enum(takes).meta({
    description:
      '每组取什么，此后叫 value：count、count_distinct、sum、mean、median、min、max、first、last、span（最后减最先）（what is taken of a group, then called value）',
  }),
  column: expression('取哪一列', 'column that it is taken of'),
  of: expression('只取符合条件的行，组仍在', 'only of these rows; the group stays'),
  keep: expression('留下哪些组，value 是取到的数', 'groups that stay, by value and their keys'),
});

const bins = z.record(text, z.array(z.number()).min(1)).refine((one) => Object.keys(one).length <= 2);

/** What an entry looks at; the same words for a value, and for a table and its columns. */
const rows = {
  from: text
    .optional()
    .meta({ description: '数据表名，默认取指标常用的表（table; by default the usual one）' }),
  where: text.optional().meta({
    description:
      "筛选条件，SQL，可用 表.列（condition in SQL, columns of other tables as table.column）：channel = 'SEM'",
  }),
  in: z.record(text, text).optional().meta({
    description:
      '只看这些行：列的值出现在另一个数值所数的行里（rows whose value occurs in the rows another entry counts）：{ user_id: 付费用户.user_id }',
  }),
  not_in: z
    .record(text, text)
    .optional()
    .meta({ description: '与 in 相反（rows whose value does not occur there）' }),
  during: text.optional().meta({
    description:
      '统计期，首尾两天都含：report（报告起止）、2026-03、2026-W10、某天、起..止、阶段短名、first 4 weeks、last 4 weeks；默认不限（period, inclusive; `report` is that of the report）：2026-03-02..2026-03-29',
  }),
  at: text.optional().meta({
    description:
      '快照表的哪一天：latest、first 或某天（one snapshot of a table that is written down day by day）：latest',
  }),
  by: z
    .union([text, z.array(text).min(1).max(2), bins])
    .optional()
    .meta({
      description:
        '序列按什么分：day、week、month、quarter、hour、weekday、phase，一列、表.列、SQL，或两者；分段写 { 列: [10, 20] }（series by a step, a column, SQL, or two of them; bins by their edges）：[week, channel]',
    }),
};

const measure = {
  metric: text.meta({ description: '指标库中的指标（id of a metric of the library）：new_users' }),
  column: expression('指标所算的列，等于 with: { column }', 'column, short for with: { column }'),
  time: expression('按哪一列算时间，等于 with: { time }', 'time column, short for with: { time }'),
  each: grouping.optional().meta({
    description:
      '先把行归成组，每组取一个数 value，再算指标；用于 count、share、mean、median 等按行的指标（first make groups of rows, then measure their values）：{ by: user_id, take: count }',
  }),
  of: expression(
    "算占比时什么算数，其余仍在分母里：status = 'refunded'",
    'what counts; the rest stays in the whole',
  ),
  with: z.record(z.string(), z.unknown()).optional().meta({
    description:
      '指标自己的参数与列名（parameters and columns of the metric）：{ start: visit, finish: pay }',
  }),
};

const metricEntry = z.strictObject({
  ...measure,
  ...rows,
  over: z
    .string()
    .trim()
    .regex(/^(cumulative|rolling [1-9]\d*|change|change_rate|year_before|share|rank|index)$/)
    .optional()
    .meta({
      description:
        '由序列再算：cumulative 累计、rolling 7 近 7 步、change 比上一步的变化、change_rate 环比、year_before 同比、share 占合计、rank 名次、index 以第一步为 100（made of the series）',
    }),
  ...shown,
});

const dateFormat = z
  .string()
  .regex(/^[YMDHms:./\-年月日时分 ]+$/)
  .optional()
  .meta({ description: '日期的写法（how a date is written）：MM-DD' });

/** A column of a table: a measure of the rows of each line, a column as it stands, or a formula over the others. */
const tableColumn = z.strictObject({
  ...measure,
  metric: measure.metric.optional(),
  where: rows.where,
  formula: text.optional().meta({ description: '由本表其他列算出（formula over the other columns）' }),
  format: dateFormat,
  unit,
  digits,
});

const tableRows = z.strictObject({
  ...rows,
  columns: z
    .record(text, tableColumn)
    .refine((one) => Object.keys(one).length > 0)
    .meta({
      description:
        '各列：列名到 { metric … }、{ column } 或 { formula }（columns by heading）：任务数: { metric: count }',
    }),
  headings: z
    .union([text.transform((one) => [one]), z.array(text).min(1).max(2)])
    .optional()
    .meta({
      description: 'by 各列的表头，默认取列名或步长的名称（headings of the columns of by）：[平台, 形式]',
    }),
  order: text.optional().meta({
    description: '按哪一列排序，从大到小在后面写 desc（column to order by, desc after it）：成交额 desc',
  }),
  top: z.int().min(1).optional().meta({ description: '只留前几行（first rows only）：5' }),
  total: z
    .boolean()
    .optional()
    .meta({ description: '最后加一行合计，各列重新算（adds a row of totals, each computed anew）' }),
});

const tableEntry = z.strictObject({
  table: tableRows.meta({ description: '一张表，供 <Table> 与图使用（a table, for tables and charts）' }),
  label,
});

const formulaEntry = z.strictObject({
  formula: text.meta({
    description: '由其他数值算出：+ - * / ( ) 与数字（formula over other values）：期末转化率 - 期初转化率',
  }),
  ...shown,
});

const sqlEntry = z.strictObject({
  sql: text.meta({ description: '一条 SELECT，结果为一行一数（one SELECT that gives one number）' }),
  ...shown,
});

const queryEntry = z.strictObject({
  query: text.meta({
    description: '一条 SELECT，结果为多行，供表与图使用（one SELECT of many rows, for tables and charts）',
  }),
  label,
});

/** Each kind of entry by the key that only it has. */
export const entryKinds = {
  metric: metricEntry,
  formula: formulaEntry,
  sql: sqlEntry,
  query: queryEntry,
  table: tableEntry,
} as const;

export type EntryKind = keyof typeof entryKinds;

export const metricsFile = z
  .record(text, z.union([metricEntry, formulaEntry, sqlEntry, queryEntry, tableEntry]))
  .meta({ description: '数值名到其算法（values by name）' });

export type MetricEntry = z.output<typeof metricEntry>;
export type FormulaEntry = z.output<typeof formulaEntry>;
export type SqlEntry = z.output<typeof sqlEntry>;
type QueryEntry = z.output<typeof queryEntry>;
type TableEntry = z.output<typeof tableEntry>;
export type RowGrouping = z.output<typeof grouping>;
export type TableRowsEntry = z.output<typeof tableRows>;
export type TableColumnEntry = z.output<typeof tableColumn>;

/** An entry that has become sound, with the kind that was recognised. */
export type Entry =
  | { kind: 'metric'; given: MetricEntry }
  | { kind: 'formula'; given: FormulaEntry }
  | { kind: 'sql'; given: SqlEntry }
  | { kind: 'query'; given: QueryEntry }
  | { kind: 'table'; given: TableEntry };
