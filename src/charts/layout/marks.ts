/** Marks that several kinds draw: points to hover over, rules, and what is written at them. */
import { buildTopLabel } from '../data/row-names.ts';
import { measureText } from '../draw/measure-text.ts';
import type { Layer } from '../kind.ts';
import type { PaletteName } from '../palette.ts';
import { fontSizes, getColour } from '../theme.ts';

/** Points whose rows carry the text to be read at them, as `hover`. */
export function buildHoverPoints(values: readonly object[], encoding: object, mark: object): Layer {
  return {
    data: { values },
    mark: { type: 'point', aria: true, opacity: 1, ...mark },
    encoding: { ...encoding, description: { field: 'hover' } },
  } as Layer;
}

/** A rule through the zero of an axis; `scale` is its encoding. */
export function buildZeroRule(channel: 'x' | 'y', scale: object, colour: PaletteName = 'ink-3'): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'rule', color: getColour(colour) },
    encoding: { [channel]: { ...scale, datum: 0 } },
  } as Layer;
}

/** A dashed upright rule; `x` is the encoding of its place. */
export function buildUprightRule(x: object, colour: PaletteName = 'ink-2'): Layer {
  return {
    data: { values: [{}] },
    mark: { type: 'rule', strokeDash: [3, 3], color: getColour(colour) },
    encoding: { x },
  } as Layer;
}

interface RulePlace {
  /** Where the rule stands in a plot of `width` pixels. */
  pixel: number;
  width: number;
  /** Pixels from the plot's top edge down to the text. */
  dy?: number;
}

/** The text of an upright rule over the plot: centred on it, or at the side of it that has room. */
export function buildRuleLabel(text: string, x: object, { pixel, width, dy = -8 }: RulePlace): Layer {
  const half = measureText(text, fontSizes.small) / 2;
  const align = pixel < half ? 'left' : pixel > width - half ? 'right' : 'center';
  return buildTopLabel(text, { x }, { align, dy });
}
