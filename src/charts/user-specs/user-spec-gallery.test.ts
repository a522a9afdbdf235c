/** What a team may write: every mark, transform and composition of Vega-Lite, drawn from data by name. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { renderChart } from '../draw/render.ts';
import { kinds } from '../kinds/kinds.ts';
import { exampleSamples } from '../samples/examples.sample.ts';
import { listCutOff, measureTextBoxes } from '../samples/text-boxes.sample.ts';
import { userCompositions } from '../samples/user-compositions.sample.ts';
import { userRows } from '../samples/user-data.sample.ts';
import { userMarks } from '../samples/user-marks.sample.ts';
import { userTransforms } from '../samples/user-transforms.sample.ts';
import { chartWidth, chartWidths } from '../theme.ts';
import { findGrammarErrors } from './grammar.ts';
import { hasCustomColours, parseUserSpec, withDatasets } from './user-spec.ts';

const all = Object.entries({ ...userMarks, ...userTransforms, ...userCompositions });

const schemaFile = createRequire(import.meta.url).resolve('vega-lite/vega-lite-schema.json');
const official = new Ajv({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
);

test('there are a hundred of them', () => {
  expect(all.length).toBeGreaterThanOrEqual(100);
});

describe('a specification of a team', () => {
  test.each(all.map(([name, written], at) => [name, written, at] as const))(
    '%s',
    async (_name, written, at) => {
      expect(official(written)).toBe(true);
      expect(findGrammarErrors(written)).toEqual([]);
      const own = parseUserSpec(written);
      expect(own.refusals).toEqual([]);
      const rows = Object.fromEntries(own.data.map(({ name }) => [name, userRows[name]!]));
      const before = JSON.stringify([written, rows]);
      const spec = withDatasets(own.spec, rows);
      const { svg, width, height, warnings } = await renderChart({ spec });
      expect(warnings).toEqual([]);
      expect(listCutOff(measureTextBoxes(svg), width, height)).toEqual([]);
      expect(svg).toMatch(/<(path|text|line|rect)/);
      expect(svg).not.toMatch(/NaN|undefined|Infinity/);
      // One in five is drawn again: what makes bytes differ is not in a single specification.
      if (at % 5 === 0) expect((await renderChart({ spec })).svg).toBe(svg);
      expect(JSON.stringify([written, rows])).toBe(before);
    },
  );
});

test.each(['bar', 'bar, theme colour by name', 'rect, heat map', 'rect, classes', 'boxplot', 'geoshape'])(
  '%s keeps to the colours of the theme',
  async (name) => {
    const { svg } = await renderChart({ spec: withDatasets(parseUserSpec(userMarks[name]).spec, userRows) });
    expect(hasCustomColours(svg)).toBe(false);
  },
);

test.each(['bar, own colour', 'rect, own range', 'line, smooth, own scheme'])(
  '%s has colours of its own',
  async (name) => {
    const { svg } = await renderChart({ spec: withDatasets(parseUserSpec(userMarks[name]).spec, userRows) });
    expect(hasCustomColours(svg)).toBe(true);
  },
);

test('one view is as wide as the text', async () => {
  const { spec } = parseUserSpec(userMarks.line);
  const { width } = await renderChart({ spec: withDatasets(spec, userRows) });
  expect(Math.abs(width - chartWidth)).toBeLessThanOrEqual(2);
});

describe('the official schema accepts the specification of every kind', () => {
  test.each(exampleSamples)('$kind, $name', ({ kind, input }) => {
    for (const fullWidth of Object.values(chartWidths)) {
      // As it is sent to the threads: without keys that have no value.
      const spec = JSON.parse(JSON.stringify(kinds[kind].buildSpec(input, fullWidth))) as object;
      expect(official(spec), JSON.stringify(official.errors?.slice(0, 3))).toBe(true);
    }
  });
});

describe('our reading of the schema', () => {
  /** Every specification with one part changed: a key misspelt, a value of another sort. */
  const damaged = all.flatMap(([name, written], i) => {
    const copy = structuredClone(written) as Record<string, unknown>;
    const inner = nestDeeply(copy, i);
    const key = Object.keys(inner)[i % Object.keys(inner).length]!;
    if (i % 3 === 0) inner[`${key}x`] = inner[key];
    else inner[key] = i % 3 === 1 ? [inner[key], 7] : { [key]: null };
    return [[name, copy] as const];
  });

  test.each(damaged)('agrees with Ajv on %s, damaged', (_name, written) => {
    expect(findGrammarErrors(written).length === 0).toBe(official(written));
  });
});

/** One of the objects inside, another with every turn. */
function nestDeeply(node: Record<string, unknown>, turn: number): Record<string, unknown> {
  const inner = Object.values(node).flatMap((value) => (Array.isArray(value) ? value : [value]));
  const objects = inner.filter((value) => typeof value === 'object' && value !== null);
  const next = objects[turn % Math.max(1, objects.length)] as Record<string, unknown> | undefined;
  return next && Object.keys(next).length > 0 && turn % 4 !== 0 ? nestDeeply(next, turn >> 1) : node;
}
