import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeRank } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { calendarWords } from '../../words/charts/calendar-words.ts';
import { type CalendarEntry, findEntries, listGaps, listGroupNames } from '../data/calendar-entries.ts';
import { createColumn } from '../data/chart-series.ts';
import { createColumnError } from '../data/table-columns.ts';
import { buildExampleTable } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, panelRefusals, type Spec } from '../kind.ts';
import { buildMonthGridSpec } from '../layout/month-layers.ts';
import { attributes } from '../props.ts';

const mostMonths = 12;

export const monthGrid: ChartKind = {
  title: { zh: '月历', en: 'Month grid' },
  description: {
    zh: '内容排期、活动等按日写进月历，类别用颜色和形状分开，空心的尚未发布；超过两个月时两月并排，只画记号，标题在数据里。用排期表 content_calendar，或任何有日期和标题两列的表：x="日期列" y="标题列" group="类别列"。',
    en: 'Entries such as those of a content plan in a grid of days, groups told apart by colour and shape; what is hollow is not published; more than two months stand in two columns, with symbols only. The table content_calendar, or any with days and titles: x, y and group name the columns.',
  },
  use: {
    zh: '看排期是否均匀、哪天空着、哪些没有按计划发布。',
    en: 'Whether a plan is even, which days are empty, and what has not come out.',
  },
  avoid: {
    zh: '只看每天的数量用 calendar；任务有起止日期用 gantt。',
    en: 'For numbers a day use calendar, for tasks with a beginning and an end gantt.',
  },
  sources: ['table'],
  props: z.strictObject({
    of: attributes.table,
    x: z.string().optional().describe('日期列，默认计划时间或第一个日期列（column of the days）'),
    y: z.string().optional().describe('标题列，默认 title 或 name（column of the titles）'),
    group: z.string().optional().describe('类别列，默认 platform 或 type（column of the groups）'),
    where: z.string().optional().describe("筛选，SQL 条件，例如 platform = '抖音'（condition in SQL）"),
  }),
  panel: panelRefusals.tableRows,
  validate,
  buildSpec: (input, fullWidth): Spec =>
    buildMonthGridSpec(findEntries(input) ?? [], input.language, fullWidth, input),
  listClaims,
  buildTable,
  example: { tag: '<Figure kind="month-grid" of="content_calendar" id="month-grid" />', input: buildExample },
};

function validate(input: ChartInput): InputError | undefined {
  const { name = '', columns = [] } = input.table ?? {};
  const entries = findEntries(input);
  if (!entries) return createColumnError({ name, columns });
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last) return { why: 'empty', name };
  const months = countMonths(first.day, last.day);
  return months > mostMonths ? { why: 'too-many-series', name, text: String(months) } : undefined;
}

function countMonths(from: string, to: string): number {
  const month = (day: string) => 12 * Number(day.slice(0, 4)) + Number(day.slice(5, 7));
  return month(to) - month(from) + 1;
}

function listClaims(input: ChartInput): Claim[] {
  const words = calendarWords[input.language];
  const entries = findEntries(input) ?? [];
  const days = [...Map.groupBy(entries, ({ day }) => day)].map(([name, { length }]): Member => {
    return { name, value: length, text: words.items(length), unit: '' };
  });
  const gaps = listGaps(entries).map(({ days: value, from, to }): Member => {
    const name = from === to ? from : words.fromTo(from, to);
    return { name, value, text: formatNumber(value, { unit: '天', language: input.language }), unit: '天' };
  });
  const known = entries.filter(({ done }) => done !== undefined);
  const done = known.filter((entry) => entry.done).length;
  return [
    ...makeCount('entries', entries.length, { at: entries[0]!.day, until: entries.at(-1)!.day }),
    ...makeRank(days, { of: '', what: 'day', ends: ['highest'] }),
    ...makeRank(gaps, { of: '', what: 'break', ends: ['highest'], single: 'break' }),
    ...(known.length > 0 ? makeCount('entries-done', done, { among: known.length }) : []),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = calendarWords[input.language];
  const entries = findEntries(input) ?? [];
  const grouped = listGroupNames(entries).length > 0;
  const known = entries.some(({ done }) => done !== undefined);
  const state = ({ done }: CalendarEntry) => (done === undefined ? '—' : done ? words.done : words.open);
  return {
    columns: [
      createColumn('day', words.day, 'left'),
      createColumn('title', words.title, 'left'),
      ...(grouped ? [createColumn('group', words.group, 'left')] : []),
      ...(known ? [createColumn('state', words.state, 'left')] : []),
    ],
    rows: entries.map((entry) => [
      entry.day,
      entry.title,
      ...(grouped ? [entry.group || '—'] : []),
      ...(known ? [state(entry)] : []),
    ]),
  };
}

function buildExample(language: Language): ChartInput {
  const texts = [
    ['学生党桌面改造', 'A desk for students', '小红书', 'Notes'],
    ['开张记', 'How we opened', '公众号', 'Articles'],
    ['三分钟选笔', 'A pen in 3 minutes', '抖音', 'Short video'],
    ['晒桌面有礼', 'Show your desk', '小红书', 'Notes'],
    ['用户来信', 'Letters', '公众号', 'Articles'],
  ] as const;
  const days = [2, 3, 4, 6, 9, 10, 10, 11, 13, 16, 17, 18, 20, 23, 24, 27, 30, 31, 31];
  const at = language === 'zh' ? 0 : 1;
  const rows = days.map((day, i) => {
    const date = `2026-03-${String(day).padStart(2, '0')}`;
    const text = texts[i % texts.length]!;
    return {
      content_id: `N${i}`,
      name: text[at],
      platform: text[at + 2]!,
      planned_at: `${date}T12:00:00+08:00`,
      published_at: day > 27 ? null : `${date}T12:03:00+08:00`,
    };
  });
  const table = buildExampleTable('content_calendar', rows, (column) =>
    column.endsWith('_at') ? 'timestamp' : 'text',
  );
  return { language, values: [], goals: [], table };
}
