/** Makes the small inputs that every kind carries as its example. */
import { buildAttainment } from '../base/conventions/attainment.ts';
import type { Bilingual, Language } from '../base/language.ts';
import { formatInterval, formatNumber } from '../base/number-format.ts';
import { resolveColumnDigits } from '../base/registry/shown-digits.ts';
import type { TrainingWeeks } from '../base/registry/training-weeks.ts';
import type { Curve, GoalRow, Point } from '../base/value-series.ts';
import { formatWeekName } from '../words/week-names.ts';
import type { ChartInput, ChartTable, ChartValue } from './input.ts';

export type ExamplePoint = Pick<Point, 'key' | 'label' | 'value'> &
  Partial<Pick<Point, 'group' | 'numerator' | 'denominator'>>;

interface ExampleValue {
  name: Bilingual;
  unit: string;
  points?: ExamplePoint[];
  value?: number | null;
  target?: number;
  interval?: [low: number, high: number];
  curve?: Curve;
  direction?: ChartValue['direction'];
}

export function buildExampleValue(language: Language, given: ExampleValue): ChartValue {
  const { unit, points = [], target, interval, curve } = given;
  const digits =
    points.length > 0
      ? resolveColumnDigits(
          points.map(({ value }) => value),
          unit,
        )
      : undefined;
  const text = (number: number | null) => formatNumber(number, { unit, language });
  const inColumn = (number: number | null) =>
    formatNumber(number, { unit, language, ...(digits !== undefined && { digits }) });
  const shown = (number: number | null) => ({ value: number, text: text(number) });
  const name = given.name[language];
  const sum = points.reduce((all, point) => all + (point.value ?? 0), 0);
  const [low, high] = interval ?? [0, 0];
  return {
    name,
    label: name,
    unit,
    direction: given.direction ?? 'higher',
    ...shown(given.value === undefined ? sum : given.value),
    ...(target !== undefined && { target: shown(target) }),
    ...(interval && { interval: { low, high, text: formatInterval(low, high, { unit, language }) } }),
    points: points.map((point) => ({ ...point, text: inColumn(point.value), n: 1 })),
    ...(curve && { curve }),
  };
}

const exampleTraining: TrainingWeeks = {
  period: { from: '2026-03-02', to: '2026-06-21' },
  phases: [],
};

export function buildExampleInput(language: Language, ...values: ExampleValue[]): ChartInput {
  const built = values.map((value) => buildExampleValue(language, value));
  return { language, goals: [], values: built, training: exampleTraining };
}

/** A table of rows that all have the same columns, headed by their names; `type` of a column by its name. */
export function buildExampleTable(
  name: string,
  rows: ChartTable['rows'],
  type: (column: string) => ChartTable['columns'][number]['type'],
): ChartTable {
  const columns = Object.keys(rows[0]!).map((column) => {
    return { name: column, label: column, unit: '', type: type(column) };
  });
  return { name, columns, rows };
}

const channelNames: Record<Language, string[]> = {
  zh: ['搜索广告', '抖音', '公众号', '小红书', '老带新', '自然搜索'],
  en: ['Search ads', 'Short video', 'Articles', 'Notes', 'Referral', 'Organic'],
};

/** One point a channel, at most six. */
export function buildExampleChannels(
  language: Language,
  numbers: readonly (number | null)[],
): ExamplePoint[] {
  return numbers.map((value, i) => {
    const label = channelNames[language][i] ?? `${i + 1}`;
    return { key: label, label, value };
  });
}

const topicNames: Record<Language, string[]> = {
  zh: ['新品测评', '使用教程', '用户故事', '行业报告', '优惠活动', '节日热点', '常见问题', '幕后花絮'],
  en: ['Reviews', 'How-to', 'Stories', 'Reports', 'Offers', 'Holidays', 'Questions', 'Backstage'],
};

/** One point a topic, at most eight. */
export function buildExampleMembers(language: Language, numbers: readonly (number | null)[]): ExamplePoint[] {
  return numbers.map((value, i) => {
    const label = topicNames[language][i] ?? `${i + 1}`;
    return { key: label, label, value };
  });
}

/** Observations of a skew distribution around `middle`, without chance: the quantiles of an exponential one. */
export function buildExampleObservations(count: number, middle: number): ExamplePoint[] {
  return Array.from({ length: count }, (_, i) => {
    const value = Math.round((middle * Math.log((i + 0.5) / count) * 10) / Math.log(0.5)) / 10;
    return { key: `${i + 1}`, label: `${i + 1}`, value };
  });
}

/** One point a week and a channel: a list of numbers a channel. */
export function buildExampleWeeks(language: Language, numbers: readonly (readonly (number | null)[])[]) {
  return numbers.flatMap((list, group) =>
    list.map((value, i): ExamplePoint => {
      const week = 10 + i;
      const label = formatWeekName(`2026-W${week}`, exampleTraining, language);
      const name = channelNames[language][group];
      return { key: `2026-W${week}`, label, value, ...(numbers.length > 1 && name && { group: name }) };
    }),
  );
}

/** Three goals: one met, one just missed, one where less is better. */
export function buildExampleGoals(language: Language): ChartInput {
  const goals = (
    [
      ['新增用户', 'New users', '人', 'higher', 860, 1_200, 1_302],
      ['支付转化率', 'Paying rate', '%', 'higher', 2.5, 5, 4.8],
      ['获客成本', 'Cost per user', '元', 'lower', 38, 30, 27.4],
    ] as const
  ).map(([zh, en, unit, direction, baseline, target, actual]): GoalRow => {
    const shown = (value: number) => ({ value, text: formatNumber(value, { unit, language }) });
    const kpi = language === 'zh' ? zh : en;
    const attainment = buildAttainment({ actual, target, direction }, language);
    const row = { baseline: shown(baseline), target: shown(target), actual: shown(actual) };
    return { kpi, unit, direction, ...row, attainment, value: kpi };
  });
  return { language, values: [], goals };
}
