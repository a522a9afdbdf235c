/** Every worked example of the handbook, through reader, engine and printing. */
import { expect, test } from 'vitest';
import type { AnyMetric } from '../metrics/forget.ts';
import { metrics } from '../metrics/library.ts';
import { valuesOf } from '../test/values-of.ts';

const worked = Object.values<AnyMetric>(metrics).flatMap(({ id, example }) =>
  example ? [{ id, ...example }] : [],
);

test.each(worked)('$id: $answer ($source)', async ({ id, files, yaml, answer }) => {
  const { values, problems } = await valuesOf(files, `x: ${yaml}`);
  expect(problems.map((problem) => problem.what.zh)).toEqual([]);
  expect(values.x?.text).toBe(answer);
  expect(values.x?.lineage.metric?.id).toBe(id);
});
