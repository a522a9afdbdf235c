import * as vega from 'vega';
import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, test } from 'vitest';
import { exampleSamples } from './examples.sample.ts';
import { samples } from './inputs.sample.ts';
import { kinds } from './kinds/index.ts';
import { planOf } from './plan.ts';
import { Scene } from './scene.ts';
import { shapeOf } from './shape.ts';
import { stressSamples } from './stress.sample.ts';
import { Template } from './template.ts';
import { chartWidth, themeConfig } from './theme.ts';

const all = [...exampleSamples, ...samples, ...stressSamples];
const specOf = ({ kind, input }: (typeof all)[number]): TopLevelSpec => kinds[kind].spec(input, chartWidth);
const make = (spec: TopLevelSpec) =>
  vega.parse(compile(structuredClone(spec), { config: themeConfig() }).spec);

/** Templates stay from chart to chart, so that all but the first of a shape are filled with numbers not their own. */
const templates = new Map<string, { dataflow: object; template: Template }>();

describe('a shape filled with the literals of a chart is what Vega makes of the chart', () => {
  test.each(all)('$kind, $name', (sample) => {
    const spec = specOf(sample);
    const { key, marked, marks, literals } = shapeOf(spec);
    if (!templates.has(key)) {
      const dataflow = make(marked as TopLevelSpec);
      templates.set(key, { dataflow, template: new Template(dataflow, marks) });
    }
    const { dataflow, template } = templates.get(key)!;
    template.fill(literals);
    expect(JSON.stringify(dataflow)).toBe(JSON.stringify(make(spec)));
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
  const one = shapeOf(bar([{ c: 'a', n: 2 }], [0, 2], '人'));
  expect(
    shapeOf(
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
  expect(shapeOf(bar([{ c: 'a', n: 2 }], [-2, 2], '人')).key).not.toBe(one.key);
  expect(one.literals).toEqual([[{ c: 'a', n: 2 }], 20, 2, [0, 2], '人']);
});

test('a chart laid out wider is the chart of that width, and the rows are left as they were', async () => {
  for (const sample of exampleSamples) {
    const spec = specOf(sample) as TopLevelSpec & { width?: unknown };
    if (typeof spec.width !== 'number') continue;
    const before = JSON.stringify(spec);
    const wider = { ...spec, width: spec.width + 37 };
    const plan = planOf(spec);
    const changes = plan.changes(wider);
    expect(Object.values(changes ?? {})).toEqual([spec.width + 37]);
    const scene = new Scene(plan);
    await scene.run();
    await scene.run(changes);
    const fresh = new Scene(planOf(wider));
    await fresh.run();
    const ids = (svg: string) => svg.replace(/clip\d+/g, 'clip');
    expect(ids(await scene.svg())).toBe(ids(await fresh.svg()));
    expect(JSON.stringify(spec)).toBe(before);
  }
});
