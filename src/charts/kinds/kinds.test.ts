import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../metrics/library.ts';
import { parseMetricsFile } from '../../report/values/metrics-entries.ts';
import { tagSchemas } from '../../schema/tag-schemas.ts';
import { panelMarks } from '../layout/panel-forms.ts';
import {
  drawSample,
  expectDrawing,
  expectMarks,
  expectWords,
  hardSamples,
  widths,
} from '../samples/drawn-samples.sample.ts';
import { exampleSamples } from '../samples/examples.sample.ts';
import { type Kind, kinds } from './kinds.ts';

test('every file of this folder holds one registered kind', () => {
  const files = readdirSync(import.meta.dirname).filter((name) => !/^kinds\.ts$|\.test\.ts$/.test(name));
  expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(Object.keys(kinds).sort());
});

test('an example is written as its kind takes it', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    const props = [...kind.example.tag.matchAll(/(\w+)="([^"]*)"/g)].map(([, prop, text]) => [prop, text]);
    const { kind: written, id, ...own } = Object.fromEntries(props);
    expect(written).toBe(name);
    expect(id).toMatch(/\S/);
    expect(kind.props.safeParse(own).error).toBeUndefined();
  }
});

test('an example of values says what stands in metrics.yaml, in its form', () => {
  for (const [name, { example }] of Object.entries(kinds)) {
    const { values } = example.input('zh');
    const [, of = ''] = / of="([^"]*)"/.exec(example.tag) ?? [];
    if (values.length === 0 || of === 'goals' || / [xy]="/.test(example.tag)) continue;
    const { entries, problems } = parseMetricsFile({ file: name, text: example.metrics ?? '' });
    expect(problems).toEqual([]);
    expect(entries.map((entry) => entry.name)).toEqual(expect.arrayContaining(of.split(/, ?/)));
    for (const { entry } of entries)
      if ('metric' in entry) expect(Object.keys(metrics), name).toContain(entry.metric);
  }
});

test('every kind is a panel of small multiples, or says why it is none', () => {
  const forms = Object.values(kinds).map(({ panel }) => panel);
  for (const form of Object.keys(panelMarks)) expect(forms).toContain(form);
  for (const form of forms)
    if (typeof form !== 'string') expect(form.zh + form.en).toMatch(/\p{Script=Han}.*[a-z]{3}/u);
});

test('nothing to draw is reported, not drawn', () => {
  for (const [name, kind] of Object.entries(kinds)) {
    const input = kind.example.input('zh');
    const values = input.values.map((value) => ({
      ...value,
      value: null,
      text: '—',
      points: [],
      ...(value.curve && { curve: { ...value.curve, points: [] } }),
    }));
    const table = input.table && { ...input.table, rows: [] };
    expect(kind.validate({ ...input, values, goals: [], ...(table && { table }) }), name).toBeDefined();
  }
});

test('every kind says in both languages what it answers and when another is better', () => {
  for (const { use, avoid, description, title } of Object.values(kinds))
    for (const text of [use, avoid, description, title]) {
      expect(text.zh).toMatch(/\p{Script=Han}/u);
      expect(text.en).toMatch(/^[A-Z][\p{ASCII}’–×→]+$/u);
    }
});

test('every attribute of a kind is one of <Figure>, described in both languages', () => {
  const attributes = Object.entries(kinds).flatMap(([kind, { props }]) =>
    Object.entries(props.shape).map(([name, { description }]) => ({ kind, name, description })),
  );
  const written = Object.keys(tagSchemas.Figure.props.shape);
  expect(attributes.filter(({ name }) => !written.includes(name))).toEqual([]);
  expect(attributes.filter((one) => !/\p{Script=Han}.*[a-z]/u.test(one.description ?? ''))).toEqual([]);
});

test('every kind has hard inputs', () => {
  const hard = new Set(hardSamples.map(({ kind }) => kind));
  expect((Object.keys(kinds) as Kind[]).filter((kind) => !hard.has(kind))).toEqual([]);
});

const shortExamples = exampleSamples.filter(({ name }) => !name.includes('long'));

describe.each(shortExamples)('example: $kind, $name', (sample) => {
  test.each(widths)('%s: marks stand out and say what they are', (width) => expectMarks(sample, width));

  test('is the same bytes when it is drawn again', async () => {
    const { svg } = await drawSample(sample, 'text');
    expect((await drawSample({ ...sample }, 'text')).svg).toBe(svg);
  });
});

describe.each(exampleSamples)('$kind, $name', (sample) => {
  test.each(widths)('%s: within its canvas, without warnings, in named colours', (width) =>
    expectDrawing(sample, width),
  );
  test('tells one sentence and a full table', () => expectWords(sample));
});

// Each in one of the widths, by turns; `kinds.long.test.ts` draws them in all.
describe.each(hardSamples.map((sample, at) => ({ ...sample, width: widths[at % widths.length]! })))(
  '$kind, $name',
  (sample) => {
    test('within its canvas, without warnings, in named colours', () => expectDrawing(sample, sample.width));
    test('tells one sentence and a full table', () => expectWords(sample));
  },
);
