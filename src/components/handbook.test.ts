import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AnyMetric } from '../metrics/forget.ts';
import { metrics } from '../metrics/library.ts';
import { sideOf } from '../words/handbook.ts';
import { chapters, entryLine, exampleTables, formulaOf, handbookJson, parametersOf } from './handbook.ts';

const all = Object.values<AnyMetric>(metrics);

test('every metric stands in the handbook, once, and there are at least 90', () => {
  const listed = handbookJson().map(({ id }) => id);
  expect(listed.toSorted()).toEqual(Object.keys(metrics).sort());
  expect(listed.length).toBeGreaterThanOrEqual(90);
  expect(chapters('en').flatMap(({ metrics: own }) => own)).toHaveLength(all.length);
});

test.each(handbookJson().map((one) => [one.id, one] as const))('%s lacks no field', (id, one) => {
  const { names, formula, definition, edges, example } = one;
  for (const texts of [names, formula, definition, edges]) {
    expect(texts.zh, 'zh').toBeTruthy();
    expect(texts.en, 'en').toBeTruthy();
  }
  expect(formula.tex).toBeTruthy();
  expect(one.unit === null || typeof one.unit === 'string').toBe(true);
  expect(['higher', 'lower', 'none']).toContain(one.direction);
  expect(one.source).toBeTruthy();
  expect(one.columns.length, 'columns').toBeGreaterThan(0);
  for (const { meaning } of one.columns) expect(meaning.zh && meaning.en).toBeTruthy();
  for (const { text } of one.parameters) expect(text).toBeTruthy();
  expect(example?.answer && example.source && example.yaml).toBeTruthy();
  expect(one.page).toBe(`guide/metrics/${one.family}.html#${id}`);
});

describe.each(all.map((metric) => [metric.id, metric] as const))('%s', (_id, metric) => {
  test.each(['zh', 'en'] as const)('has every field of the page: %s', (language) => {
    const formula = formulaOf(metric, language);
    expect(formula?.text, 'formula').toBeTruthy();
    expect(formula?.mathml, formula?.tex).toContain('<math');
    expect(formula?.mathml).not.toContain('temml-error');
    for (const { text } of parametersOf(metric, language)) expect(text).toBeTruthy();
    const written = parse(entryLine(metric, language)) as Record<string, { metric: string }>;
    expect(Object.values(written).map((entry) => entry.metric)).toEqual([metric.id]);
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
