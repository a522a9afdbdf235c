import { describe, expect, test } from 'vitest';
import type { AnyMetric } from '../metrics/forget.ts';
import { metrics } from '../metrics/library.ts';
import { sideOf } from '../words/handbook.ts';
import { chapters, exampleTables, formulaOf, handbookJson, parametersOf } from './handbook.ts';

const all = Object.values<AnyMetric>(metrics);

test('every metric stands in the handbook, once, and there are at least 90', () => {
  const listed = handbookJson().map(({ id }) => id);
  expect(listed.toSorted()).toEqual(Object.keys(metrics).sort());
  expect(listed.length).toBeGreaterThanOrEqual(90);
  expect(chapters('en').flatMap(({ metrics: own }) => own)).toHaveLength(all.length);
});

describe.each(all.map((metric) => [metric.id, metric] as const))('%s', (_id, metric) => {
  test.each(['zh', 'en'] as const)('has every field of the page: %s', (language) => {
    const formula = formulaOf(metric, language);
    expect(formula?.text, 'formula').toBeTruthy();
    expect(formula?.mathml, formula?.tex).toContain('<math');
    expect(formula?.mathml).not.toContain('temml-error');
    for (const { text } of parametersOf(metric, language)) expect(text).toBeTruthy();
    for (const { head, rows } of exampleTables(metric)) {
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });
});

test('descriptions are split into their languages', () => {
  expect(sideOf('检验效能，默认 0.8（power）', 'zh')).toBe('检验效能，默认 0.8');
  expect(sideOf('检验效能，默认 0.8（power）', 'en')).toBe('power');
  expect(sideOf('没有英文', 'en')).toBe('没有英文');
});
