/** Inputs that are harder on the drawing than the examples: negative, missing, single, very many. */
import type { Language } from '../base/language.ts';
import { type ExamplePoint, exampleChannels, exampleInput, exampleWeeks } from './example.ts';
import type { Sample } from './inputs.sample.ts';

const users = { zh: '活跃用户', en: 'Active users' };

/** Up and down without chance: the golden ratio spreads. */
const wave = (i: number) => (i * 0.618034) % 1;

function hours(language: Language): ExamplePoint[] {
  const days = { zh: '一二三四五六日', en: 'MTWTFSS' }[language];
  return [...days].flatMap((day, d) =>
    Array.from({ length: 24 }, (_, hour) => ({
      key: String(hour).padStart(2, '0'),
      label: `${hour}`,
      group: language === 'zh' ? `周${day}` : `${day}${d + 1}`,
      value: d === 3 && hour < 6 ? null : Math.round(12_000 * wave(d * 24 + hour)),
    })),
  );
}

const question = (points: ExamplePoint[]): ExamplePoint[] =>
  points.map((point) => ({ ...point, key: point.label, group: point.group ?? '' }));

const manyBars = (language: Language) =>
  Array.from({ length: 40 }, (_, i) => ({
    key: `${i}`,
    label: language === 'zh' ? `关键词 ${i + 1}` : `Keyword ${i + 1}`,
    value: i % 9 === 8 ? null : 1_234_567 * wave(i + 1),
  }));

const two = (language: Language) =>
  exampleInput(
    language,
    {
      name: { zh: '期初转化率', en: 'Rate before' },
      unit: '%',
      points: exampleChannels(language, [2.5, 3.1, 4, null]),
    },
    {
      name: { zh: '期末转化率', en: 'Rate after' },
      unit: '%',
      points: exampleChannels(language, [4.8, 2.9, 4, 6]),
    },
  );

const rates = (language: Language) => {
  const interval = (low: number, high: number): [number, number] => [low, high];
  return exampleInput(
    language,
    { name: { zh: '对照组转化率', en: 'Control' }, unit: '%', value: 2.5, interval: interval(2.1, 3) },
    { name: { zh: '实验组转化率', en: 'Treatment' }, unit: '%', value: 4.8, interval: interval(4.2, 5.5) },
  );
};

export const stressSamples: Sample[] = (['zh', 'en'] as const).flatMap((language) => {
  const input = (points: ExamplePoint[], unit = '人', value?: number | null) =>
    exampleInput(language, { name: users, unit, points, ...(value !== undefined && { value }) });
  const growth = exampleChannels(language, [12.5, -8.2, null, 3.1, 0]);
  const long = exampleWeeks(
    language,
    [0, 1, 2, 3, 4, 5].map((g) => Array.from({ length: 40 }, (_, i) => Math.round(90_000 * wave(i + g)))),
  );
  const all: [Sample['kind'], string, Sample['input']][] = [
    ['bars', 'negative and missing', input(growth, '%', 2.2)],
    ['bars', 'the whole at the left end', input(exampleChannels(language, [98, 97, 0.2]), '%', 0.3)],
    ['bars', 'one bar', input(exampleChannels(language, [5]))],
    ['bars', 'forty bars', input(manyBars(language))],
    ['heat', 'hours by weekdays', input(hours(language))],
    ['heat', 'one cell', input([{ key: '2026-W10', label: 'W10', group: 'SEM', value: 7 }])],
    [
      'heat',
      'negative rates',
      input(
        exampleWeeks(language, [
          [-2.5, 3.25],
          [0, null],
        ]),
        '%',
        null,
      ),
    ],
    ['waterfall', 'parts of a sum', input(exampleChannels(language, [780, 412, -120, null, 301]))],
    ['waterfall', 'below zero', input(exampleChannels(language, [-30_000, 12_000, -45_000]), '元')],
    ['stacked', 'forty weeks of six', input(long)],
    ['stacked', 'answers', input(question(long.filter(({ key }) => /W1[0-4]$/.test(key))))],
    [
      'stacked',
      'a week without data',
      input(
        exampleWeeks(language, [
          [3, 0, 5],
          [1, 0, 99],
        ]),
      ),
    ],
    ['cumulative', 'six groups over forty weeks', input(long)],
    ['cumulative', 'one line with gaps', input(exampleWeeks(language, [[null, 5, null, 7, null]]))],
    ['pareto', 'one part', input(exampleChannels(language, [5, null]))],
    ['pareto', 'forty parts', input(manyBars(language))],
    ['dumbbell', 'two values', two(language)],
    ['forest', 'rates', rates(language)],
  ];
  return all.map(([kind, name, one]) => ({ kind, name: `${language} ${name}`, input: one }));
});
