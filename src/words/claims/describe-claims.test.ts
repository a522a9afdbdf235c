import { describe, expect, test } from 'vitest';
import type { Member } from '../../base/claims/claim.ts';
import {
  listComparable,
  makeAttainment,
  makeChange,
  makeCount,
  makeCourse,
  makeLevel,
  makeNamedCount,
  makeRank,
  pickMostMoved,
} from '../../base/claims/make-claims.ts';
import { describeClaims, formatShareText } from './describe-claims.ts';

const member = (name: string, value: number, unit = '人', text = `${value} ${unit}`): Member => ({
  name,
  value,
  text,
  unit,
});
const tell = (claims: Parameters<typeof describeClaims>[0]) => describeClaims(claims, 'zh');

describe('order', () => {
  const frame = { of: '新增' };

  test('who is highest and lowest, and what the highest makes up', () => {
    const members = [member('SEM', 20), member('抖音', 30), member('SEO', 10)];
    expect(tell(makeRank(members, { ...frame, whole: 60 }))).toBe(
      '新增最高的是抖音（30 人，占 50.0%），最低的是 SEO（10 人）。',
    );
  });

  test('up to three tied ones are named, more are counted', () => {
    const tied = ['甲', '乙', '丙', '丁'].map((name) => member(name, 5));
    expect(tell(makeRank([...tied.slice(0, 3), member('戊', 1)], frame))).toBe(
      '新增最高的是甲、乙、丙（均为 5 人），最低的是戊（1 人）。',
    );
    expect(tell(makeRank([...tied, member('戊', 1)], frame))).toContain('新增最高的有 4 项并列（均为 5 人）');
  });

  test('what reads alike is alike', () => {
    const members = [member('甲', 5.001, '%', '5%'), member('乙', 5.002, '%', '5%')];
    expect(tell(makeRank(members, frame))).toBe('新增各项相同，2 项均为 5%。');
  });

  test('one alone is no order, several units are none either', () => {
    expect(tell(makeRank([member('甲', 5)], frame))).toBe('新增甲为 5 人。');
    expect(makeRank([member('甲', 5), member('乙', 6, '元')], frame)).toEqual([]);
    expect(makeRank([], frame)).toEqual([]);
    const named = ['复购率（%）', '客单价（元）'].map((label) => ({
      key: label,
      label,
      value: label.length,
      text: '',
      n: 1,
    }));
    expect(makeRank(listComparable(named, ''), frame)).toEqual([]);
  });
});

describe('change', () => {
  const point = (label: string, value: number | null, cut = false) => ({
    key: label,
    label,
    value,
    text: `${value} 人`,
    n: 1,
    ...(cut && ({ cut: true } as const)),
  });

  test('what prints alike has not risen', () => {
    const [from, to] = [member('一月', 5.001, '人', '5 人'), member('二月', 5.002, '人', '5 人')];
    expect(tell(makeChange('新增', from, to))).toBe('新增一月与二月持平，均为 5 人。');
  });

  test('steps that an end cuts are not compared; with one whole step there is nothing to compare', () => {
    const points = [point('三月*', 1, true), point('四月', 5), point('五月', 7), point('六月*', 2, true)];
    expect(tell(makeCourse('新增', points, '人'))).toBe('新增由四月的 5 人升至五月的 7 人。');
    expect(tell(makeCourse('新增', points.slice(0, 2), '人'))).toBe('新增四月为 5 人。');
    expect(makeCourse('新增', [points[0]!, points[3]!], '人')).toEqual([]);
  });

  test('rates may be compared', () => {
    const points = [point('三月*', 1, true), point('四月', 5)].map((one) => ({ ...one, denominator: 90 }));
    expect(tell(makeCourse('新增', points, '人'))).toBe('新增由三月*的 1 人升至四月的 5 人。');
  });

  test('the most moved is named where it is one', () => {
    const change = (of: string, to: number) => makeChange(of, member('前', 1), member('后', to))[0]!;
    const moved = (...ends: number[]) =>
      pickMostMoved(
        ends.map((to, i) => ({ change: change(`第 ${i} 项`, to), size: to - 1 })),
        'own',
      );
    expect(tell(moved(2, 9))).toBe('变动最大的是第 1 项，由前的 1 人升至后的 9 人。');
    expect(moved(9, 9)).toEqual([]);
  });
});

test('an aim is told with its scope and outcome; without a direction there is none', () => {
  const judge = (direction: 'lower' | 'none') =>
    makeAttainment('成本', member('', 20, '元'), member('', 25, '元'), direction, 'whole');
  expect(tell(judge('lower'))).toBe('成本全期为 20 元，超额完成目标 25 元。');
  expect(describeClaims(judge('lower'), 'en')).toBe(
    '成本: 20 元 over the whole period, exceeding the target of 25 元.',
  );
  expect(judge('none')).toEqual([]);
});

test('counts of one whole say it once, names beyond three are a number', () => {
  const frame = { among: 5 };
  expect(tell([...makeCount('rose', 3, frame), ...makeCount('fell', 2, frame)])).toBe(
    '5 项中 3 项上升，2 项下降。',
  );
  expect(tell(makeCount('rose', 5, frame))).toBe('5 项全部上升。');
  expect(tell(makeCount('above', 5, { ...frame, of: '本组', at: '对照' }))).toBe('5 项的本组全部高于对照。');
  expect(tell(makeCount('observations', 21_993, { of: '时长' }))).toBe('时长共 21,993 个。');
  expect(tell(makeNamedCount('missed', ['甲', '乙', '丙', '丁']))).toBe('未达成的有甲、乙、丙等 4 项。');
  expect(makeCount('rose', 0)).toEqual([]);
});

test('a name and its number never touch, and nothing is cumulative twice', () => {
  const sums = [member('SEM', 29_865, '元', '29,865 元'), member('SEO', 20_304, '元', '20,304 元')];
  expect(tell(makeLevel('running-sum', '累计投入', sums, '第 16 周'))).toBe(
    '截至第 16 周，累计投入：SEM 29,865 元、SEO 20,304 元。',
  );
});

test('few observations are told with a share', () => {
  const few = [{ ...member('甲', 50, '%', '50%'), n: 4 }, member('乙', 10, '%', '10%')];
  expect(tell(makeRank(few, { of: '转化率' }))).toContain('甲（50%，分母仅 4）');
});

test('a share never rounds to nothing or to all', () => {
  expect([0, 0.04, 12.34, 99.96, 100].map((one) => formatShareText(one, 'zh'))).toEqual([
    '0.0%',
    '0.04%',
    '12.3%',
    '99.96%',
    '100.0%',
  ]);
});
