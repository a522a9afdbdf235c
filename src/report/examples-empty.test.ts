/** What every metric says of nothing: 0 where nothing happened, else that it is not available. */
import { expect, test } from 'vitest';
import type { AnyMetric } from '../metrics/forget.ts';
import { metrics } from '../metrics/library.ts';
import { valuesOf } from '../test/values-of.ts';

const worked = Object.values<AnyMetric>(metrics).flatMap(({ id, empty, example }) =>
  example && /^\{ metric: \w+/.test(example.yaml) && !/where:/.test(example.yaml)
    ? [{ id, empty, ...example }]
    : [],
);

test.each(worked)('$id without rows', async ({ files, yaml, empty }) => {
  const none = yaml.replace(/^\{ metric: \w+/, '$&, where: "1 = 0"');
  const { values } = await valuesOf(files, `x: ${none}`);
  expect(values.x?.value).toBe(empty);
  expect(JSON.stringify(values.x)).not.toMatch(/NaN|Infinity|undefined/);
  if (empty === null) expect(values.x?.text).toBe('—');
});
