import { describe, expect, test } from 'vitest';
import { kinds } from '../kinds/kinds.ts';
import { exampleSamples } from '../samples/examples.sample.ts';
import { stressSamples } from '../samples/stress.sample.ts';
import { mergeLayers } from '../shape/merge-layers.ts';
import { unifySpec } from '../shape/unify-spec.ts';
import { chartWidths } from '../theme.ts';
import { compileCached } from './compile-cached.ts';
import { minifySvg } from './page-svg.ts';
import { VegaView } from './vega-view.ts';

async function draw(spec: Parameters<typeof compileCached>[0]): Promise<string> {
  const view = new VegaView(compileCached(spec));
  await view.run();
  const svg = minifySvg(await view.toSvg());
  view.close();
  return svg;
}

const all = [...exampleSamples, ...stressSamples.filter((_, at) => at % 5 === 0)];

describe('a specification written otherwise is the same drawing', () => {
  test.each(all)('$kind, $name', async ({ kind, input }) => {
    const width = kind.length % 2 === 0 ? chartWidths.text : chartWidths.phone;
    const spec = kinds[kind].buildSpec(input, width);
    expect(await draw(unifySpec(spec))).toBe(await draw(spec));
  });
});

const place = (text: string, x: number, fill = 'red') => ({
  data: { values: [{}] },
  mark: { type: 'text', text, fill },
  encoding: { x: { value: x }, y: { value: 0 } },
});

test('only neighbours of one look are merged, in their order', () => {
  const merged = mergeLayers([place('a', -1), place('b', 2), place('c', 3, 'blue'), place('d', 4)]);
  const rows = merged.map((layer) => (layer as ReturnType<typeof place>).data.values);
  expect(rows).toEqual([
    [
      { x: -1, y: 0, text: 'a' },
      { x: 2, y: 0, text: 'b' },
    ],
    [{ x: 3, y: 0, text: 'c' }],
    [{ x: 4, y: 0, text: 'd' }],
  ]);
});

test('what depends on the plot or on rows, and what a team has written, is left as it is', () => {
  const wide = { ...place('a', 1), encoding: { x: { value: 'width' } } };
  const read = { ...place('b', 1), data: { values: [{ n: 1 }] } };
  expect(mergeLayers([wide, wide, read, read])).toEqual([wide, wide, read, read]);
  const own = { datasets: {}, title: { text: 'c' }, layer: [place('a', 1), place('b', 1)] };
  expect(unifySpec(own)).toBe(own);
});
