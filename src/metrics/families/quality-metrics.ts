/** Whether the data can be believed: sources that should agree, blanks, doubles. */
import { z } from 'zod';
import { computeChangeRate } from '../../base/conventions/change.ts';
import { defineFamily } from '../define-family.ts';
import { type ColumnNeed, type MetricDefinition, ParameterError, type Solution } from '../metric.ts';
import { time } from '../shared-columns.ts';
import { type NoParams, none } from '../shared-params.ts';
import { buildObservationsSql, type Row, toNumber, toText } from '../sql/observations.ts';
import { buildAggregateSql } from '../sql/select.ts';

interface ReconciliationParams {
  reference?: string | undefined;
  tolerance: number;
}

const columns: Record<string, ColumnNeed> = {
  metric: { names: ['metric', 'kpi'], meaning: { zh: '指标', en: 'metric' } },
  source: { names: ['source'], meaning: { zh: '来源', en: 'source' } },
  value: { names: ['value'], meaning: { zh: '值', en: 'value' } },
  time: { ...time, names: ['date', ...time.names], optional: false },
};

const params = z.strictObject({
  reference: z
    .string()
    .optional()
    .meta({ description: '作为基准的来源（source that the others are compared with）：后台' }),
  tolerance: z
    .number()
    .min(0)
    .default(10)
    .meta({ description: '容许的差异，百分之几，默认 10（tolerance in per cent）' }),
});

interface SourceComparison {
  key: string;
  /** In per cent of the reference; null where only one side has a value. */
  difference: number | null;
  passed: boolean;
}

/** Every value of another source against the reference of the same day and metric. Both 0 agree; one 0 does not. */
function compareSources(
  rows: readonly Row[],
  { reference, tolerance }: ReconciliationParams,
): SourceComparison[] {
  const sources = [...new Set(rows.map((row) => toText(row.source)))];
  const base = reference ?? (sources.length === 1 ? sources[0] : undefined);
  if (rows.length > 0 && (base === undefined || !sources.includes(base))) {
    throw new ParameterError('reference', {
      zh: `写明以哪个来源为基准；表中有 ${sources.join('、')}`,
      en: `say which source is the reference; the table has ${sources.join(', ')}`,
    });
  }
  const place = (row: Row) => `${toText(row.at)} ${toText(row.metric)}`;
  const truth = new Map(
    rows.filter((row) => toText(row.source) === base).map((row) => [place(row), toNumber(row.value)]),
  );
  return rows
    .filter((row) => toText(row.source) !== base)
    .map((row) => {
      const [a, b] = [toNumber(row.value), truth.get(place(row)) ?? null];
      // Of a reference below 0 there is no rate, but it is known how far off it is.
      const isNear = a !== null && b !== null && 100 * Math.abs(a - b) <= tolerance * Math.abs(b);
      return {
        key: `${place(row)} ${toText(row.source)}`,
        difference: computeChangeRate(a, b),
        passed: isNear,
      };
    });
}

const reconciled = {
  unit: '%',
  edgeCases: {
    zh: '没有可比的数时为“—”。两边都为 0 算一致；基准为 0 或缺失而另一边有数，算不一致。基准不大于 0 的，算不出差异率。',
    en: 'With nothing to compare it is "—". Both 0 agree; a value against a reference of 0 or none does not. Of a reference that is not above 0 there is no difference in per cent.',
  },
  source: 'IAB UK, Preventing discrepancy checklist: within 10 % of the publisher’s figures',
  table: 'recon',
  columns,
  params,
  proportion: false,
  empty: null,
} as const;

const RECON = {
  'recon.csv':
    'date,metric,source,value\n2026-03-02,点击,平台,110\n2026-03-02,点击,后台,100\n2026-03-03,点击,平台,95\n2026-03-03,点击,后台,100\n2026-03-04,点击,平台,0\n2026-03-04,点击,后台,0\n2026-03-05,点击,平台,130\n2026-03-05,点击,后台,100\n',
};

const buildReconciliationSql: MetricDefinition<ReconciliationParams>['sql'] = (query) => {
  const { metric, source, value } = query.columns;
  return buildObservationsSql(query, {
    by: { at: `strftime(${query.day}, '%Y-%m-%d')`, metric: `${metric}`, source: `${source}` },
    read: { value: `sum(${value})` },
  });
};

const reconciliationRate: MetricDefinition<ReconciliationParams> = {
  ...reconciled,
  names: { zh: '数据核对通过率', en: 'Figures that reconcile' },
  direction: 'higher',
  parts: { numerator: '个', denominator: '个' },
  proportion: true,
  definition: {
    zh: '各来源的数与基准来源同日同指标的数相比，差异在容许范围（默认 10%）内的占百分之几。差异以基准为分母。',
    en: 'Figures of other sources within the tolerance (10 % by default) of the reference for the same day and metric, as a percentage. Differences are in per cent of the reference.',
  },
  example: {
    files: RECON,
    query: 'with: { reference: 后台 }',
    answer: '75%',
    source: 'By the rule of IAB UK: 10 %, −5 %, both 0 pass; 30 % does not',
  },
  formulaText: ({ tolerance }) => ({
    numerator: { zh: `差异不超过 ${tolerance}% 的数`, en: `figures within ${tolerance} %` },
    denominator: { zh: '比较的数', en: 'figures compared' },
    times: '100%',
  }),
  sql: buildReconciliationSql,
  solve: (rows, given): Solution => {
    const all = compareSources(rows, given);
    const passed = all.filter((cell) => cell.passed).length;
    const value = all.length === 0 ? null : (100 * passed) / all.length;
    return { value, numerator: passed, denominator: all.length, n: rows.length };
  },
};

const reconciliationGap: MetricDefinition<ReconciliationParams> = {
  ...reconciled,
  names: { zh: '最大来源差异率', en: 'Largest gap between sources' },
  direction: 'lower',
  definition: {
    zh: '各来源的数与基准来源同日同指标的数相比，差异最大的一个，带正负号；差异最大的十个一并列出。差异 = (该来源 − 基准) ÷ 基准。',
    en: 'The largest difference of a source from the reference for the same day and metric, with its sign; the ten largest are listed. Difference = (source − reference) ÷ reference.',
  },
  example: {
    files: RECON,
    query: 'with: { reference: 后台 }',
    answer: '30%',
    source: 'By hand: 130 against 100',
  },
  formulaText: () => ({
    numerator: { zh: '该来源 − 基准', en: 'source − reference' },
    denominator: { zh: '基准', en: 'reference' },
    times: '100%',
  }),
  sql: buildReconciliationSql,
  solve: (rows, given): Solution => {
    const known = compareSources(rows, given)
      .filter((cell) => cell.difference !== null)
      .sort((a, b) => Math.abs(b.difference!) - Math.abs(a.difference!));
    return {
      value: known[0]?.difference ?? null,
      n: rows.length,
      points: known.slice(0, 10).map(({ key, difference }) => ({
        key,
        label: { zh: key, en: key },
        value: difference,
      })),
    };
  },
};

const column: ColumnNeed = { names: ['user_id'], meaning: { zh: '要检查的列', en: 'column to look at' } };

function createRowShareMetric(
  texts: Pick<MetricDefinition<NoParams>, 'names' | 'definition'> & {
    bad: { zh: string; en: string };
    counted: (column: string) => string;
    answer: string;
    why: string;
  },
): MetricDefinition<NoParams> {
  const { bad, counted, answer, why, ...rest } = texts;
  return {
    ...rest,
    unit: '%',
    parts: { numerator: '条', denominator: '条' },
    direction: 'lower',
    edgeCases: { zh: '没有行时为“—”。', en: 'Without rows it is "—".' },
    source: 'ISO/IEC 25012, data quality model',
    example: {
      files: { 'answers.csv': 'user_id,mark\na,5\na,4\nb,3\n,2\n' },
      query: 'from: answers',
      answer,
      source: why,
    },
    table: '',
    columns: { column, time },
    params: none,
    proportion: true,
    empty: null,
    formulaText: () => ({ numerator: bad, denominator: { zh: '行数', en: 'rows' }, times: '100%' }),
    sql: (query) =>
      buildAggregateSql(query, {
        numerator: counted(query.columns.column!),
        denominator: 'count(*)',
        scale: 100,
      }),
  };
}

const missingRate = createRowShareMetric({
  names: { zh: '缺失率', en: 'Rows with a blank' },
  definition: {
    zh: '一列为空的行占百分之几。空白文本也算缺失。',
    en: 'Rows in which a column is blank as a percentage. A text of blanks is one too.',
  },
  bad: { zh: '为空的行数', en: 'rows with a blank' },
  counted: (sql) => `count(*) FILTER (trim(coalesce(CAST(${sql} AS VARCHAR), '')) = '')`,
  answer: '25%',
  why: 'By hand: 1 of 4',
});

const duplicateRate = createRowShareMetric({
  names: { zh: '重复率', en: 'Rows that repeat' },
  definition: {
    zh: '一列的值此前已出现过的行占百分之几：同一值出现 3 次，重复 2 行。空值不算重复。',
    en: 'Rows whose value of a column was there before, as a percentage: a value that stands 3 times repeats in 2 rows. Blanks do not repeat.',
  },
  bad: { zh: '重复的行数', en: 'rows that repeat' },
  counted: (sql) => `(count(${sql}) - count(DISTINCT ${sql}))`,
  answer: '25%',
  why: 'By hand: the second a, 1 of 4',
});

export const qualityMetrics = defineFamily('quality', {
  reconciliation_rate: reconciliationRate,
  reconciliation_gap: reconciliationGap,
  missing_rate: missingRate,
  duplicate_rate: duplicateRate,
});
