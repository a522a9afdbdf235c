import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import {
  computeGoalAttainment,
  computeGrowthAttainment,
  computeKeyResultScore,
  gradeScore,
  type KeyResult,
} from './goal-scores.ts';

test('growth: productivity +10% planned, +15% reached: 104.5% (统计学教材)', () => {
  expect(computeGrowthAttainment(15, 10)).toBeCloseTo(104.5, 0);
  expect(computeGrowthAttainment(15, 10)! - 100).toBeCloseTo(4.545, 3);
});

test('growth: cost −5% planned, −6% reached: 98.95%; −6%, −7.6%: 98.29% (统计学教材)', () => {
  expect(computeGrowthAttainment(-6, -5)).toBeCloseTo(98.95, 2);
  expect(Math.abs(computeGrowthAttainment(-7.6, -6)! - 98.29)).toBeLessThan(0.01);
  const lower = { actual: 388.08, target: 394.8, direction: 'lower' } as const;
  expect(Math.abs(computeGoalAttainment(lower, 'ratio')! - 98.29)).toBeLessThan(0.01);
});

test('1 000 planned, 1 120 made: 112% (统计学教材), whatever the convention', () => {
  const aim = { actual: 1120, target: 1000, direction: 'higher' } as const;
  for (const convention of ['ratio', 'reversed', 'complement'] as const) {
    expect(computeGoalAttainment(aim, convention)).toBeCloseTo(112, 10);
  }
});

test('lower is better: three conventions of 80 against 100', () => {
  const aim = { actual: 80, target: 100, direction: 'lower' } as const;
  expect(computeGoalAttainment(aim, 'ratio')).toBeCloseTo(80, 10);
  expect(computeGoalAttainment(aim, 'reversed')).toBeCloseTo(125, 10);
  expect(computeGoalAttainment(aim, 'complement')).toBeCloseTo(120, 10);
});

test('nothing is said through a zero, a change of sign, or without numbers', () => {
  expect(computeGoalAttainment({ actual: 5, target: 0, direction: 'higher' }, 'ratio')).toBeNull();
  expect(computeGoalAttainment({ actual: -5, target: 3, direction: 'higher' }, 'ratio')).toBeNull();
  expect(computeGoalAttainment({ actual: 0, target: 3, direction: 'lower' }, 'reversed')).toBeNull();
  expect(computeGoalAttainment({ actual: null, target: 3, direction: 'lower' }, 'ratio')).toBeNull();
  expect(computeGrowthAttainment(5, -100)).toBeNull();
});

const result = (given: Partial<KeyResult>): KeyResult => ({
  objective: 'O',
  name: 'KR',
  baseline: 0,
  target: 6,
  actual: 3,
  weight: 1,
  binary: false,
  ...given,
});

test('six features to launch, three launched: 0.5 (re:Work, Grade OKRs)', () => {
  expect(computeKeyResultScore(result({}))).toBe(0.5);
});

test('marks stay in 0 to 1; lower targets work alike; binary is all or nothing', () => {
  expect(computeKeyResultScore(result({ actual: 9 }))).toBe(1);
  expect(computeKeyResultScore(result({ actual: -1 }))).toBe(0);
  expect(computeKeyResultScore(result({ baseline: 10, target: 5, actual: 7 }))).toBeCloseTo(0.6, 12);
  expect(computeKeyResultScore(result({ target: 1, actual: 1, binary: true }))).toBe(1);
  expect(computeKeyResultScore(result({ target: 1, actual: 0, binary: true }))).toBe(0);
  expect(computeKeyResultScore(result({ baseline: 10, target: 5, actual: 4, binary: true }))).toBe(1);
  expect(computeKeyResultScore(result({ actual: null }))).toBeNull();
});

test('grades have no gaps: .4 is yellow, .7 is green (Doerr: .7–1 green, .4–.6 yellow, 0–.3 red)', () => {
  expect([0, 0.3, 0.39, 0.4, 0.6, 0.69, 0.7, 0.1 + 0.6, 1].map(gradeScore).join(' ')).toBe(
    'red red red yellow yellow yellow green green green',
  );
});

const okr = 'objective,kr,baseline,target,actual,weight,type\n';

test('the total is the mean of objectives, each the weighted mean of its key results', async () => {
  const files = {
    'okr.csv': `${okr}A,a1,0,10,5,0.75,metric\nA,a2,0,1,1,0.25,binary\nB,b1,20,10,10,1,metric\nB,b2,0,5,,1,metric\n`,
  };
  const { values, problems } = await evaluateMetrics(
    files,
    'x: { metric: okr_score }\ny: { metric: okr_score, by: objective }',
  );
  expect(problems).toEqual([]);
  expect(values.x?.points.map(({ key, value }) => [key, value])).toEqual([
    ['A', 0.625],
    ['B', 1],
  ]);
  expect(values.x?.value).toBeCloseTo(0.8125, 12);
  expect(values.x?.lineage.note).toBe('评级：绿。1 项关键结果没有实际值，未计入。');
  expect(values.y?.points.map(({ value }) => value)).toEqual([0.625, 1]);
});

test('a target equal to its baseline is told', async () => {
  const { problems } = await evaluateMetrics(
    { 'okr.csv': `${okr}A,上线,6,6,3,1,metric\n` },
    'x: { metric: okr_score }',
  );
  expect(problems.map(({ cure }) => cure.zh).join()).toContain('“上线”的目标值等于基线');
});

test('several goals are a series without a total', async () => {
  const files = {
    'goals.csv':
      'kpi,direction,unit,target,actual\n新增,higher,人,100,130\n成本,lower,元,50,40\n留存,higher,%,30,\n',
  };
  const { values } = await evaluateMetrics(
    files,
    'x: { metric: goal_attainment, with: { convention: reversed } }',
  );
  expect(values.x?.text).toBe('—');
  expect(values.x?.points.map(({ key, value }) => [key, value])).toEqual([
    ['新增', 130],
    ['成本', 125],
    ['留存', null],
  ]);
});
