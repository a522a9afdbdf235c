import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignColours, type Family, restSlot } from './entity-colours.ts';

const assign = (families: { declared?: Family[]; values?: Family[]; found?: Family[] }) =>
  assignColours({ declared: [], values: [], found: [], ...families });
const list = (slots: Map<string, number>, ...names: string[]) => names.map((name) => slots.get(name));

describe('declared', () => {
  const names = ['SEO', 'SEM', '小红书', '抖音', '公众号', '老带新', '异业合作'];
  test('in their order, six at most, the others grey', () => {
    expect(list(assign({ declared: [{ names }] }), ...names)).toEqual([0, 1, 2, 3, 4, 5, restSlot]);
  });
  test('a name in two columns has one colour, and no neighbour of it has the same', () => {
    const slots = assign({ declared: [{ names }, { names: ['抖音', 'B站', '小红书'] }] });
    expect(slots.get('抖音')).toBe(3);
    expect(list(slots, '抖音', '小红书')).not.toContain(slots.get('B站'));
  });
  test('what is found beside them takes what is left', () => {
    const slots = assign({
      declared: [{ names: ['SEO', 'SEM'] }],
      found: [{ names: ['SEM', '门店', 'SEO'] }],
    });
    expect(list(slots, 'SEO', 'SEM')).toEqual([0, 1]);
    expect([2, 3, 4, 5]).toContain(slots.get('门店'));
  });
});

test('values alone in their figures have the first colour, side by side each its own', () => {
  const slots = assign({ values: [{ names: ['日活'] }, { names: ['日活', '月活'] }, { names: ['工单'] }] });
  expect(list(slots, '日活', '月活', '工单')).toEqual([0, 1, 0]);
});

describe('found', () => {
  const family = fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 12 })
    .chain((names) =>
      fc.record({
        names: fc.constant(names),
        weights: fc.array(fc.integer({ min: 1, max: 100_000 }), {
          minLength: names.length,
          maxLength: names.length,
        }),
      }),
    );
  const turn = ({ names, weights }: Required<Family>): Required<Family> => ({
    names: names.toReversed(),
    weights: weights.toReversed(),
  });

  test('neighbours differ, six at most have a colour', () => {
    fc.assert(
      fc.property(fc.array(family, { minLength: 1, maxLength: 3 }), (found) => {
        const slots = assign({ found });
        for (const { names } of found) {
          const coloured = list(slots, ...names).filter((slot) => slot !== restSlot);
          expect(new Set(coloured).size).toBe(coloured.length);
          expect(coloured.length).toBeLessThanOrEqual(6);
        }
      }),
    );
  });
  test('the order of rows and of families says nothing', () => {
    fc.assert(
      fc.property(fc.array(family, { minLength: 1, maxLength: 3 }), (found) => {
        const [slots, turned] = [assign({ found }), assign({ found: found.map(turn).toReversed() })];
        for (const name of slots.keys()) expect(turned.get(name)).toBe(slots.get(name));
      }),
    );
  });
  test('a newcomer with few rows recolours nobody', () => {
    fc.assert(
      fc.property(family, fc.string({ minLength: 7, maxLength: 9 }), ({ names, weights }, name) => {
        const slots = assign({ found: [{ names, weights: weights.map((weight) => weight + 8) }] });
        const grown = { names: [name, ...names], weights: [1, ...weights.map((weight) => weight + 8)] };
        const after = assign({ found: [grown] });
        for (const known of names) expect(after.get(known)).toBe(slots.get(known));
      }),
    );
  });
  test('of more than six the heaviest have colours', () => {
    const names = [...'abcdefgh'];
    const slots = assign({ found: [{ names, weights: [1, 900, 900, 900, 900, 900, 900, 2] }] });
    expect(list(slots, 'a', 'h')).toEqual([restSlot, restSlot]);
    expect(new Set(list(slots, ...'bcdefg')).size).toBe(6);
  });
});
