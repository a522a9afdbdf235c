import fc from 'fast-check';
import { expect, test } from 'vitest';
import { computeLiftCurve, computeRocCurve, thinPoints } from './score-curves.ts';
import { computeAuc, computeLift } from './scoring.ts';

const sklearn = [0.1, 0.4, 0.35, 0.8].map((score, i) => ({ score, outcome: i < 2 ? 0 : 1 }));
const cases = fc.array(
  fc.record({ score: fc.integer({ min: 0, max: 9 }), outcome: fc.integer({ min: 0, max: 1 }) }),
  { minLength: 2, maxLength: 60 },
);

test('scikit-learn documentation, roc_curve: fpr 0, 0, 0.5, 0.5, 1 and tpr 0, 0.5, 0.5, 1, 1', () => {
  const points = computeRocCurve(sklearn);
  expect(points.map(({ alarms }) => alarms)).toEqual([0, 0, 0.5, 0.5, 1]);
  expect(points.map(({ found }) => found)).toEqual([0, 0.5, 0.5, 1, 1]);
});

test('the area under the ROC curve is the AUC', () => {
  fc.assert(
    fc.property(cases, (all) => {
      const points = computeRocCurve(all);
      const area = points.slice(1).reduce((sum, { alarms, found }, i) => {
        const before = points[i]!;
        return sum + ((alarms - before.alarms) * (found + before.found)) / 2;
      }, 0);
      const told = computeAuc(all);
      if (told === undefined) expect(points).toEqual([]);
      else expect(area).toBeCloseTo(told, 10);
    }),
  );
});

test('a curve of many scores keeps its ends and loses the points between', () => {
  const all = Array.from({ length: 5_000 }, (_, i) => ({ score: i, outcome: (i * 7) % 10 < 3 ? 1 : 0 }));
  const kept = thinPoints(computeRocCurve(all));
  expect(kept.length).toBeLessThan(202);
  expect(kept[0]).toEqual({ alarms: 0, found: 0 });
  expect(kept.at(-1)).toEqual({ alarms: 1, found: 1 });
});

test('lift at each share is that of the measure; at all users it is 1', () => {
  fc.assert(
    fc.property(cases, (all) => {
      for (const { share, lift: times } of computeLiftCurve(all))
        expect(times).toBeCloseTo(computeLift(all, share)!, 10);
      if (all.some(({ outcome }) => outcome === 1))
        expect(computeLiftCurve(all).at(-1)!.lift).toBeCloseTo(1, 10);
      else expect(computeLiftCurve(all)).toEqual([]);
    }),
  );
});
