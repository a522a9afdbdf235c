/** Inputs of every kind for tests: few and many points, short and long names, both languages. */

import { buildAttainment } from '../../base/conventions/attainment.ts';
import type { Language } from '../../base/language.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { GoalRow, Point } from '../../base/value-series.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { Kind } from '../kinds/kinds.ts';

export interface Sample {
  kind: Kind;
  name: string;
  input: ChartInput;
}

const names: Record<Language, { short: string[]; long: string[] }> = {
  zh: {
    short: ['SEO', 'SEM', '抖音', '公众号', '小红书', '老带新'],
    long: [
      '自然搜索（含品牌词与长尾词）',
      '付费搜索广告（百度与 360 合计）',
      '短视频平台的达人合作与信息流投放',
      '微信公众号图文与菜单引流到商城',
      '小红书种草笔记与素人测评合作',
      '老用户邀请新用户的裂变活动（第二期）',
    ],
  },
  en: {
    short: ['SEO', 'SEM', 'Video', 'WeChat', 'Feed', 'Referral'],
    long: [
      'Organic search, brand and long tail',
      'Paid search on two engines together',
      'Short video: creators and in-feed ads',
      'Official account articles and menus',
      'Notes by everyday users and reviewers',
      'Invitations of friends by old customers',
    ],
  },
};

/** Up and down without chance: the golden ratio spreads. */
const computeWave = (i: number) => (i * 0.618034) % 1;

function buildWeeks(count: number, language: Language): { key: string; label: string }[] {
  return Array.from({ length: count }, (_, i) => {
    const week = 5 + i;
    return {
      key: `2026-W${String(week).padStart(2, '0')}`,
      label: language === 'zh' ? `第 ${week} 周` : `Week ${week}`,
    };
  });
}

function buildValue(
  name: string,
  unit: string,
  language: Language,
  points: Omit<Point, 'text' | 'n'>[],
): ChartValue {
  const text = (number: number | null) => formatNumber(number, { unit, language });
  return {
    name,
    label: name,
    unit,
    direction: 'higher',
    value: null,
    text: '—',
    points: points.map((point) => ({ ...point, text: text(point.value), n: 1 })),
  };
}

function withTarget(given: ChartValue, number: number, target: number, language: Language): ChartValue {
  const text = (of: number) => formatNumber(of, { unit: given.unit, language });
  return { ...given, value: number, text: text(number), target: { value: target, text: text(target) } };
}

const createBase = (language: Language): ChartInput => ({ language, values: [], goals: [] });

function buildTrends(language: Language, long: boolean, count: number): Sample[] {
  const groups = names[language][long ? 'long' : 'short'];
  const title = long
    ? language === 'zh'
      ? '每周新增的已验证手机号用户'
      : 'Weekly new users with a verified phone'
    : 'UV';
  const times = buildWeeks(count, language);
  const rate = buildValue(
    title,
    '%',
    language,
    times.map((time, i) => ({
      ...time,
      value: i % 7 === 3 ? null : 2 + computeWave(i),
      numerator: 1,
      denominator: 50,
    })),
  );
  const total = buildValue(
    title,
    '人',
    language,
    times.map((time, i) => ({ ...time, value: 1_200_000 + 90_000 * i })),
  );
  const many = buildValue(
    title,
    '次',
    language,
    groups.flatMap((group, g) =>
      times.map((time, i) => ({ ...time, group, value: 300 + 5 * g + Math.round(9 * computeWave(i + g)) })),
    ),
  );
  const sum = total.points.reduce((all, point) => all + point.value!, 0);
  return [
    {
      kind: 'trend',
      name: 'rate with target and gaps',
      input: { ...createBase(language), values: [withTarget(rate, 2.5, 2.6, language)] },
    },
    {
      kind: 'trend',
      name: 'total with target',
      input: { ...createBase(language), values: [withTarget(total, sum, sum * 0.9, language)] },
    },
    { kind: 'trend', name: 'six lines close together', input: { ...createBase(language), values: [many] } },
    { kind: 'trend', name: 'two units', input: { ...createBase(language), values: [total, rate] } },
  ];
}

function buildCosts(language: Language, long: boolean, count: number): Sample[] {
  const [seo = '', sem = ''] = names[language][long ? 'long' : 'short'];
  const arms = (early: number) =>
    buildWeeks(count, language).flatMap((time, i) => {
      const spend = { seo: early / (i + 1) + 900, sem: 2000 + 100 * computeWave(i) };
      return [
        {
          ...time,
          group: seo,
          value: spend.seo / (20 + 4 * i),
          numerator: spend.seo,
          denominator: 20 + 4 * i,
        },
        { ...time, group: sem, value: spend.sem / 40, numerator: spend.sem, denominator: 40 },
      ];
    });
  const name = language === 'zh' ? '获客成本' : 'Cost per acquisition';
  return [9_000, 900_000].map((early) => ({
    kind: 'cost-comparison',
    name: early > 100_000 ? 'never even' : 'breaks even',
    input: { ...createBase(language), values: [buildValue(name, '元/人', language, arms(early))] },
  }));
}

function buildBars(language: Language, long: boolean): Sample[] {
  const groups = names[language][long ? 'long' : 'short'];
  const parts = (of: (i: number) => number | null) =>
    groups.map((label, i) => ({ key: label, label, value: of(i) }));
  const users = buildValue(
    language === 'zh' ? '新增用户' : 'New users',
    '人',
    language,
    parts((i) => 780 - 120 * i),
  );
  const cost = buildValue(
    language === 'zh' ? '获客成本' : 'Cost',
    '元/人',
    language,
    parts((i) => (i === 2 ? null : 12.5 * (i + 1))),
  );
  const roi = buildValue(
    language === 'zh' ? '投资回报率' : 'Return',
    '%',
    language,
    parts((i) => 90 * i - 120),
  );
  const steps = buildValue(
    language === 'zh' ? '用户数' : 'Users',
    '人',
    language,
    parts((i) => Math.round(27_074 / 3 ** i)),
  );
  return [
    { kind: 'channels', name: 'one panel', input: { ...createBase(language), values: [users] } },
    {
      kind: 'channels',
      name: 'three panels',
      input: { ...createBase(language), values: [users, cost, roi] },
    },
    { kind: 'funnel', name: 'six steps', input: { ...createBase(language), values: [steps] } },
    {
      kind: 'attainment',
      name: 'goals',
      input: { ...createBase(language), goals: buildGoals(language, groups) },
    },
  ];
}

/** Met, missed by a hair, not measured, far over, and zero. */
function buildGoals(language: Language, kpis: string[]): GoalRow[] {
  const shown = (number: number | null, unit: string) => ({
    value: number,
    text: formatNumber(number, { unit, language }),
  });
  return [130, 99.2, null, 640, 0, 100].map((attainment, i) => ({
    kpi: kpis[i]!,
    unit: '元',
    direction: 'higher',
    baseline: shown(100, '元'),
    target: shown(1_000_000, '元'),
    actual: shown(attainment === null ? null : attainment * 10_000, '元'),
    attainment: buildAttainment(
      { actual: attainment === null ? null : attainment * 10_000, target: 1_000_000, direction: 'higher' },
      language,
    ),
    value: kpis[i]!,
  }));
}

/** Every kind in both languages, with short and long names, of 3, 13 and 40 periods. */
export const samples: Sample[] = (['zh', 'en'] as const).flatMap((language) =>
  [false, true].flatMap((long) => [
    ...[3, 13, 40].flatMap((count) =>
      [...buildTrends(language, long, count), ...buildCosts(language, long, count)].map((sample) => ({
        ...sample,
        name: `${language} ${long ? 'long' : 'short'} ${count}: ${sample.name}`,
      })),
    ),
    ...buildBars(language, long).map((sample) => ({
      ...sample,
      name: `${language} ${long ? 'long' : 'short'}: ${sample.name}`,
    })),
  ]),
);
