/** Single cells of drawn data change: much of what was told is false of the new rows, and nothing of what is told then. */
import { expect, test } from 'vitest';
import { formatNumber } from '../../base/number-format.ts';
import type { ChartInput } from '../../charts/input.ts';
import { type Kind, kinds } from '../../charts/kinds/kinds.ts';
import { type Chance, drawInput, seedChance } from './generate-inputs.ts';
import { findFalseClaims } from './verify-claims.ts';

/** The same rows but for one cell of a count; undefined where there is none. */
function flipCell(input: ChartInput, chance: Chance): ChartInput | undefined {
  const cells = input.values.flatMap(({ points }, v) =>
    points.flatMap(({ value, denominator }, p) =>
      value !== null && Number.isInteger(value) && denominator === undefined ? [{ v, p, value }] : [],
    ),
  );
  if (cells.length === 0) return undefined;
  const cell = chance.pick(cells);
  const flipped = structuredClone(input);
  const whole = flipped.values[cell.v]!;
  const { points, unit } = whole;
  const sum = points.reduce((total, point) => total + (point.value ?? 0), 0);
  const value = cell.value * 3 + 7;
  Object.assign(points[cell.p]!, { value, text: formatNumber(value, { unit, language: 'zh' }) });
  // A whole of parts grows with them.
  if (whole.value === sum) {
    const total = sum - cell.value + value;
    Object.assign(whole, { value: total, text: formatNumber(total, { unit, language: 'zh' }) });
  }
  return flipped;
}

/** Their claims go by the points alone: no total beside them, and no rows of another table. */
const flippable: readonly Kind[] = ['funnel', 'stacked', 'likert', 'heat', 'pyramid', 'pareto', 'trend'];

test.each(flippable)('%s: a claim that one changed cell makes false is not told again', (kind) => {
  let gone = 0;
  const wrong: string[] = [];
  for (let round = 0; round < 300; round++) {
    const chance = seedChance(90_001 + 31 * round);
    const input = drawInput(kind, chance);
    const after = flipCell(input, chance);
    if (!after || kinds[kind].validate(input) || kinds[kind].validate(after)) continue;
    const list = (one: ChartInput) => [
      ...kinds[kind].listClaims(one),
      ...(kinds[kind].listDetails?.(one) ?? []),
    ];
    wrong.push(...findFalseClaims(kind, list(after), after, []));
    gone += list(input).filter((claim) => findFalseClaims(kind, [claim], after, []).length > 0).length;
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(gone).toBeGreaterThan(10);
});
