/** The colour, dash and symbol of each series of a drawing: the colour is that of the report, the other two tell apart what shares one. */
import { colourCount } from '../base/registry/entity-colours.ts';
import type { ChartInput } from './input.ts';
import type { PaletteName } from './palette.ts';
import { categoryColours, lineDashes, pointSymbols } from './theme.ts';

export interface SeriesStyle {
  paint: PaletteName;
  dash: number[];
  symbol: string;
}

/** Of those without a colour of their own. */
const restColour: PaletteName = 'even';

/** Of lines that follow one another, from light to dark; lighter ones would not stand out from the paper. */
const shades: readonly PaletteName[] = ['s3', 's4', 's5', 's6', 's7'];

/** The shade of a step among others. */
export function pickShade(i: number, count: number): PaletteName {
  return shades[count < 2 ? shades.length - 1 : Math.round((i / (count - 1)) * (shades.length - 1))]!;
}

type Coloured = Pick<ChartInput, 'colours'>;

/** The colour that a name has in the whole report; undefined where it has none. */
export function findNameColour(name: string, { colours = {} }: Coloured): PaletteName | undefined {
  const slot = Object.hasOwn(colours, name) ? colours[name] : undefined;
  return slot === undefined ? undefined : (categoryColours[slot] ?? restColour);
}

/**
 * A style a series. `names`: of each the names it may be known by, the first that has a colour counts. Those that the report
 * does not know take the colours that are left.
 */
export function resolveSeriesStyles(
  names: readonly (readonly string[])[],
  { colours = {} }: Coloured,
): SeriesStyle[] {
  const slots = names.map((all) => {
    const known = all.find((name) => Object.hasOwn(colours, name));
    return known === undefined ? undefined : colours[known];
  });
  const free = range(colourCount).filter((slot) => !slots.includes(slot));
  const taken = slots.map((slot) => slot ?? free.shift() ?? colourCount);
  return assignCues(taken).map((cue, i) => ({
    paint: categoryColours[taken[i]!] ?? restColour,
    dash: lineDashes[cue % lineDashes.length]!,
    symbol: pointSymbols[cue % pointSymbols.length]!,
  }));
}

/** Dash and symbol go with the colour, but for the second of a colour, and for what is grey. */
function assignCues(slots: readonly number[]): number[] {
  const own = slots.map((slot, i) => (slot < colourCount && slots.indexOf(slot) === i ? slot : undefined));
  const free = range(colourCount).filter((cue) => !own.includes(cue));
  return own.map((cue) => cue ?? free.shift() ?? 0);
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i);
}
