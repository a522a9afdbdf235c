import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { kinds } from '../kinds/kinds.ts';
import { exampleSamples } from '../samples/examples.sample.ts';
import { samples } from '../samples/inputs.sample.ts';
import { stressSamples } from '../samples/stress.sample.ts';
import { SpecTemplate } from '../shape/spec-template.ts';
import { splitSpec } from '../shape/split-spec.ts';
import { unifySpec } from '../shape/unify-spec.ts';
import { buildThemeConfig, chartWidth } from '../theme.ts';
import { compileCached } from './compile-cached.ts';
import { VegaView } from './vega-view.ts';

const all = [...exampleSamples, ...samples, ...stressSamples];
const buildChartSpec = ({ kind, input }: (typeof all)[number]): TopLevelSpec =>
  unifySpec(kinds[kind].buildSpec(input, chartWidth));
const compileFresh = (spec: TopLevelSpec) =>
  vega.parse(compile(structuredClone(spec), { config: buildThemeConfig() }).spec);

/** Templates stay from chart to chart, so that all but the first of a shape are filled with numbers not their own. */
const templates = new Map<string, { dataflow: object; template: SpecTemplate }>();

describe('a shape filled with the literals of a chart is what Vega makes of the chart', () => {
  test.each(all)('$kind, $name', (sample) => {
    const spec = buildChartSpec(sample);
    const { key, placeholderSpec: marked, placeholders: marks, literals } = splitSpec(spec);
    if (!templates.has(key)) {
      const dataflow = compileFresh(marked as TopLevelSpec);
      templates.set(key, { dataflow, template: new SpecTemplate(dataflow, marks) });
    }
    const { dataflow, template } = templates.get(key)!;
    template.fill(literals);
    expect(JSON.stringify(dataflow)).toBe(JSON.stringify(compileFresh(spec)));
    expect(template.isWhole).toBe(true);
  });
});

test('charts that differ in rows, names, ticks and sizes are of one shape', () => {
  const bar = (rows: object[], domain: number[], title: string) =>
    ({
      data: { values: rows },
      height: rows.length * 20,
      mark: 'bar',
      encoding: {
        x: { field: 'n', type: 'quantitative', scale: { domain }, axis: { values: domain, title } },
        y: { field: 'c', type: 'nominal', axis: { labelAngle: domain[0] } },
      },
    }) as TopLevelSpec;
  const one = splitSpec(bar([{ c: 'a', n: 2 }], [0, 2], '人'));
  expect(
    splitSpec(
      bar(
        [
          { c: 'b', n: 7 },
          { c: 'a', n: 8 },
        ],
        [0, 10],
        '元',
      ),
    ).key,
  ).toBe(one.key);
  expect(splitSpec(bar([{ c: 'a', n: 2 }], [-2, 2], '人')).key).not.toBe(one.key);
  expect(one.literals).toEqual([[{ c: 'a', n: 2 }], 20, 2, [0, 2], '人']);
});

test('a chart laid out wider is the chart of that width, and the rows are left as they were', async () => {
  for (const sample of exampleSamples) {
    const spec = buildChartSpec(sample) as TopLevelSpec & { width?: unknown };
    if (typeof spec.width !== 'number') continue;
    const before = JSON.stringify(spec);
    const wider = { ...spec, width: spec.width + 37 };
    const plan = compileCached(spec);
    const changes = plan.findSignalChanges(wider);
    expect(Object.values(changes ?? {})).toEqual([spec.width + 37]);
    const scene = new VegaView(plan);
    await scene.run();
    await scene.run(changes);
    const fresh = new VegaView(compileCached(wider));
    await fresh.run();
    const ids = (svg: string) => svg.replace(/clip\d+/g, 'clip');
    expect(ids(await scene.toSvg())).toBe(ids(await fresh.toSvg()));
    expect(JSON.stringify(spec)).toBe(before);
  }
});

test('a shape of which something is computed, or in which a literal is lost, is none', () => {
  const isWhole = (made: object) => new SpecTemplate(made, [7_310_000.5, '\u2060mark1\u2060']).isWhole;
  const text = { text: '\u2060mark1\u2060' };
  expect(isWhole({ ...text, width: 7_310_000.5 })).toBe(true);
  expect(isWhole({ ...text, code: 'a + 7310000.5' })).toBe(true);
  expect(isWhole(text)).toBe(false);
  expect(isWhole({ ...text, width: 7_310_000.5, half: 3_655_000.25 })).toBe(false);
  expect(isWhole({ ...text, width: 7_310_000.5, code: 'a + 7310020.5 / 2' })).toBe(true);
  expect(isWhole({ ...text, width: 7_310_000.5, code: '14620001 - a' })).toBe(false);
  expect(isWhole({ ...text, width: 7_310_000.5, name: 'rank\u2060mark1' })).toBe(false);
});
