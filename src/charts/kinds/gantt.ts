import { z } from 'zod';
import { toDayNumber } from '../../base/calendar-days.ts';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeNamedCount, makeRank } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn } from '../data/chart-series.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { createColumnError } from '../data/table-columns.ts';
import {
  computeBar,
  countDaysLate,
  findDataDate,
  listBegunEarly,
  parseTasks,
  requiredColumns,
  type Task,
} from '../data/tasks.ts';
import { mostRows } from '../data/value-parts.ts';
import { measureColumn } from '../draw/labels.ts';
import { buildExampleTable } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import { buildRuleLabel } from '../layout/marks.ts';
import { buildLinkLayers, collectLinks } from '../layout/task-links.ts';
import { buildDayAxis } from '../layout/time-axis.ts';
import { attributes } from '../props.ts';
import { fontSizes, getColour } from '../theme.ts';

/** More rows than these stand closer. */
const manyTasks = 12;

export const gantt: ChartKind = {
  title: { zh: '甘特图', en: 'Gantt chart' },
  description: {
    zh: '每项任务一行：细条是计划，粗条是实际，超出计划的一段另色，右侧写明按时或晚几天；计划只有一天的画成菱形，depends_on 画成箭头。用任务表 tasks 的列；数据日期取表中最晚的实际日期。',
    en: 'One row a task: the thin bar is the plan, the thick one what happened, what is late in another colour, and the days late at the right; plans of one day are diamonds, depends_on are arrows. Columns of the table tasks; the data date is the last actual day in it.',
  },
  use: {
    zh: '计划与实际的进度对照，哪些任务晚了、晚几天。',
    en: 'Plan against progress: which tasks are late and by how many days.',
  },
  avoid: {
    zh: '任务超过 40 项时先按阶段汇总；只列负责人时用表格。',
    en: 'Beyond 40 tasks sum up by phase first; for a list of owners use a table.',
  },
  sources: ['table'],
  props: z.strictObject({
    of: attributes.table,
    where: z.string().optional().describe("筛选，SQL 条件，例如 phase = '执行落地'（condition in SQL）"),
  }),
  panel: panelRefusals.tableRows,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: { tag: '<Figure kind="gantt" of="tasks" id="plan" />', input: buildExample },
};

function validate(input: ChartInput): InputError | undefined {
  const { name = 'tasks', columns = [] } = input.table ?? {};
  if (requiredColumns.some((one) => !columns.some((column) => column.name === one)))
    return createColumnError({ name, columns });
  const count = parseTasks(input).length;
  if (count === 0) return { why: 'empty', name };
  return count > mostRows ? { why: 'too-many-series', name, text: String(count) } : undefined;
}

function describeState(task: Task, date: string | undefined, { language }: ChartInput): string {
  const words = chartWords[language];
  const late = countDaysLate(task, date);
  const begun = task.actualStart !== '' || task.actualEnd !== '';
  if (task.actualEnd) return late > 0 ? words.late(late) : words.onTime;
  const state = begun ? words.running : words.notBegun;
  return late > 0 ? words.join([state, words.late(late)]) : state;
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = chartWords[input.language];
  const tasks = parseTasks(input);
  const date = findDataDate(tasks);
  const { names, width: left } = layoutRowNames(
    tasks.map((task) => task.name),
    fullWidth,
  );
  const states = tasks.map((task) => describeState(task, date, input));
  const side = measureColumn(states, fontSizes.small) + 14;
  const width = fullWidth - left - side;
  const days = tasks.flatMap(({ start, end, actualStart, actualEnd }) => [
    start,
    end,
    actualStart,
    actualEnd,
  ]);
  const axis = buildDayAxis(days.filter(Boolean), width, input.language);
  const rows = tasks.map((task, i) => ({
    ...names[i]!,
    ...computeBar(task, date),
    state: states[i],
    milestone: task.start === task.end,
    reached: task.actualEnd === '' ? null : toDayNumber(task.actualEnd) + 0.5,
    due: toDayNumber(task.start) + 0.5,
  }));
  const hovers = tasks.map((task, i) =>
    words.hover(task.name, words.join([`${task.start} – ${task.end}`, states[i]!])),
  );
  const y = buildRowScale(names, 0);
  const x = {
    type: 'quantitative',
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    axis: { title: null, orient: 'bottom', domain: true, values: axis.ticks, labelExpr: axis.labelExpr },
  };
  return {
    title: buildTitle(words.planKey, fullWidth, { offset: 30 }),
    data: { values: rows.map((row, i) => ({ ...row, hover: hovers[i] })) },
    width,
    height: { step: computeRowStep(names, names.length > manyTasks ? 26 : 32) },
    layer: [
      buildSpanLayer({ y, x, fields: ['start', 'end'] }, { height: 5, yOffset: 9, color: getColour('even') }),
      buildSpanLayer(
        { y, x, fields: ['begun', 'soFar'] },
        { height: 13, yOffset: -2, color: getColour('c1'), aria: true },
      ),
      buildSpanLayer(
        { y, x, fields: ['overFrom', 'overTo'] },
        { height: 13, yOffset: -2, color: getColour('bad'), aria: true },
      ),
      ...buildMilestoneLayers(y, x),
      ...buildLinkLayers(collectLinks(tasks, names), y, x),
      buildTextLayer(
        'state',
        { y, x: { value: 'width' } },
        { align: 'right', dx: side, fontSize: fontSizes.small, fill: getColour('ink-2') },
      ),
      ...buildDateLayers(date, axis, { x, width, text: date ? words.asOf(date) : '' }),
      ...buildRowNameLayers(y),
    ],
  } as Spec;
}

interface SpanFrame {
  y: object;
  x: object;
  fields: [string, string];
}

function buildSpanLayer({ y, x, fields: [from, to] }: SpanFrame, mark: object): Layer {
  return {
    transform: [{ filter: `!datum.milestone && isValid(datum.${from}) && datum.${to} > datum.${from}` }],
    mark: { type: 'bar', aria: false, ...mark },
    encoding: { y, x: { ...x, field: from }, x2: { field: to }, description: { field: 'hover' } },
  } as Layer;
}

/** A task planned for one day: a hollow diamond where it is due, a filled one where it was reached. */
function buildMilestoneLayers(y: object, x: object): Layer[] {
  const mark = { type: 'point', shape: 'diamond', size: 110, opacity: 1, aria: true };
  const layer = (field: string, more: object): Layer =>
    ({
      transform: [{ filter: `datum.milestone && isValid(datum.${field})` }],
      mark: { ...mark, ...more },
      encoding: { y, x: { ...x, field }, description: { field: 'hover' } },
    }) as Layer;
  return [
    layer('due', { fill: getColour('paper'), stroke: getColour('even'), strokeWidth: 1.6 }),
    layer('reached', { fill: getColour('c1'), stroke: getColour('paper'), strokeWidth: 1, size: 80 }),
  ];
}

function buildDateLayers(
  date: string | undefined,
  { low, high }: { low: number; high: number },
  { x, width, text }: { x: object; width: number; text: string },
): Layer[] {
  if (date === undefined) return [];
  const at = toDayNumber(date) + 1;
  const pixel = ((at - low) / (high - low)) * width;
  return [
    {
      data: { values: [{ at }] },
      mark: { type: 'rule', color: getColour('ink'), strokeDash: [3, 3] },
      encoding: { x: { ...x, field: 'at' } },
    } as Layer,
    buildRuleLabel(text, { ...x, datum: at }, { pixel, width }),
  ];
}

function listClaims(input: ChartInput): Claim[] {
  const tasks = parseTasks(input);
  const date = findDataDate(tasks);
  const done = tasks.filter((task) => task.actualEnd !== '').length;
  const late = tasks.flatMap((task): Member[] => {
    const value = countDaysLate(task, date);
    const text = formatNumber(value, { unit: '天', language: input.language });
    return value > 0 ? [{ name: task.name, value, text, unit: '天' }] : [];
  });
  return [
    ...makeCount('tasks-done', done, { among: tasks.length, ...(date !== undefined && { at: date }) }),
    // Before anything has begun nobody knows what is late.
    ...(date === undefined ? [] : makeCount('tasks-late', late.length, { among: tasks.length })),
    ...makeRank(late, { of: '', what: 'lateness', ends: ['highest'], single: 'late' }),
    ...makeNamedCount('begun-early', listBegunEarly(tasks)),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const tasks = parseTasks(input);
  const date = findDataDate(tasks);
  return {
    columns: [
      createColumn('task', words.task, 'left'),
      createColumn('start', words.plannedStart, 'left'),
      createColumn('end', words.plannedEnd, 'left'),
      createColumn('actual_start', words.actualStart, 'left'),
      createColumn('actual_end', words.actualEnd, 'left'),
      createColumn('state', words.state, 'left'),
    ],
    rows: tasks.map((task) => [
      task.name,
      task.start,
      task.end,
      task.actualStart || '—',
      task.actualEnd || '—',
      describeState(task, date, input),
    ]),
  };
}

function buildExample(language: ChartInput['language']): ChartInput {
  const rows = [
    ['需求调研', 'Research', '2026-03-02', '2026-03-13', '2026-03-02', '2026-03-13'],
    ['方案制定', 'Planning', '2026-03-16', '2026-03-27', '2026-03-16', '2026-04-01'],
    ['埋点上线', 'Tracking', '2026-03-23', '2026-04-03', '2026-03-25', '2026-04-02'],
    ['渠道投放', 'Campaigns', '2026-04-06', '2026-05-15', '2026-04-06', null],
    ['裂变活动', 'Referral', '2026-04-20', '2026-04-30', '2026-04-22', '2026-05-06'],
    ['中期评审', 'Midterm review', '2026-05-08', '2026-05-08', '2026-05-08', '2026-05-08'],
    ['总结汇报', 'Report', '2026-05-18', '2026-05-29', null, null],
  ].map(([zh = '', en = '', start = '', end = '', begun = null, done = null], i) => {
    return {
      task_id: `K${i}`,
      depends_on: ['', 'K0', '', 'K1;K2', '', 'K4', 'K3'][i]!,
      name: language === 'zh' ? zh : en,
      start_date: start,
      end_date: end,
      actual_start: begun,
      actual_end: done,
    };
  });
  const table = buildExampleTable('tasks', rows, (column) =>
    /^(name|task_id|depends_on)$/.test(column) ? 'text' : 'date',
  );
  return { language, values: [], goals: [], table };
}
