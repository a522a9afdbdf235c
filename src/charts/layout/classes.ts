/** Numbers as steps of the sequential colours, each with a text colour that stays readable on it. */

import { measureColumn } from '../draw/labels.ts';
import { roundUpStep } from '../draw/number-axis.ts';
import type { Layer } from '../kind.ts';
import type { PaletteName } from '../palette.ts';
import { fontSizes, getColour } from '../theme.ts';

/** s5 is left out: on it neither ink nor paper reaches 4.5 : 1 in every theme. */
const colourSteps: [fill: PaletteName, text: PaletteName][] = [
  ['s1', 'ink'],
  ['s2', 'ink'],
  ['s3', 'ink'],
  ['s4', 'ink'],
  ['s6', 'paper'],
  ['s7', 'paper'],
];

/** The bounds begin on a multiple of the width, so that one more class may be needed than asked for: many are tried. */
const widthFactors = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

interface Classes {
  /** Bounds of the classes: one more than there are classes. */
  bounds: number[];
  classify: (value: number) => number;
}

/** Classes of equal width between round bounds. */
export function buildClasses(values: readonly number[]): Classes {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const from = low >= 0 && low < 0.6 * high ? 0 : low;
  const count = colourSteps.length;
  const width = roundUpStep((high - from || 1) / count, widthFactors);
  const first = Math.floor(from / width + 1e-9);
  const needed = Math.max(1, Math.ceil(high / width - 1e-9) - first);
  const bounds = Array.from({ length: Math.min(needed, count) + 1 }, (_, i) =>
    Number(((first + i) * width).toPrecision(12)),
  );
  const last = bounds.length - 2;
  return {
    bounds,
    classify: (value) => Math.min(last, Math.max(0, Math.floor(value / width + 1e-9) - first)),
  };
}

/** Around what is filled with a step: the faint ones would not stand out from the paper. */
export const classEdge = { stroke: getColour('s5'), strokeWidth: 0.7 };

export function getClassFill(index: number, count: number): string {
  return getColour(pickColourStep(index, count)[0]);
}

export function getClassTextColour(index: number, count: number): string {
  return getColour(pickColourStep(index, count)[1]);
}

/** Few classes are spread over all steps; the faintest is taken only where all are needed. */
function pickColourStep(index: number, count: number): [PaletteName, PaletteName] {
  const first = count < colourSteps.length ? 1 : 0;
  const at = count < 2 ? 2 : first + Math.round((index * (colourSteps.length - 1 - first)) / (count - 1));
  return colourSteps[Math.min(at, colourSteps.length - 1)]!;
}

/** Swatches with the bounds under their edges, `top` pixels down in the plot. */
export function buildClassLegend(
  { bounds }: Classes,
  texts: readonly string[],
  top: number,
  left = 0,
): Layer[] {
  const count = bounds.length - 1;
  const width = Math.max(34, measureColumn(texts, fontSizes.small) + 12);
  const swatch = (i: number): Layer =>
    ({
      data: { values: [{}] },
      mark: { type: 'rect', fill: getClassFill(i, count), stroke: getColour('ink-3'), strokeWidth: 0.5 },
      encoding: {
        x: { value: left + i * width },
        x2: { value: left + (i + 1) * width },
        y: { value: top },
        y2: { value: top + 10 },
      },
    }) as Layer;
  const bound = (i: number): Layer =>
    ({
      data: { values: [{}] },
      mark: {
        type: 'text',
        text: texts[i],
        align: i === 0 ? 'left' : 'center',
        baseline: 'top',
        fontSize: fontSizes.small,
        fill: getColour('ink-3'),
      },
      encoding: { x: { value: left + i * width }, y: { value: top + 15 } },
    }) as Layer;
  return [...Array.from({ length: count }, (_, i) => swatch(i)), ...texts.map((_, i) => bound(i))];
}
