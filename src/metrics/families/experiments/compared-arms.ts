/** The arms of an experiment: columns, parameters, and which is compared with which. */
import { z } from 'zod';
import type { ColumnNeed } from '../../metric.ts';
import { type MetricQuery, ParameterError } from '../../metric.ts';
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
  sumsq: {
    names: ['sumsq'],
    meaning: {
      zh: '平方和；逐人的表写 "数值列 * 数值列"',
      en: 'sum of squares; "value * value" for single users',
    },
  },
} satisfies Record<string, ColumnNeed>;

/** One row an arm with the sums of the columns named. */
export function buildArmsSql(query: MetricQuery<unknown>, ...read: string[]): string {
  const sums = read.map((name) => [name, `sum(${query.columns[name]})`]);
  return buildObservationsSql(query, {
    by: { arm: `CAST(${query.columns.arm} AS VARCHAR)` },
    read: Object.fromEntries(sums),
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
  const others = rows.filter((row) => row !== control);
  if (others.length === 0) return undefined;
  return { control, variant: resolveArm(others, 'variant', given.variant, () => others.length === 1) };
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
