import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type CrossSums,
  compareClusteredRatios,
  computeDesignEffect,
  type RatioSums,
} from './clustered-ratios.ts';

const side = fc.record({ y: fc.nat(6), x: fc.nat(8) });
type Side = { x: number; y: number };
const total = <T>(all: readonly T[], of: (one: T) => number) => all.reduce((sum, one) => sum + of(one), 0);

function sumSide(all: readonly Side[]): RatioSums {
  return {
    n: all.length,
    y: total(all, ({ y }) => y),
    x: total(all, ({ x }) => x),
    yy: total(all, ({ y }) => y * y),
    xx: total(all, ({ x }) => x * x),
    xy: total(all, ({ x, y }) => x * y),
  };
}

function sumCross(all: readonly [Side, Side][]): CrossSums {
  return {
    yy: total(all, ([a, b]) => a.y * b.y),
    yx: total(all, ([a, b]) => a.y * b.x),
    xy: total(all, ([a, b]) => a.x * b.y),
    xx: total(all, ([a, b]) => a.x * b.x),
  };
}

describe('difference of ratios by units', () => {
  test('Agresti 2007, § 8.1.2: approval of the prime minister, paired: −0.04, SE 0.0095, −0.06 to −0.02', () => {
    // 794 approve twice, 150 then no more, 86 only then, 570 never.
    const first = { n: 1600, y: 944, x: 1600, yy: 944, xx: 1600, xy: 944 };
    const second = { n: 1600, y: 880, x: 1600, yy: 880, xx: 1600, xy: 880 };
    const cross = { yy: 794, yx: 944, xy: 880, xx: 1600 };
    const found = compareClusteredRatios(first, second, { cross, units: 1600 })!;
    expect(found.difference).toBeCloseTo(-0.04, 12);
    expect(found.error).toBeCloseTo(0.0095, 3);
    expect(found.error).toBeLessThan(0.0096);
    expect(found.low).toBeCloseTo(-0.06, 2);
    expect(found.high).toBeCloseTo(-0.02, 2);
  });

  test('is the spread of the residuals of the units themselves', () => {
    const units = fc.array(fc.tuple(side, side), { minLength: 3, maxLength: 30 });
    fc.assert(
      fc.property(units, (all) => {
        const [first, second] = [sumSide(all.map(([a]) => a)), sumSide(all.map(([, b]) => b))];
        const found = compareClusteredRatios(first, second, { cross: sumCross(all), units: all.length });
        fc.pre(first.x > 0 && second.x > 0);
        const [r1, r2] = [first.y / first.x, second.y / second.x];
        const residuals = all.map(([a, b]) => (b.y - r2 * b.x) / second.x - (a.y - r1 * a.x) / first.x);
        const variance = (total(residuals, (one) => one * one) * all.length) / (all.length - 1);
        expect(found!.error).toBeCloseTo(Math.sqrt(variance), 9);
      }),
    );
  });
});

describe('design effect', () => {
  test('rows that come in pairs of one outcome count half: Kish’s 1 + (m − 1)ρ with m = 2, ρ = 1', () => {
    const pairs = Array.from({ length: 1000 }, (_, at) => ({ x: 2, y: at % 4 === 0 ? 2 : 0 }));
    expect(computeDesignEffect(sumSide(pairs))).toBeCloseTo(2, 2);
  });
  test('rows of one unit each have none', () => {
    const single = Array.from({ length: 1000 }, (_, at) => ({ x: 1, y: at % 4 === 0 ? 1 : 0 }));
    expect(computeDesignEffect(sumSide(single))).toBeCloseTo(1, 2);
    expect(computeDesignEffect(sumSide([{ x: 5, y: 5 }]))).toBeUndefined();
    expect(
      computeDesignEffect(
        sumSide([
          { x: 5, y: 5 },
          { x: 2, y: 2 },
        ]),
      ),
    ).toBeUndefined();
  });
});
