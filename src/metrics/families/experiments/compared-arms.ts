/** The arms of an experiment: columns, parameters, and which is compared with which. */
import { z } from 'zod';
import { type ColumnNeed, type MetricQuery, ParameterError } from '../../metric.ts';
import { buildObservationsSql, type Row, toNumber, toText } from '../../sql/observations.ts';

export interface ComparedArms {
  control?: string | undefined;
  variant?: string | undefined;
}

export const comparedArmsShape = {
  control: z
    .string()
    .optional()
    .meta({ description: '对照组的名称，默认认出“对照、旧版、control、A”（name of the control arm）' }),
  variant: z
    .string()
    .optional()
    .meta({ description: '实验组的名称，只有两组时可不写（name of the arm compared with it）' }),
};

export const columns = {
  experiment: {
    names: ['exp_id', 'experiment'],
    meaning: { zh: '实验编号，用来找它的登记', en: 'experiment, to find its registration' },
    optional: true,
  },
  arm: { names: ['arm', 'variant', 'group'], meaning: { zh: '组别', en: 'arm' } },
  n: {
    names: ['n'],
    meaning: { zh: '样本量；逐人的表写 "1"', en: 'sample; "1" for a table of single users' },
  },
  successes: {
    names: ['successes', 'conversions'],
    meaning: { zh: '成功数', en: 'successes' },
  },
  sum: {
    names: ['sum'],
    meaning: { zh: '总和；逐人的表写数值列', en: 'sum; the value itself for single users' },
  },
  assigned: {
    names: ['assigned'],
    meaning: { zh: '分到该组的全部人数', en: 'all assigned to the arm' },
    optional: true,
  },
  assignedSuccesses: {
    names: ['assigned_successes'],
    meaning: { zh: '全部分组人数里的成功数', en: 'successes among all assigned' },
    optional: true,
  },
  sumsq: {
    names: ['sumsq'],
    meaning: {
      zh: '平方和；逐人的表写 "数值列 * 数值列"',
      en: 'sum of squares; "value * value" for single users',
    },
  },
} satisfies Record<string, ColumnNeed>;

/** Columns that tell which experiment it is, and who was assigned. */
export const registered = {
  experiment: columns.experiment,
  assigned: columns.assigned,
  assigned_successes: columns.assignedSuccesses,
};

/** One row an arm with the sums of the columns named, and the experiment where the table names it. */
export function buildArmsSql(query: MetricQuery<unknown>, ...read: string[]): string {
  const optional = ['assigned', 'assigned_successes'].filter((name) => query.columns[name] !== undefined);
  const sums = [...read, ...optional].map((name) => [name, `sum(${query.columns[name]})`]);
  const { experiment } = query.columns;
  return buildObservationsSql(query, {
    by: { arm: `CAST(${query.columns.arm} AS VARCHAR)` },
    read: {
      ...Object.fromEntries(sums),
      // Of several in one arm none is the experiment.
      ...(experiment && {
        experiment: `CASE WHEN min(${experiment}) = max(${experiment}) THEN CAST(any_value(${experiment}) AS VARCHAR) END`,
        experiments: `count(DISTINCT ${experiment})`,
      }),
    },
    only: [`${query.columns.arm} IS NOT NULL`],
  });
}

const USUAL_CONTROL = /^(control|对照组?|旧版?|原版|基准组?|base|baseline|a)$/i;

/** Control and variant; undefined without rows. Throws ParameterError where it is not clear which they are. */
export function findArmPair(
  rows: readonly Row[],
  given: ComparedArms,
): { control: Row; variant: Row } | undefined {
  if (rows.length === 0) return undefined;
  const control = resolveArm(rows, 'control', given.control, (name) => USUAL_CONTROL.test(name));
  const several = rows.find((row) => (toNumber(row.experiments) ?? 0) > 1);
  if (several) throw createPooledError(toText(several.arm));
  const others = rows.filter((row) => row !== control);
  if (others.length === 0) return undefined;
  return { control, variant: resolveArm(others, 'variant', given.variant, () => others.length === 1) };
}

function createPooledError(arm: string): ParameterError {
  return new ParameterError('where', {
    zh: `“${arm}”组的行来自几个实验，合在一起没有意义；写 where: "exp_id = '…'" 选定一个`,
    en: `rows of the arm “${arm}” are of several experiments, which say nothing together; choose one with where: "exp_id = '…'"`,
  });
}

function resolveArm(
  rows: readonly Row[],
  param: string,
  written: string | undefined,
  usual: (name: string) => boolean,
): Row {
  const found = rows.filter((row) =>
    written === undefined ? usual(toText(row.arm)) : toText(row.arm) === written,
  );
  if (found.length === 1) return found[0]!;
  const all = rows.map((row) => toText(row.arm));
  throw new ParameterError(param, {
    zh: `写明是哪一组；表中有 ${all.join('、')}`,
    en: `say which arm; the table has ${all.join(', ')}`,
  });
}

/** An arm of a rate. */
export function toRateArm(row: Row): { successes: number; n: number } {
  return { successes: toNumber(row.successes) ?? 0, n: toNumber(row.n) ?? 0 };
}

export function sumSamples(rows: readonly Row[]): number {
  return rows.reduce((sum, row) => sum + (toNumber(row.n) ?? 0), 0);
}
