/** Hard inputs of the kinds that show distributions, pairs and sides: one row, negative, missing, far out, very many. */
import type { Language } from '../../base/language.ts';
import {
  buildExampleInput,
  buildExampleObservations,
  buildExampleWeeks,
  type ExamplePoint,
} from '../example.ts';
import { withLongNames } from './examples.sample.ts';
import type { Sample } from './inputs.sample.ts';

/** Up and down without chance: the golden ratio spreads. */
const computeWave = (i: number) => (i * 0.618034) % 1;

function buildMembers(language: Language, count: number, of: (i: number) => number | null): ExamplePoint[] {
  return Array.from({ length: count }, (_, i) => {
    const label = language === 'zh' ? `关键词 ${i + 1}` : `Keyword ${i + 1}`;
    return { key: `k${i}`, label, value: of(i) };
  });
}

const names = {
  x: { zh: '获客成本', en: 'Cost per user' },
  y: { zh: '转化率', en: 'Conversion rate' },
  size: { zh: '投入', en: 'Spend' },
};

function buildPairs(
  language: Language,
  count: number,
  of: (i: number) => [number | null, number | null, number],
) {
  const value = (name: keyof typeof names, unit: string, at: 0 | 1 | 2) => ({
    name: names[name],
    unit,
    value: 1,
    points: buildMembers(language, count, (i) => of(i)[at]),
  });
  const [x, y, size] = [value('x', '元/人', 0), value('y', '%', 1), value('size', '元', 2)];
  return { two: buildExampleInput(language, x, y), three: buildExampleInput(language, x, y, size) };
}

function buildDots(language: Language): [Sample['kind'], string, Sample['input']][] {
  const one = buildPairs(language, 1, () => [12.5, 4.8, 30_000]);
  const same = buildPairs(language, 6, () => [10, 5, 700]);
  const holes = buildPairs(language, 5, (i) => [i === 1 ? null : 10 * i, i === 3 ? null : i, 0.5 + i]);
  const negative = buildPairs(language, 12, (i) => [
    -500_000 * computeWave(i),
    40 * computeWave(i + 5) - 20,
    90_000 * computeWave(i + 2),
  ]);
  const many = buildPairs(language, 150, (i) => [
    3e8 * computeWave(i),
    100 * computeWave(3 * i + 1),
    4e6 * computeWave(7 * i),
  ]);
  return Object.entries({ one, same, holes, negative, many }).flatMap(([name, { two, three }]) => [
    ['scatter', name, two],
    ['bubble', name, three],
  ]);
}

function buildDistributions(language: Language): [Sample['kind'], string, Sample['input']][] {
  const numbers = {
    one: [7],
    'all the same': [3, 3, 3, 3],
    'whole and few': Array.from({ length: 60 }, (_, i) => Math.floor(9 * computeWave(i) ** 2)),
    negative: Array.from({ length: 80 }, (_, i) => 200 * computeWave(i) - 120),
    'far out': [...Array.from({ length: 300 }, (_, i) => 5 + 10 * computeWave(i)), 88_000_000],
    large: Array.from({ length: 400 }, (_, i) => 4e8 * computeWave(i)),
  };
  const group = language === 'zh' ? ['投诉', '咨询', '建议'] : ['Complaint', 'Question', 'Idea'];
  const groups = group.flatMap((name, g) =>
    buildExampleObservations(40, 6 * (g + 1)).map((point) => ({ ...point, group: name })),
  );
  const input = (points: ExamplePoint[], target?: number) =>
    buildExampleInput(language, {
      name: names.size,
      unit: '元',
      points,
      ...(target !== undefined && { target }),
    });
  return [
    ...Object.entries(numbers).flatMap(([name, list]): [Sample['kind'], string, Sample['input']][] => {
      const points = buildMembers(language, list.length, (i) => list[i]!);
      const both = [
        ['histogram', name, input(points)],
        ['ecdf', name, input(points, list[0]!)],
      ] as [Sample['kind'], string, Sample['input']][];
      const shared = list.length > 1 && Math.min(...list) >= 0;
      return shared ? [...both, ['lorenz', name, input(points)], ['long-tail', name, input(points)]] : both;
    }),
    ['histogram', 'with gaps', input(buildMembers(language, 20, (i) => (i % 3 === 0 ? null : i * 1.5)))],
    ['ecdf', 'three lines', input(groups)],
    ['ecdf', 'three lines and a limit', { ...input(groups), limit: 24 }],
    ['long-tail', 'one', input(buildMembers(language, 1, () => 5))],
    ['long-tail', 'five thousand', input(buildMembers(language, 5_000, (i) => Math.round(9e7 / (i + 1))))],
  ];
}

function buildGrouped(language: Language) {
  return (rows: number, groups: readonly string[], of: (row: number, group: number) => number | null) =>
    groups.flatMap((group, g) =>
      buildMembers(language, rows, (i) => of(i, g)).map((point) => ({ ...point, group })),
    );
}

function buildSides(language: Language): [Sample['kind'], string, Sample['input']][] {
  const input = (points: ExamplePoint[], unit = '人') =>
    buildExampleInput(language, { name: names.size, unit, points });
  const by = buildGrouped(language);
  const two = language === 'zh' ? ['老会员', '新会员'] : ['Old', 'New'];
  const six = [0, 1, 2, 3, 4, 5].map((g) =>
    Array.from({ length: 40 }, (_, i) => Math.round(90_000 * computeWave(i + g))),
  );
  return [
    ['pyramid', 'one row', input(by(1, two, () => 5))],
    ['pyramid', 'one side empty', input(by(3, two, (i, g) => (g === 0 ? null : i + 1)))],
    [
      'pyramid',
      'forty rows',
      input(
        by(40, two, (i, g) => 2_345_678 * computeWave(i + g)),
        '元',
      ),
    ],
    ['area', 'six over forty weeks', input(buildExampleWeeks(language, six))],
    [
      'area',
      'gaps and a lone week',
      input(
        buildExampleWeeks(language, [
          [3, null, 5, null, 2, 4],
          [1, null, 9, null, 8, null],
        ]),
      ),
    ],
    ['area', 'one week', input(buildExampleWeeks(language, [[3], [4]]))],
    [
      'diverging',
      'parts',
      input(
        buildMembers(language, 9, (i) => (i === 4 ? null : 60 * computeWave(i) - 30)),
        '%',
      ),
    ],
    [
      'diverging',
      'all below',
      input(
        buildMembers(language, 3, (i) => -1e6 * (i + 1)),
        '元',
      ),
    ],
    ['diverging', 'one part', input(buildMembers(language, 1, () => -5))],
    ['diverging', 'one over time', input(buildExampleWeeks(language, [[3, -4, null, 12, -30, 0]]))],
    ['diverging', 'forty weeks', input(buildExampleWeeks(language, six.slice(0, 2)))],
    [
      'diverging',
      'gaps',
      input(
        buildExampleWeeks(language, [
          [3, null, 5],
          [1, 2, null],
        ]),
      ),
    ],
  ];
}

function buildOpinions(language: Language): [Sample['kind'], string, Sample['input']][] {
  const input = (points: ExamplePoint[], unit: string) =>
    buildExampleInput(language, { name: names.size, unit, points });
  const by = buildGrouped(language);
  const grades = {
    zh: ['满意', '一般', '不满意'],
    en: ['Satisfied', 'Neutral', 'Dissatisfied'],
  }[language];
  const seven = ['1', '2', '3', '4', '5', '6', '7'];
  const two = grades.slice(0, 2);
  return [
    [
      'likert',
      'one question',
      input(
        by(1, grades, (_, g) => [12, 5, 3][g]!),
        '份',
      ),
    ],
    [
      'likert',
      'one answer each',
      input(
        by(3, grades, (i, g) => (i === g ? 7 : 0)),
        '份',
      ),
    ],
    [
      'likert',
      'a question without answers',
      input(
        by(3, two, (i, g) => (i === 1 ? null : g + 1)),
        '份',
      ),
    ],
    [
      'likert',
      'seven grades, many rows',
      input(
        by(30, seven, (i, g) => Math.round(40 * computeWave(7 * i + g))),
        '份',
      ),
    ],
  ];
}

const short: Sample[] = (['zh', 'en'] as const).flatMap((language) =>
  [
    ...buildDots(language),
    ...buildDistributions(language),
    ...buildSides(language),
    ...buildOpinions(language),
  ].map(([kind, name, input]) => ({
    kind,
    name: `${language} ${name}`,
    input,
  })),
);

/** All of them with short names, and the Chinese ones with long names too. */
export const distributionStress: Sample[] = short.flatMap((sample) =>
  sample.input.language === 'zh'
    ? [sample, { ...sample, name: `${sample.name}, long names`, input: withLongNames(sample.input) }]
    : [sample],
);
