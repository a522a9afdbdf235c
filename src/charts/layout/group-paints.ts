/** What the parts of a whole are filled with: names by their colours, steps of an order by shades, two sides by two hues. */
import { findScale, findSide, type Side } from '../../words/scale-words.ts';
import type { ChartInput } from '../input.ts';
import type { PaletteName } from '../palette.ts';
import { resolveSeriesStyles } from '../series-styles.ts';
import { getColour } from '../theme.ts';
import { getClassFill, getClassTextColour } from './classes.ts';

interface GroupPaint {
  fill: string;
  /** Of a text on it. */
  ink: string;
}

/** Bright in every theme: a text on them is dark in every theme. */
const brightColours: readonly PaletteName[] = ['c4', 'c6'];

const sidePaints: Record<Side, [fill: PaletteName, ink: PaletteName]> = {
  for: ['c1', 'paper'],
  even: ['line', 'ink'],
  against: ['c2', 'paper'],
};

/** A paint a group, in their order. */
export function pickGroupPaints(
  groups: readonly string[],
  input: Pick<ChartInput, 'scale' | 'colours'>,
): GroupPaint[] {
  const scale = input.scale ?? findScale(groups);
  if (scale === 'order')
    return groups.map((_, i) => ({
      fill: getClassFill(i, groups.length),
      ink: getClassTextColour(i, groups.length),
    }));
  if (scale === 'sides')
    return groups.map((group, i) => toPaint(sidePaints[findGroupSide(group, i, groups)]));
  const styles = resolveSeriesStyles(
    groups.map((group) => [group]),
    input,
  );
  return styles.map(({ paint }) => toPaint([paint, brightColours.includes(paint) ? 'dark' : 'paper']));
}

/** Sides declared without words that say which is which run from the first to the last. */
function findGroupSide(group: string, i: number, groups: readonly string[]): Side {
  const side = findSide(group);
  if (side) return side;
  const middle = (groups.length - 1) / 2;
  return i === middle ? 'even' : i < middle ? 'for' : 'against';
}

function toPaint([fill, ink]: readonly [PaletteName, PaletteName]): GroupPaint {
  return { fill: getColour(fill), ink: getColour(ink) };
}
