/** What every metric says of nothing: 0 where nothing happened, else that it is not available. */
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';

interface Entry {
  metric?: string;
  where?: string;
  with?: Record<string, unknown>;
}

const worked = Object.values<AnyMetric>(metrics).flatMap((metric) => {
  const { example } = metric;
  const entry = example && (parse(example.yaml) as Entry);
  return example && entry?.metric === metric.id
    ? [{ metric, id: metric.id, files: example.files, entry }]
    : [];
});

/** The example's entry with a condition that no row of either table meets. */
function without({ metric, entry }: (typeof worked)[number]): string {
  const second = metric.joined && { [`${metric.joined.of(entry.with ?? {}).param}_where`]: '1 = 0' };
  const withs = { ...entry.with, ...second };
  const none = { ...entry, where: '1 = 0', ...(Object.keys(withs).length > 0 && { with: withs }) };
  return stringify({ x: none });
}

/** Those that need a row: it is an error that says so. */
const needing = new Set(['lookup']);

test.each(worked.filter(({ id }) => !needing.has(id)))('$id without rows', async (one) => {
  const { values } = await evaluateMetrics(one.files, without(one));
  const { empty } = one.metric;
  expect(values.x?.value).toBe(empty);
  expect(JSON.stringify(values.x)).not.toMatch(/NaN|Infinity|undefined/);
  if (empty === null) expect(values.x?.text).toBe('—');
});
