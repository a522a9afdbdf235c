import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { computeNetPromoterScore } from '../../families/satisfaction/net-promoter-score.ts';
import { invertPositiveMatrix } from '../numeric/positive-matrix.ts';
import { computeGradient, fitLogistic } from './logistic.ts';
import {
  computeAuc,
  computeAveragePrecision,
  computeBrierScore,
  computeCalibration,
  computeCalibrationError,
  computeLift,
} from './scoring.ts';

/** L. Spector & M. Mazzeo 1980: GPA, TUCE, PSI, GRADE. */
const spector =
  `2.66 20 0 0,2.89 22 0 0,3.28 24 0 0,2.92 12 0 0,4 21 0 1,2.86 17 0 0,2.76 17 0 0,2.87 21 0 0,3.03 25 0 0,
3.92 29 0 1,2.63 20 0 0,3.32 23 0 0,3.57 23 0 0,3.26 25 0 1,3.53 26 0 0,2.74 19 0 0,2.75 25 0 0,2.83 19 0 0,3.12 23 1 0,
3.16 25 1 1,2.06 22 1 0,3.62 28 1 1,2.89 14 1 0,3.51 26 1 0,3.54 24 1 1,2.83 27 1 1,3.39 17 1 1,2.67 24 1 0,3.65 21 1 1,
4 23 1 1,3.1 21 1 0,2.39 19 1 1`
    .split(',')
    .map((line) => line.trim().split(' ').map(Number));
const inputs = spector.map((row) => row.slice(0, 3));
const grades = spector.map((row) => row[3]!);

describe('logistic regression', () => {
  test('Spector & Mazzeo, statsmodels Discrete Choice Models: coefficients, errors, likelihood', () => {
    const fit = fitLogistic(inputs, grades)!;
    [-13.0213, 2.8261, 0.0952, 2.3787].forEach((b, j) => {
      expect(fit.coefficients[j]).toBeCloseTo(b, 4);
    });
    [4.9313, 1.2629, 0.1416, 1.0646].forEach((error, j) => {
      expect(fit.errors[j]).toBeCloseTo(error, 3);
    });
    expect(fit.logLikelihood).toBeCloseTo(-12.8896, 4);
    expect(fit.pseudoR2).toBeCloseTo(0.374, 3);
    expect(fit.separated).toBe(false);
  });
  test('the slope of the likelihood is 0 at the optimum', () => {
    const row = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: 20 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(row, { minLength: 30, maxLength: 60 }), (rows) => {
        const xs = rows.map(([a, b]) => [a, b]);
        const ys = rows.map(([, , y]) => Number(y));
        const fit = fitLogistic(xs, ys);
        if (!fit || fit.separated) return;
        const slopes = computeGradient(
          xs.map((x) => [1, ...x]),
          ys,
          fit.fitted,
        );
        for (const slope of slopes) expect(Math.abs(slope)).toBeLessThan(1e-5);
      }),
      { numRuns: 40 },
    );
  });
  test('separated groups are held finite, and said', () => {
    const fit = fitLogistic([[1], [2], [3], [10], [11], [12]], [0, 0, 0, 1, 1, 1])!;
    expect(fit.separated).toBe(true);
    for (const number of [...fit.coefficients, ...fit.errors, fit.logLikelihood])
      expect(number).toSatisfy(Number.isFinite);
  });
  test('one outcome only, a constant or a doubled feature say nothing', () => {
    expect(fitLogistic([[1], [2]], [1, 1])).toBeUndefined();
    expect(fitLogistic([[1], [1]], [0, 1])).toBeUndefined();
    expect(
      fitLogistic(
        [
          [1, 2],
          [2, 4],
          [3, 6],
          [4, 8],
        ],
        [0, 1, 0, 1],
      ),
    ).toBeUndefined();
  });
});

test('inverse of a positive matrix', () => {
  expect(
    invertPositiveMatrix([
      [4, 2],
      [2, 3],
    ])!
      .flat()
      .map((x) => x * 8),
  ).toEqual([3, -2, -2, 4].map((x) => expect.closeTo(x, 12)));
  expect(
    invertPositiveMatrix([
      [1, 1],
      [1, 1],
    ]),
  ).toBeUndefined();
});

describe('scores', () => {
  const sklearn = scored([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);
  test('scikit-learn, roc_auc_score: 0.75', () => expect(computeAuc(sklearn)).toBe(0.75));
  test('scikit-learn, average_precision_score: 0.83', () => {
    expect(computeAveragePrecision(sklearn)).toBeCloseTo(0.8333, 4);
  });
  test('scikit-learn, brier_score_loss: 0.0375', () => {
    expect(computeBrierScore(scored([0.1, 0.9, 0.8, 0.3], [0, 1, 1, 0]))).toBeCloseTo(0.0375, 12);
  });
  test('equal scores know nothing: AUC ½, lift 1, precision the rate', () => {
    const flat = scored([0.5, 0.5, 0.5, 0.5], [1, 0, 0, 0]);
    expect([computeAuc(flat), computeLift(flat), computeAveragePrecision(flat)]).toEqual([0.5, 1, 0.25]);
  });
  test('perfect order lifts by 1 ÷ rate', () => {
    const perfect = scored(
      Array.from({ length: 20 }, (_, i) => i / 20),
      Array.from({ length: 20 }, (_, i) => Number(i >= 18)),
    );
    expect(computeLift(perfect, 0.1)).toBeCloseTo(10, 12);
    expect(computeAuc(perfect)).toBe(1);
  });
  test('AUC is the share of pairs in the right order', () => {
    const one = fc.record({ score: fc.integer({ min: 0, max: 9 }), outcome: fc.integer({ min: 0, max: 1 }) });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (all) => {
        const up = all.filter(({ outcome }) => outcome === 1);
        const down = all.filter(({ outcome }) => outcome === 0);
        const pairs = up.flatMap((u) =>
          down.map((d) => (u.score > d.score ? 1 : u.score === d.score ? 0.5 : 0)),
        );
        const direct =
          pairs.length === 0 ? undefined : pairs.reduce<number>((a, b) => a + b, 0) / pairs.length;
        if (direct === undefined) expect(computeAuc(all)).toBeUndefined();
        else expect(computeAuc(all)).toBeCloseTo(direct, 10);
      }),
    );
  });
  test('calibration: bins hold all cases; a score of 1 falls in the last', () => {
    const bins = computeCalibration(scored([0.05, 0.15, 0.16, 1], [0, 0, 1, 1]));
    expect(bins.map(({ n, observed }) => [n, observed])).toEqual([
      [1, 0],
      [2, 0.5],
      [1, 1],
    ]);
    expect(computeCalibrationError(scored([0, 1], [0, 1]))).toBe(0);
  });
  test('without cases nothing is said', () => {
    for (const measure of [
      computeAuc,
      computeAveragePrecision,
      computeBrierScore,
      computeLift,
      computeCalibrationError,
    ])
      expect(measure([])).toBeUndefined();
  });
});

test('NPS, Cross Validated: ½ promoters, ⅓ passives, ⅙ detractors: score ⅓, variance 5/9', () => {
  const { score, variance } = computeNetPromoterScore({ promoters: 3, passives: 2, detractors: 1 })!;
  expect(score).toBeCloseTo(1 / 3, 12);
  expect(variance).toBeCloseTo(5 / 9, 12);
  expect(computeNetPromoterScore({ promoters: 0, passives: 0, detractors: 0 })).toBeUndefined();
});

function scored(scores: number[], outcomes: number[]) {
  return scores.map((score, i) => ({ score, outcome: outcomes[i]! }));
}
