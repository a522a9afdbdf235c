/** Inputs that are harder on the drawing than the examples: negative, missing, single, very many. */
import { addDays } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import type { Curve, CurvePoint } from '../../base/value-series.ts';
import {
  buildExampleChannels,
  buildExampleInput,
  buildExampleValue,
  buildExampleWeeks,
  type ExamplePoint,
} from '../example.ts';
import { buildCalendarStress } from './calendar-stress.sample.ts';
import type { Sample } from './inputs.sample.ts';

const users = { zh: '活跃用户', en: 'Active users' };

/** Up and down without chance: the golden ratio spreads. */
const computeWave = (i: number) => (i * 0.618034) % 1;

function buildHours(language: Language): ExamplePoint[] {
  const days = { zh: '一二三四五六日', en: 'MTWTFSS' }[language];
  return [...days].flatMap((day, d) =>
    Array.from({ length: 24 }, (_, hour) => ({
      key: String(hour).padStart(2, '0'),
      label: `${hour}`,
      group: language === 'zh' ? `周${day}` : `${day}${d + 1}`,
      value: d === 3 && hour < 6 ? null : Math.round(12_000 * computeWave(d * 24 + hour)),
    })),
  );
}

const buildQuestion = (points: ExamplePoint[]): ExamplePoint[] =>
  points.map((point) => ({ ...point, key: point.label, group: point.group ?? '' }));

const buildManyBars = (language: Language) =>
  Array.from({ length: 40 }, (_, i) => ({
    key: `${i}`,
    label: language === 'zh' ? `关键词 ${i + 1}` : `Keyword ${i + 1}`,
    value: i % 9 === 8 ? null : 1_234_567 * computeWave(i + 1),
  }));

const buildTwo = (language: Language) =>
  buildExampleInput(
    language,
    {
      name: { zh: '期初转化率', en: 'Rate before' },
      unit: '%',
      points: buildExampleChannels(language, [2.5, 3.1, 4, null]),
    },
    {
      name: { zh: '期末转化率', en: 'Rate after' },
      unit: '%',
      points: buildExampleChannels(language, [4.8, 2.9, 4, 6]),
    },
  );

const buildRates = (language: Language) => {
  const interval = (low: number, high: number): [number, number] => [low, high];
  return buildExampleInput(
    language,
    { name: { zh: '对照组转化率', en: 'Control' }, unit: '%', value: 2.5, interval: interval(2.1, 3) },
    { name: { zh: '实验组转化率', en: 'Treatment' }, unit: '%', value: 4.8, interval: interval(4.2, 5.5) },
  );
};

/** Curves of one point, of many, of six models; anomalies below zero, on the first and last day, by the hour. */
function buildModelSamples(language: Language): [Sample['kind'], string, Sample['input']][] {
  const input = (form: Curve['form'], unit: string, ...curves: CurvePoint[][]): Sample['input'] => ({
    language,
    goals: [],
    values: curves.map((points, i) => ({
      ...buildExampleValue(language, {
        name: { zh: `模型 ${i + 1}`, en: `Model ${i + 1}` },
        unit: '',
        value: 0.5 + i / 12,
      }),
      curve: { form, label: '', unit, points },
    })),
  });
  const share = (k: number, n: number) =>
    Array.from({ length: n }, (_, i) => ({ x: i / (n - 1), y: (i / (n - 1)) ** (1 / k) }));
  const days = Array.from({ length: 400 }, (_, i) => ({
    x: addDays('2025-12-29', i < 200 ? i : i + 30),
    y: 90_000 * (computeWave(i) - 0.5),
    low: -60_000,
    high: 50_000,
    ...((i % 97 === 0 || i === 399) && { called: true }),
  }));
  const hours = Array.from({ length: 90 }, (_, i) => ({
    x: `2026-03-02T${String(i % 24).padStart(2, '0')}:00:00+08:00`,
    y: computeWave(i),
    ...(i > 80 && { called: true }),
  }));
  const bin = { x: 0.31, y: 0, low: 0, high: 0.97, n: 1 };
  return [
    ['roc', 'six models', input('roc', '', ...[1, 2, 3, 4, 5, 6].map((k) => share(k, 100)))],
    ['roc', 'two scores', input('roc', '', share(1, 2))],
    [
      'lift',
      'worse than chance',
      input('lift', '', [
        { x: 0.5, y: 0.2, n: 3 },
        { x: 1, y: 1, n: 6 },
      ]),
    ],
    [
      'lift',
      'three models',
      input(
        'lift',
        '',
        ...[9, 120, 3].map((y) => [
          { x: 0.05, y, n: 3 },
          { x: 1, y: 1, n: 60 },
        ]),
      ),
    ],
    ['calibration', 'one bin', input('calibration', '', [bin])],
    ['calibration', 'two models', input('calibration', '', [bin], [{ ...bin, x: 1, y: 1, high: 1 }])],
    ['anomaly', 'negative, a month missing', input('anomalies', '元', days)],
    ['anomaly', 'hours without bounds', input('anomalies', '', hours)],
    ['anomaly', 'one day', input('anomalies', '人', days.slice(1, 2))],
  ];
}

export const stressSamples: Sample[] = (['zh', 'en'] as const).flatMap((language) => {
  const input = (points: ExamplePoint[], unit = '人', value?: number | null) =>
    buildExampleInput(language, { name: users, unit, points, ...(value !== undefined && { value }) });
  const growth = buildExampleChannels(language, [12.5, -8.2, null, 3.1, 0]);
  const long = buildExampleWeeks(
    language,
    [0, 1, 2, 3, 4, 5].map((g) =>
      Array.from({ length: 40 }, (_, i) => Math.round(90_000 * computeWave(i + g))),
    ),
  );
  const all: [Sample['kind'], string, Sample['input']][] = [
    ['bars', 'negative and missing', input(growth, '%', 2.2)],
    ['bars', 'the whole at the left end', input(buildExampleChannels(language, [98, 97, 0.2]), '%', 0.3)],
    ['bars', 'one bar', input(buildExampleChannels(language, [5]))],
    ['bars', 'forty bars', input(buildManyBars(language))],
    ['heat', 'hours by weekdays', input(buildHours(language))],
    ['heat', 'one cell', input([{ key: '2026-W10', label: 'W10', group: 'SEM', value: 7 }])],
    [
      'heat',
      'negative rates',
      input(
        buildExampleWeeks(language, [
          [-2.5, 3.25],
          [0, null],
        ]),
        '%',
        null,
      ),
    ],
    ['waterfall', 'parts of a sum', input(buildExampleChannels(language, [780, 412, -120, null, 301]))],
    ['waterfall', 'below zero', input(buildExampleChannels(language, [-30_000, 12_000, -45_000]), '元')],
    ['stacked', 'forty weeks of six', input(long)],
    ['stacked', 'answers', input(buildQuestion(long.filter(({ key }) => /W1[0-4]$/.test(key))))],
    [
      'stacked',
      'a week without data',
      input(
        buildExampleWeeks(language, [
          [3, 0, 5],
          [1, 0, 99],
        ]),
      ),
    ],
    ['cumulative', 'six groups over forty weeks', input(long)],
    ['cumulative', 'one line with gaps', input(buildExampleWeeks(language, [[null, 5, null, 7, null]]))],
    ['pareto', 'one part', input(buildExampleChannels(language, [5, null]))],
    ['pareto', 'forty parts', input(buildManyBars(language))],
    ['dumbbell', 'two values', buildTwo(language)],
    ['forest', 'rates', buildRates(language)],
    ...buildModelSamples(language),
    ...buildCalendarStress(language),
  ];
  return all.map(([kind, name, one]) => ({ kind, name: `${language} ${name}`, input: one }));
});
