import { expect, test } from 'vitest';
import { exampleSamples } from './examples.sample.ts';
import { kinds } from './kinds/index.ts';
import { type Painted, paintedIn } from './painted.sample.ts';
import { planOf } from './plan.ts';
import { Scene } from './scene.ts';
import { parseSvg } from './svg-tree.ts';
import { widths } from './theme.ts';
import { tidy } from './tidy.ts';

/** Hundredths of a pixel, added up along a path of relative steps and through the groups around it. */
const rounding = 0.05;

/** What one shows and the other does not, or elsewhere; both in order of painting. */
function differences(ours: readonly Painted[], vega: readonly Painted[]): unknown[] {
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
  for (const full of Object.values(widths)) {
    const scene = new Scene(planOf(kinds[kind].spec(input, full)));
    await scene.run();
    const vega = await scene.svg();
    scene.close();
    const ours = tidy(vega);
    const painted = paintedIn(vega);
    expect(painted.length).toBeGreaterThan(3);
    expect(differences(paintedIn(ours), painted)).toEqual([]);
    const canvas = (svg: string) => Math.ceil(Number(parseSvg(svg).attributes.width));
    expect(canvas(ours)).toBe(canvas(vega));
  }
});

test('a picture is another when one mark moves, or is painted otherwise', () => {
  const svg = (mark: string) =>
    `<svg width="9" height="9"><g fill="none" transform="translate(1,2)">${mark}</g></svg>`;
  const bar = svg('<path d="M1,1h4v3h-4Z" fill="red"/>');
  const same = svg('<g><g transform="translate(0.5,1)"><path d="M0.5,0L4.5,0l0,3H0.5Z" fill="red"/></g></g>');
  const shapeOf = (one: string) => paintedIn(one).map(({ numbers }) => numbers);
  expect(shapeOf(same)).toEqual(shapeOf(bar));
  for (const other of ['d="M1,1h4v4h-4Z" fill="red"', 'd="M1,1h4v3h-4Z" fill="blue"', 'd="M1,1h4v3h-4Z"'])
    expect(differences(paintedIn(svg(`<path ${other}/>`)), paintedIn(bar))).not.toEqual([]);
});
