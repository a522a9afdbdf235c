/** Every worked example of the handbook, through reader, engine and printing. */
import { expect, test } from 'vitest';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

const worked = Object.values<AnyMetric>(metrics).flatMap(({ id, example }) =>
  example ? [{ id, ...example }] : [],
);

test.each(worked)('$id: $answer ($source)', async ({ id, files, yaml, answer }) => {
  const { values, problems } = await evaluateMetrics(files, `x: ${yaml}`);
  expect(problems.map((problem) => problem.what.zh)).toEqual([]);
  expect(values.x?.text).toBe(answer);
  expect(values.x?.lineage.metric?.id).toBe(id);
});
