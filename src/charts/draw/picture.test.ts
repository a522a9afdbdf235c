import { expect, test } from 'vitest';
import { kinds } from '../kinds/kinds.ts';
import { exampleSamples } from '../samples/examples.sample.ts';
import { listPainted, type Painted } from '../samples/painted.sample.ts';
import { chartWidths } from '../theme.ts';
import { compileCached } from './compile-cached.ts';
import { minifySvg } from './page-svg.ts';
import { parseSvg } from './svg-tree.ts';
import { VegaView } from './vega-view.ts';

/** Hundredths of a pixel, added up along a path of relative steps and through the groups around it. */
const rounding = 0.05;

/** What one shows and the other does not, or elsewhere; both in order of painting. */
function findDifferences(ours: readonly Painted[], vega: readonly Painted[]): unknown[] {
  if (ours.length !== vega.length) return [`${ours.length} painted, by Vega ${vega.length}`];
  return ours.flatMap((one, i) => {
    const other = vega[i]!;
    const same =
      one.name === other.name &&
      JSON.stringify(one.words) === JSON.stringify(other.words) &&
      one.numbers.length === other.numbers.length &&
      one.numbers.every((number, j) => Math.abs(number - other.numbers[j]!) <= rounding);
    return same ? [] : [{ ours: one, vega: other }];
  });
}

const asWritten = exampleSamples.filter(({ name }) => name === 'zh example');

test.each(asWritten)('$kind: the picture that Vega writes', async ({ kind, input }) => {
  for (const fullWidth of Object.values(chartWidths)) {
    const scene = new VegaView(compileCached(kinds[kind].buildSpec(input, fullWidth)));
    await scene.run();
    const vega = await scene.toSvg();
    scene.close();
    const ours = minifySvg(vega);
    const painted = listPainted(vega);
    expect(painted.length).toBeGreaterThan(3);
    expect(findDifferences(listPainted(ours), painted)).toEqual([]);
    const canvas = (svg: string) => Math.ceil(Number(parseSvg(svg).attributes.width));
    expect(canvas(ours)).toBe(canvas(vega));
  }
});

test('a picture is another when one mark moves, or is painted otherwise', () => {
  const svg = (mark: string) =>
    `<svg width="9" height="9"><g fill="none" transform="translate(1,2)">${mark}</g></svg>`;
  const bar = svg('<path d="M1,1h4v3h-4Z" fill="red"/>');
  const same = svg('<g><g transform="translate(0.5,1)"><path d="M0.5,0L4.5,0l0,3H0.5Z" fill="red"/></g></g>');
  const shapeOf = (one: string) => listPainted(one).map(({ numbers }) => numbers);
  expect(shapeOf(same)).toEqual(shapeOf(bar));
  for (const other of ['d="M1,1h4v4h-4Z" fill="red"', 'd="M1,1h4v3h-4Z" fill="blue"', 'd="M1,1h4v3h-4Z"'])
    expect(findDifferences(listPainted(svg(`<path ${other}/>`)), listPainted(bar))).not.toEqual([]);
});
