import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type KnownTable, knownTables } from '../schema/tables/known-tables.ts';
import { familyTexts } from './family-texts.ts';
import { metrics } from './library.ts';

const isKnown = (name: string): name is KnownTable => Object.hasOwn(knownTables, name);

describe.each(Object.entries(metrics))('%s', (id, metric) => {
  test('is complete in both languages', () => {
    expect(metric.id).toBe(id);
    for (const texts of [metric.names, metric.definition, metric.edgeCases]) {
      expect(texts.zh).toMatch(/\p{Script=Han}/u);
      expect(texts.en).toMatch(/[a-z]/);
    }
    for (const need of Object.values(metric.columns)) {
      expect(need.meaning.zh && need.meaning.en).toBeTruthy();
    }
  });
  test('has a definition of two sentences, a source, a family of the handbook and a worked example', () => {
    expect(metric.definition.zh.match(/[。；：]/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
    expect(metric.definition.en.match(/[.;:](\s|$)/g)?.length ?? 0).toBeGreaterThanOrEqual(2);
    expect(metric.source).not.toBe('');
    expect(familyTexts[metric.family].names.zh).not.toBe('');
    expect(metric.example?.answer, 'example').toBeTruthy();
    expect(metric.example?.source, 'source of the example').toBeTruthy();
  });
  test('finds its columns in the table it is usually asked of', () => {
    // Earned value in money needs a budget of each task, which a plan of the team need not have.
    if (!isKnown(metric.table) || ['cpi', 'eac'].includes(id)) return;
    const own = Object.keys(knownTables[metric.table].columns);
    for (const [key, { names, optional }] of Object.entries(metric.columns)) {
      if (!optional)
        expect(
          own.some((name) => names.includes(name)),
          key,
        ).toBe(true);
    }
  });
  test('describes its parameters', () => {
    const { params } = metric;
    if (!(params instanceof z.ZodObject)) return;
    for (const [key, schema] of Object.entries(params.shape as Record<string, z.ZodType>)) {
      expect(schema.meta()?.description, key).toMatch(/\p{Script=Han}.*[a-z]/u);
      expect(Object.keys(metric.columns), 'a parameter is no column').not.toContain(key);
    }
  });
  test('a ratio never says 0 where it has no rows', () => {
    if (metric.parts) expect(metric.empty).toBeNull();
  });
});

test('names are unique in each language: the glossary goes by them', () => {
  for (const language of ['zh', 'en'] as const) {
    const names = Object.values(metrics).map((metric) => metric.names[language]);
    expect(new Set(names).size).toBe(names.length);
  }
});
