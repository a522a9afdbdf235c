/** Hard inputs for calendars, matrices and retention curves. */
import { addDays } from '../base/calendar.ts';
import type { Language } from '../base/language.ts';
import type { Cell } from '../base/source-table.ts';
import { exampleInput } from './example.ts';
import type { ChartInput } from './input.ts';
import type { Sample } from './inputs.sample.ts';

/** Up and down without chance: the golden ratio spreads. */
const wave = (i: number) => (i * 0.618034) % 1;

const long = {
  zh: '短视频平台的达人合作与信息流投放（第二期）',
  en: 'Creators and in-feed ads on short video, second round',
};

function table(name: string, rows: Record<string, Cell>[], picked = {}): ChartInput['table'] {
  const columns = Object.keys(rows[0]!).map((column) => ({
    name: column,
    label: column,
    unit: '',
    type: 'text' as const,
  }));
  return { name, columns, rows, picked };
}

const tabled = (language: Language, of: ChartInput['table']): ChartInput => ({
  language,
  values: [],
  goals: [],
  ...(of && { table: of }),
});

export function daySamples(language: Language): [Sample['kind'], string, Sample['input']][] {
  const days = (count: number, value: (i: number) => number | null, unit = '元') =>
    exampleInput(language, {
      name: { zh: '每日成交额', en: 'Sales a day' },
      unit,
      value: null,
      points: Array.from({ length: count }, (_, i) => {
        const key = addDays('2025-11-27', i);
        return { key, label: key, value: value(i) };
      }),
    });
  const entries = (count: number, groups: number, step: number) =>
    tabled(
      language,
      table(
        'plan',
        Array.from({ length: count }, (_, i) => ({
          title: i % 3 === 0 ? long[language] : `N${i}`,
          date: addDays('2026-01-30', Math.floor(i * step)),
          platform: groups === 0 ? null : `${long[language].slice(0, 6)}${i % groups}`,
        })),
      ),
    );
  const verdicts = (rows: number, columns: number, text: (i: number) => string | null) =>
    tabled(
      language,
      table(
        'checks',
        Array.from({ length: rows * columns }, (_, i) => ({
          item: `${long[language]} ${Math.floor(i / columns)}`,
          source: columns > 12 ? `W${i % columns}` : `${long[language]} ${i % columns}`,
          verdict: text(i),
        })),
        { group: 'item', x: 'source', y: ['verdict'] },
      ),
    );
  const cohorts = (count: number) =>
    exampleInput(language, {
      name: { zh: '留存', en: 'Retention' },
      unit: '%',
      value: null,
      points: Array.from({ length: count }, (_, g) =>
        [0, 1, 2, 3, 4, 5].map((month) => ({
          key: `M${month}`,
          label: `M${month}`,
          ...(count > 1 && { group: `2026-W${10 + g}` }),
          value: month > count - g + 2 ? null : 100 / (month + 1 + wave(g)),
        })),
      ).flat(),
    });
  return [
    ['calendar', 'two years', days(730, (i) => (i % 50 === 3 ? null : 9e6 * wave(i)))],
    ['calendar', 'three weeks, below zero', days(20, (i) => 400 * (wave(i) - 0.5), '人')],
    ['calendar', 'one day', days(1, () => 7)],
    ['month-grid', 'one entry without a group', entries(1, 0, 1)],
    ['month-grid', 'many a day, eight groups', entries(90, 8, 0.1)],
    ['month-grid', 'four months', entries(40, 3, 2.6)],
    ['matrix', 'one cell', verdicts(1, 1, () => 'R')],
    ['matrix', 'many', verdicts(30, 20, (i) => ['pass', 'fail', null, 'R/A'][i % 4]!)],
    ['matrix', 'long heads', verdicts(4, 5, (i) => ['通过', long[language]][i % 2]!)],
    ['cohort-curve', 'one line', cohorts(1)],
    ['cohort-curve', 'twenty cohorts', cohorts(20)],
  ];
}
