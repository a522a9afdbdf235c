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

const metricEntry = z.strictObject({
  metric: text.meta({ description: '指标库中的指标（id of a metric of the library）：new_users' }),
  from: text
    .optional()
    .meta({ description: '数据表名，默认取指标常用的表（table; by default the usual one）' }),
  where: text.optional().meta({ description: "筛选条件，SQL（condition in SQL）：channel = 'SEM'" }),
  during: text.optional().meta({
    description:
      '统计期，首尾两天都含；report 表示报告的起止日期；默认不限（period, inclusive; `report` is that of the report）：2026-03-02..2026-03-29',
  }),
  by: z
    .union([text, z.array(text).min(1).max(2)])
    .optional()
    .meta({
      description:
        '序列按什么分：day、week、month，或一列，或两者（series by day, week, month, a column, or two of them）：[week, channel]',
    }),
  with: z.record(z.string(), z.unknown()).optional().meta({
    description:
      '指标自己的参数与列名（parameters and columns of the metric）：{ start: visit, finish: pay }',
  }),
  ...shown,
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
} as const;

export type EntryKind = keyof typeof entryKinds;

export const metricsFile = z
  .record(text, z.union([metricEntry, formulaEntry, sqlEntry, queryEntry]))
  .meta({ description: '数值名到其算法（values by name）' });

export type MetricEntry = z.output<typeof metricEntry>;
export type FormulaEntry = z.output<typeof formulaEntry>;
export type SqlEntry = z.output<typeof sqlEntry>;
type QueryEntry = z.output<typeof queryEntry>;

/** An entry that has become sound, with the kind that was recognised. */
export type Entry =
  | { kind: 'metric'; given: MetricEntry }
  | { kind: 'formula'; given: FormulaEntry }
  | { kind: 'sql'; given: SqlEntry }
  | { kind: 'query'; given: QueryEntry };
