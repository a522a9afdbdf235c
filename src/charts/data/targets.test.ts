import { expect, test } from 'vitest';
import type { ChartValue } from '../input.ts';
import { trend } from '../kinds/trend.ts';
import { findTargetLevel, getOwnTarget } from './targets.ts';

const weeks = ['2026-W20', '2026-W21', '2026-W22', '2026-W23'];
const rate = (apart?: { goal: { from: string; to: string } }): ChartValue => ({
  name: '每周转化率',
  label: '每周转化率',
  value: 3.5,
  text: '3.5%',
  unit: '%',
  direction: 'higher',
  target: { value: 4, text: '4%', ...(apart && { apart }) },
  points: weeks.map((key, at) => ({
    key,
    label: key,
    value: 3 + at / 3,
    text: `${3 + at / 3}%`,
    numerator: 3,
    denominator: 100,
    n: 100,
  })),
});
const late = { goal: { from: '2026-05-20', to: '2026-05-31' } };
const listRules = (value: ChartValue) =>
  [
    ...JSON.stringify(trend.buildSpec({ language: 'zh', values: [value], goals: [] }, 680)).matchAll(
      /\{"value":4(?:,"key":"([^"]+)","end":"([^"]+)")?\}/g,
    ),
  ].map(([, from, to]) => [from, to]);

test('a target of the whole time crosses the plot; one of some days is drawn over the weeks that these meet', () => {
  expect(listRules(rate())).toEqual([[undefined, undefined]]);
  expect(listRules(rate(late))).toEqual([['2026-W21', '2026-W22']]);
  expect(listRules(rate({ goal: { from: '2026-08-01', to: '2026-08-31' } }))).toEqual([]);
});

test('what is of other days than its target is not held against it', () => {
  expect(getOwnTarget(rate())).toMatchObject({ value: 4 });
  expect(getOwnTarget(rate(late))).toBeUndefined();
  const listKinds = (value: ChartValue) =>
    trend.listClaims({ language: 'zh', values: [value], goals: [] }).map(({ is }) => is);
  expect(listKinds(rate())).toContain('attainment');
  expect(listKinds(rate(late))).not.toContain('attainment');
});

test('a sum has no level for a part of its time', () => {
  const points = weeks.map((key) => ({ key, label: key, value: 10, text: '10', n: 1 }));
  const sum = { ...rate(), value: 40, text: '40 人', unit: '人', points };
  expect(findTargetLevel(sum, 'zh')).toMatchObject({ value: 1 });
  expect(findTargetLevel({ ...sum, target: { value: 4, text: '4', apart: late } }, 'zh')).toBeUndefined();
});
