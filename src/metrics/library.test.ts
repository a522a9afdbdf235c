import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type KnownTable, knownTables } from '../schema/tables/known-tables.ts';
import { familyTexts } from './family-texts.ts';
import { families, metrics } from './library.ts';
import type { MetricDefinition } from './metric.ts';

const isKnown = (name: string): name is KnownTable => Object.hasOwn(knownTables, name);
const folder = join(import.meta.dirname, 'families');

function isDefinition(value: unknown): value is MetricDefinition {
  return typeof value === 'object' && value !== null && 'formulaText' in value && 'names' in value;
}

/** What a file of metrics exports, alone or in a record, each with the place it is defined in. */
async function listDefinitions(file: string): Promise<{ place: string; definition: MetricDefinition }[]> {
  const exported: Record<string, unknown> = await import(join(folder, file));
  const all = Object.entries(exported).flatMap(([name, value]): [string, unknown][] =>
    isDefinition(value) || typeof value !== 'object' || value === null
      ? [[name, value]]
      : Object.entries(value).map(([key, one]) => [`${name}.${key}`, one]),
  );
  return all.flatMap(([name, value]) =>
    isDefinition(value) ? [{ place: `${file}: ${name}`, definition: value }] : [],
  );
}

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

test('every metric that a family file defines is in the library', async () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts'),
  );
  const defined = (await Promise.all(files.map(listDefinitions))).flat();
  // The family's record copies a definition but keeps its parts.
  const registered = new Set(Object.values(metrics).map(({ names }) => names));
  const missing = defined.filter(({ definition }) => !registered.has(definition.names));
  expect(missing.map(({ place }) => `${place} is in no family of the library`)).toEqual([]);
  expect(defined.length).toBeGreaterThanOrEqual(registered.size);
});

test('no id stands in two families', () => {
  const ids = Object.values(families).flatMap((family) => Object.keys(family));
  expect(ids.filter((id, at) => ids.indexOf(id) < at)).toEqual([]);
  for (const [family, own] of Object.entries(families)) {
    for (const metric of Object.values(own)) expect(metric.family, metric.id).toBe(family);
  }
});

test('names are unique in each language: the glossary goes by them', () => {
  for (const language of ['zh', 'en'] as const) {
    const names = Object.values(metrics).map((metric) => metric.names[language]);
    expect(new Set(names).size).toBe(names.length);
  }
});
