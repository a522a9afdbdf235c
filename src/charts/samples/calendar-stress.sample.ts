/** Hard inputs for calendars, plans, matrices and retention curves. */
import { addDays } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import type { Cell } from '../../base/source-table.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput, ChartTable } from '../input.ts';
import type { Sample } from './inputs.sample.ts';

/** Up and down without chance: the golden ratio spreads. */
const computeWave = (i: number) => (i * 0.618034) % 1;

const long = {
  zh: '短视频平台的达人合作与信息流投放（第二期）',
  en: 'Creators and in-feed ads on short video, second round',
};

function buildTable(name: string, rows: Record<string, Cell>[], picked = {}): ChartTable {
  const columns = Object.keys(rows[0]!).map((column) => ({
    name: column,
    label: column,
    unit: '',
    type: 'text' as const,
  }));
  return { name, columns, rows, picked };
}

const buildTableInput = (language: Language, of: ChartTable): ChartInput => ({
  language,
  values: [],
  goals: [],
  table: of,
});

/** Events of a week and of a day, with long names, some outside of what is drawn. */
function buildEvents(language: Language, count: number): ChartTable {
  const rows = Array.from({ length: count }, (_, i) => ({
    name: count > 2 ? `${long[language]} ${i + 1}` : ['A', 'B'][i]!,
    start_date: addDays('2026-03-09', i * 17),
    end_date: i % 3 === 1 ? null : addDays('2026-03-19', i * 17),
  }));
  return buildTable('campaigns', rows);
}

export function buildCalendarStress(language: Language): [Sample['kind'], string, Sample['input']][] {
  return [
    ...buildCalendars(language),
    ...buildPlans(language),
    ...buildStatusTables(language),
    ...buildPanels(language),
    ...buildClickMaps(language),
  ];
}

function buildCalendars(language: Language): [Sample['kind'], string, Sample['input']][] {
  const days = (count: number, value: (i: number) => number | null, unit = '元') =>
    buildExampleInput(language, {
      name: { zh: '每日成交额', en: 'Sales a day' },
      unit,
      value: null,
      points: Array.from({ length: count }, (_, i) => {
        const key = addDays('2025-11-27', i);
        return { key, label: key, value: value(i) };
      }),
    });
  const entries = (count: number, groups: number, step: number) =>
    buildTableInput(
      language,
      buildTable(
        'plan',
        Array.from({ length: count }, (_, i) => ({
          title: i % 3 === 0 ? long[language] : `N${i}`,
          date: addDays('2026-01-30', Math.floor(i * step)),
          platform: groups === 0 ? null : `${long[language].slice(0, 6)}${i % groups}`,
        })),
      ),
    );
  return [
    ['calendar', 'two years', days(730, (i) => (i % 50 === 3 ? null : 9e6 * computeWave(i)))],
    ['calendar', 'three weeks, below zero', days(20, (i) => 400 * (computeWave(i) - 0.5), '人')],
    ['calendar', 'one day', days(1, () => 7)],
    ['month-grid', 'one entry without a group', entries(1, 0, 1)],
    ['month-grid', 'many a day, eight groups', entries(90, 8, 0.1)],
    ['month-grid', 'four months', entries(40, 3, 2.6)],
  ];
}

function buildPlans(language: Language): [Sample['kind'], string, Sample['input']][] {
  const tasks = (count: number, begun: boolean) =>
    buildTableInput(
      language,
      buildTable(
        'tasks',
        Array.from({ length: count }, (_, i) => ({
          task_id: `K${i}`,
          depends_on: i % 4 === 1 ? `K${i - 1}` : null,
          name: `${long[language]} ${i + 1}`,
          start_date: addDays('2025-12-20', i * 5),
          end_date: addDays('2025-12-20', i * 5 + (i % 3) * 20),
          actual_start: begun && i % 5 < 4 ? addDays('2025-12-18', i * 5) : null,
          actual_end: begun && i % 2 === 0 ? addDays('2025-12-20', i * 6 + 30) : null,
        })),
      ),
    );
  return [
    ['gantt', 'one day, not begun', tasks(1, false)],
    ['gantt', 'forty tasks, some late', tasks(40, true)],
  ];
}

function buildStatusTables(language: Language): [Sample['kind'], string, Sample['input']][] {
  const verdicts = (rows: number, columns: number, text: (i: number) => string | null) =>
    buildTableInput(
      language,
      buildTable(
        'checks',
        Array.from({ length: rows * columns }, (_, i) => ({
          item: `${long[language]} ${Math.floor(i / columns)}`,
          source: columns > 12 ? `W${i % columns}` : `${long[language]} ${i % columns}`,
          verdict: text(i),
        })),
        { group: 'item', x: 'source', y: ['verdict'] },
      ),
    );
  return [
    ['matrix', 'one cell', verdicts(1, 1, () => 'R')],
    ['matrix', 'many', verdicts(30, 20, (i) => ['pass', 'fail', null, 'R/A'][i % 4]!)],
    ['matrix', 'long heads', verdicts(4, 5, (i) => ['通过', long[language]][i % 2]!)],
  ];
}

const formatGroupName = (language: Language, g: number) => `${long[language]} ${g}`;

function buildPanels(language: Language): [Sample['kind'], string, Sample['input']][] {
  const weeks = (count: number, groups: number) =>
    buildExampleInput(language, {
      name: { zh: '活跃用户', en: 'Active users' },
      unit: '人',
      value: null,
      points: Array.from({ length: count * groups }, (_, i) => ({
        key: `2026-W${String(10 + Math.floor(i / groups)).padStart(2, '0')}`,
        label: `W${10 + Math.floor(i / groups)}`,
        ...((groups > 1 || count === 1) && { group: formatGroupName(language, i % groups) }),
        value: i % 13 === 5 ? null : 300_000 * computeWave(i),
      })),
    });
  const parts = (groups: number) =>
    buildExampleInput(language, {
      name: { zh: '增长', en: 'Growth' },
      unit: '%',
      value: null,
      points: Array.from({ length: groups * 4 }, (_, i) => {
        const key = i % 4 === 0 ? long[language] : `P${i % 4}`;
        const value = i % 9 === 8 ? null : 60 * computeWave(i) - 20;
        return { key, label: key, group: formatGroupName(language, Math.floor(i / 4)), value };
      }),
    });
  const cohorts = (count: number) =>
    buildExampleInput(language, {
      name: { zh: '留存', en: 'Retention' },
      unit: '%',
      value: null,
      points: Array.from({ length: count }, (_, g) =>
        [0, 1, 2, 3, 4, 5].map((month) => ({
          key: `M${month}`,
          label: `M${month}`,
          ...(count > 1 && { group: `2026-W${10 + g}` }),
          value: month > count - g + 2 ? null : 100 / (month + 1 + computeWave(g)),
        })),
      ).flat(),
    });
  return [
    ['trend', 'with two events', { ...weeks(8, 2), secondTable: buildEvents(language, 2) }],
    ['trend', 'with fifteen events', { ...weeks(40, 1), secondTable: buildEvents(language, 15) }],
    ['multiples', 'one panel of one week', weeks(1, 1)],
    ['multiples', 'twenty panels over forty weeks', weeks(40, 20)],
    ['multiples', 'parts, some below zero', parts(7)],
    ['cohort-curve', 'one line', cohorts(1)],
    ['cohort-curve', 'twenty cohorts', cohorts(20)],
  ];
}

function buildClickMaps(language: Language): [Sample['kind'], string, Sample['input']][] {
  const counted = buildTable(
    'clicks',
    Array.from({ length: 400 }, (_, i) => ({
      x: computeWave(i),
      y: computeWave(i * 3) ** 2,
      count: (i % 7) * 900,
    })),
  );
  const layout = buildTable(
    'layout',
    Array.from({ length: 15 }, (_, i) => ({
      name: formatGroupName(language, i),
      x: 0.1,
      y: i / 15,
      width: 0.8,
      height: 0.05,
    })),
  );
  return [
    ['clicks', 'one click, no layout', buildTableInput(language, buildTable('clicks', [{ x: 0.999, y: 0 }]))],
    ['clicks', 'counted, many parts', { ...buildTableInput(language, counted), secondTable: layout }],
  ];
}
