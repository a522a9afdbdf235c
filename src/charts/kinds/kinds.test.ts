import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { metrics } from '../../metrics/library.ts';
import { parseMetricsFile } from '../../report/values/metrics-entries.ts';
import { renderChart } from '../draw/render.ts';
import { panelMarks } from '../layout/panel-forms.ts';
import { type PaletteName, palette, themes } from '../palette.ts';
import { computeContrast } from '../samples/contrast.sample.ts';
import { distributionStress } from '../samples/distribution-stress.sample.ts';
import { exampleSamples } from '../samples/examples.sample.ts';
import { samples } from '../samples/inputs.sample.ts';
import { panelSamples } from '../samples/panels.sample.ts';
import { stressSamples } from '../samples/stress.sample.ts';
import { listCutOff, listOverlaps, measureTextBoxes } from '../samples/text-boxes.sample.ts';
import { chartWidths } from '../theme.ts';
import { kinds } from './kinds.ts';

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

test('every attribute is described', () => {
  for (const kind of Object.values(kinds))
    for (const prop of Object.values(kind.props.shape)) expect(prop.description).toMatch(/\S/);
});

/** What is hovered over, with all that it is painted with: as written in the SVG. */
function parseMarks(svg: string): { title: string; paints: string[] }[] {
  return [...svg.matchAll(/<(?:path|rect)([^>]*)><title>([^<]*)<\/title>/g)].map(
    ([, written = '', title = '']) => {
      return { title, paints: [...written.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, name]) => name!) };
    },
  );
}

/** Paper lies on what is filled, never on paper. */
const hasContrast = (name: string) =>
  name === 'paper' ||
  themes.every((theme) => computeContrast(palette[name as PaletteName][theme], palette.paper[theme]) >= 3);

const shortExamples = exampleSamples.filter(({ name }) => !name.includes('long'));

describe.each(shortExamples)('example: $kind, $name', ({ kind: name, input }) => {
  const kind = kinds[name];

  test.each(Object.entries(chartWidths))(
    '%s: marks stand out and say what they are',
    async (_, fullWidth) => {
      const request = { spec: kind.buildSpec(input, fullWidth), width: fullWidth };
      const { svg } = await renderChart(request);
      expect((await renderChart(request)).svg).toBe(svg);
      const marks = parseMarks(svg);
      expect(marks.length).toBeGreaterThan(0);
      const faint = marks
        .filter(({ paints }) => !paints.some(hasContrast))
        .map(({ paints }) => paints.join());
      expect([...new Set(faint)]).toEqual([]);
      const titles = marks.reduce(
        (sum, { title }) => sum + Buffer.byteLength(`<title>${title}</title></path>`),
        0,
      );
      expect(titles / (Buffer.byteLength(svg) - titles)).toBeLessThanOrEqual(1 / 3);
    },
  );
});

describe.each([...samples, ...exampleSamples, ...stressSamples, ...distributionStress, ...panelSamples])(
  '$kind, $name',
  ({ kind: name, input }) => {
    const kind = kinds[name];

    test.each(Object.entries(chartWidths))(
      '%s: within its canvas, without warnings, in named colours',
      async (_, fullWidth) => {
        const before = JSON.stringify(input);
        expect(kind.validate(input)).toBeUndefined();
        const { svg, width, height, warnings } = await renderChart({
          spec: kind.buildSpec(input, fullWidth),
          width: fullWidth,
        });
        expect(JSON.stringify(input)).toBe(before);
        expect(warnings).toEqual([]);
        expect(Math.abs(width - fullWidth)).toBeLessThanOrEqual(3);
        const boxes = measureTextBoxes(svg);
        expect(boxes.length).toBeGreaterThan(2);
        expect(listCutOff(boxes, width, height)).toEqual([]);
        expect(listOverlaps(boxes)).toEqual([]);
        const paints = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map((match) => match[1]);
        expect(paints.filter((paint) => !/^(var\(--[a-z0-9-]+\)|none|transparent)$/.test(paint!))).toEqual(
          [],
        );
        expect(svg).not.toMatch(/NaN|undefined|Infinity|aria-roledescription|\d\.\d{3,}/);
      },
    );

    test('tells one sentence and a full table', () => {
      const finding = kind.describeFinding(input);
      expect(finding).toMatch(input.language === 'zh' ? /^[^。]+。$/ : /^.+\.$/);
      expect(finding).not.toMatch(/undefined|NaN|null/);
      const { columns, rows } = kind.buildTable(input);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    });
  },
);
