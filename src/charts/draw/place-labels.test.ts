import fc from 'fast-check';
import { expect, test } from 'vitest';
import { measureText } from './measure-text.ts';
import { type LabelledDot, type PlacedLabel, placeLabels } from './place-labels.ts';

const plot = { width: 400, height: 240 };
const fontSize = 13;

function toRect({ x, y, align }: PlacedLabel, text: string) {
  const width = measureText(text, fontSize);
  const left = { left: x, right: x - width, center: x - width / 2 }[align];
  return { left, right: left + width, top: y - 0.6 * fontSize, bottom: y + 0.6 * fontSize };
}

const spot = fc.record({
  x: fc.integer({ min: 0, max: plot.width }),
  y: fc.integer({ min: 0, max: plot.height }),
  radius: fc.integer({ min: 2, max: 30 }),
  text: fc.constantFrom('抖音', 'SEM', '公众号图文与菜单', 'Referral of friends'),
});

test('no name meets another, leaves the plot, or lies on a dot of others', () => {
  fc.assert(
    fc.property(fc.array(spot, { maxLength: 40 }), (spots: LabelledDot[]) => {
      const placed = placeLabels(spots, plot, fontSize);
      const boxes = placed.flatMap((one, i) => (one ? [{ i, ...toRect(one, spots[i]!.text) }] : []));
      for (const [at, a] of boxes.entries()) {
        expect(a.left >= 0 && a.right <= plot.width && a.top >= 0 && a.bottom <= plot.height).toBe(true);
        for (const b of boxes.slice(at + 1)) {
          const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
          expect(apart).toBe(true);
        }
        for (const [j, { x, y }] of spots.entries()) {
          const inside = x > a.left && x < a.right && y > a.top && y < a.bottom;
          expect(inside && j !== a.i).toBe(false);
        }
      }
    }),
    { seed: 7, numRuns: 200 },
  );
});

test('a lone dot is named at its right, at the right edge at its left, and inside where it is large', () => {
  const align = (one: LabelledDot) => placeLabels([one], plot, fontSize)[0]?.align;
  expect(align({ x: 100, y: 100, radius: 5, text: '抖音' })).toBe('left');
  expect(align({ x: 398, y: 100, radius: 5, text: '抖音' })).toBe('right');
  expect(align({ x: 100, y: 100, radius: 30, text: '抖音' })).toBe('center');
});
