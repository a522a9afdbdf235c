import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import { selectLanguageSide } from '../../words/site/handbook-words.ts';
import {
  buildFormula,
  buildHandbookJson,
  formatEntry,
  listHandbookChapters,
  listParameters,
  parseExampleTables,
} from './metrics-handbook.ts';

const all = Object.values<AnyMetric>(metrics);

test('every metric stands in the handbook, once, and there are at least 90', () => {
  const listed = buildHandbookJson().map(({ id }) => id);
  expect(listed.toSorted()).toEqual(Object.keys(metrics).sort());
  expect(listed.length).toBeGreaterThanOrEqual(90);
  expect(listHandbookChapters('en').flatMap(({ metrics: own }) => own)).toHaveLength(all.length);
});

test.each(buildHandbookJson().map((one) => [one.id, one] as const))('%s lacks no field', (id, one) => {
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
    const formula = buildFormula(metric, language);
    expect(formula?.text, 'formula').toBeTruthy();
    expect(formula?.mathml, formula?.tex).toContain('<math');
    expect(formula?.mathml).not.toContain('temml-error');
    for (const { text } of listParameters(metric, language)) expect(text).toBeTruthy();
    const written = parse(formatEntry(metric, language)) as Record<string, { metric: string }>;
    expect(Object.values(written).map((entry) => entry.metric)).toEqual([metric.id]);
    for (const { head, rows } of parseExampleTables(metric)) {
      for (const row of rows) expect(row).toHaveLength(head.length);
    }
  });
});

test('descriptions are split into their languages', () => {
  expect(selectLanguageSide('检验效能，默认 0.8（power）', 'zh')).toBe('检验效能，默认 0.8');
  expect(selectLanguageSide('检验效能，默认 0.8（power）', 'en')).toBe('power');
  expect(selectLanguageSide('没有英文', 'en')).toBe('没有英文');
});
