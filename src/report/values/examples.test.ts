/** Every worked example of the handbook, through reader, engine and printing. */
import { expect, test } from 'vitest';
import { formatNumber } from '../../base/number-format.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

const worked = Object.values<AnyMetric>(metrics).flatMap(({ id, example }) =>
  example ? [{ id, ...example }] : [],
);

test.each(worked)('$id: $answer ($source)', async ({ id, files, yaml, answer }) => {
  const { values, problems } = await evaluateMetrics(files, `x: ${yaml}`);
  expect(problems.map((problem) => problem.what.zh)).toEqual([]);
  // The answer has as many decimals as its source gives, more than a report prints.
  const digits = /\.(\d+)/.exec(answer)?.[1]?.length ?? 0;
  const { value = null, unit = '' } = values.x ?? {};
  expect(formatNumber(value, { unit, language: 'zh', digits })).toBe(answer);
  expect(values.x?.lineage.metric?.id).toBe(id);
});
