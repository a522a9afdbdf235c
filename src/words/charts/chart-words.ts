import type { Language } from '../../base/language.ts';
import { type Mention, spaced } from '../spaced.ts';

/** Words in charts, their findings and text alternatives. Labels and numbers come in as shown. */
interface ChartWords {
  period: string;
  step: string;
  part: string;
  actual: string;
  target: string;
  attainment: string;
  baseline: string;
  kpi: string;
  stepRate: string;
  overallRate: string;
  cost: string;
  conversions: string;
  costEach: string;
  cumulative: string;
  /** What the conversions of one arm would have cost at the price of the other. */
  sameAt: (arm: string) => string;
  targetIs: (text: string) => string;
  /** A target for the whole, as the share of each period. */
  targetEach: (text: string) => string;
  ofTarget: (text: string) => string;
  hover: (label: string, text: string) => string;
  join: (clauses: string[]) => string;
  sentence: (clauses: string[]) => string;
  list: (texts: string[]) => string;
  change: Record<'up' | 'down' | 'even', (label: string, from: Mention, to: Mention) => string>;
  sum: (text: string) => string;
  /** The value over all periods. */
  whole: (text: string) => string;
  reached: Record<'yes' | 'no', (text: string) => string>;
  extremes: (label: string, high: Mention, low: Mention) => string;
  /** Events marked in a chart: the first of them, and how many there are. */
  marked: (names: string[], count: number) => string;
  /** Steps that an end cuts are starred, and left out of comparisons. */
  cutSteps: string;
  single: (label: string, at: string, text: string) => string;
  noData: string;
  breakEven: (at: string) => string;
  noBreakEven: string;
  breakEvenFound: (arm: string, other: string, at: string) => string;
  breakEvenNever: (arm: string, other: string, at: string) => string;
  lastCosts: (at: string, arms: { arm: string; text: string }[]) => string;
  goals: (reached: number, total: number) => string;
  bestGoal: (kpi: string, text: string) => string;
  missedGoals: (kpis: string[]) => string;
  unmeasured: (kpis: string[]) => string;
  aimless: (kpis: string[]) => string;
  funnel: (first: Mention, last: Mention, rate: string) => string;
  narrowest: (from: string, to: string, rate: string) => string;
  highest: (label: string, part: Mention) => string;
  lowest: (part: Mention) => string;
  picture: (kind: string, caption: string) => string;
  ownChart: string;
  /** How many data a chart of a team's own shows. */
  data: (count: number) => string;
  share: string;
  result: string;
  item: string;
  amount: string;
  runningSum: string;
  task: string;
  /** How to read a Gantt chart. */
  planKey: string;
  plannedStart: string;
  plannedEnd: string;
  actualStart: string;
  actualEnd: string;
  state: string;
  onTime: string;
  running: string;
  notBegun: string;
  noneLate: string;
  begunEarly: (tasks: string[]) => string;
  late: (days: number) => string;
  asOf: (day: string) => string;
  tasksDone: (count: number, done: number, date: string | undefined) => string;
  tasksLate: (count: number, worst: string, days: number) => string;
  /** A tick of an axis of days: month and day. */
  dayOf: (month: number, day: number) => string;
  /** `2026-03` */
  monthOf: (key: string) => string;
  shareIs: (text: string) => string;
  shareOf: (part: string) => string;
  /** The level of the whole among its parts. */
  wholeIs: (text: string) => string;
  fromTo: (from: Mention, to: Mention) => string;
  /** A sum and the number of its parts. */
  wholeOf: (whole: Mention, parts: number) => string;
  mostUp: (part: Mention) => string;
  mostDown: (part: Mention) => string;
  cumulated: (label: string) => string;
  cumulatedAt: (at: string, parts: Mention[]) => string;
  overtakes: (leader: string, other: string, at: string) => string;
  mostIn: (row: string, group: string, text: string) => string;
  runningShare: string;
  /** The share and the level its dashed line stands at. */
  runningTitle: (level: string) => string;
  runningIs: (text: string) => string;
  /** So many of all parts make up so much. */
  vitalFew: (label: string, count: number, all: number, text: string) => string;
  largest: (part: Mention) => string;
  estimate: string;
  interval: string;
  intervals: Record<'above' | 'below' | 'across', (values: Mention[]) => string>;
  moves: (count: number, up: number, down: number) => string;
  movedMost: (label: string, from: string, to: string) => string;
}

const joinMentions = (values: Mention[], comma: string) =>
  values.map(({ at, text }) => `${at} ${text}`).join(comma);

const zh: ChartWords = {
  period: '时间',
  step: '步骤',
  part: '分组',
  actual: '实际',
  target: '目标',
  attainment: '达成率',
  baseline: '基线',
  kpi: '指标',
  stepRate: '较上一步',
  overallRate: '较第一步',
  cost: '成本',
  conversions: '转化数',
  costEach: '单次转化成本',
  cumulative: '累计成本',
  sameAt: (arm) => spaced`同等转化按${arm}计`,
  targetIs: (text) => spaced`目标${text}`,
  targetEach: (text) => spaced`达标均值${text}`,
  ofTarget: (text) => spaced`达成${text}`,
  hover: (label, text) => spaced`${label}：${text}`,
  join: (clauses) => clauses.join('，'),
  sentence: (clauses) => `${clauses.join('；')}。`,
  list: (texts) => texts.join('、'),
  change: {
    up: (label, from, to) => spaced`${label}由${from.at}的${from.text}升至${to.at}的${to.text}`,
    down: (label, from, to) => spaced`${label}由${from.at}的${from.text}降至${to.at}的${to.text}`,
    even: (label, from, to) => spaced`${label}${from.at}与${to.at}持平，均为${to.text}`,
  },
  sum: (text) => spaced`合计${text}`,
  whole: (text) => spaced`全期为${text}`,
  reached: { yes: (text) => spaced`达到目标${text}`, no: (text) => spaced`未达到目标${text}` },
  extremes: (label, high, low) =>
    spaced`${label}最高为${high.at}的${high.text}，最低为${low.at}的${low.text}`,
  marked: (names, count) =>
    spaced`其间有${names.join('、')}${count > names.length ? spaced`等${count}项` : ''}`,
  cutSteps: '带 * 的时段首尾不满，不作比较',
  single: (label, at, text) => spaced`${label}${at}为${text}`,
  noData: '没有数据',
  noBreakEven: '未达到持平',
  breakEven: (at) => spaced`${at}持平`,
  breakEvenFound: (arm, other, at) => spaced`${arm}的累计成本在${at}首次不高于${other}获得同等转化的成本`,
  breakEvenNever: (arm, other, at) =>
    spaced`截至${at}，${arm}的累计成本仍高于${other}获得同等转化的成本，未达到盈亏平衡`,
  lastCosts: (at, arms) =>
    spaced`${at}单次转化成本${arms.map(({ arm, text }) => spaced`${arm}为${text}`).join('、')}`,
  goals: (reached, total) => spaced`${total}项目标中${reached}项达成`,
  bestGoal: (kpi, text) => spaced`${kpi}达成率最高，为${text}`,
  missedGoals: (kpis) => spaced`未达成的有${kpis.join('、')}`,
  unmeasured: (kpis) => spaced`${kpis.join('、')}尚无实际值`,
  aimless: (kpis) => spaced`${kpis.join('、')}没有目标值`,
  funnel: (first, last, rate) => spaced`由${first.at}${first.text}到${last.at}${last.text}，总转化率${rate}`,
  narrowest: (from, to, rate) => spaced`流失最多的一步是${from}到${to}，仅${rate}继续`,
  highest: (label, part) => spaced`${label}最高的是${part.at}（${part.text}）`,
  lowest: (part) => spaced`最低的是${part.at}（${part.text}）`,
  picture: (kind, caption) => spaced`${kind}：${caption}。`,
  ownChart: '自定图表',
  data: (count) => spaced`共${count}项数据`,
  share: '占比',
  result: '合计',
  item: '项目',
  amount: '数额',
  runningSum: '累计',
  task: '任务',
  planKey: '细条：计划；粗条：实际，超出计划的一段另色',
  plannedStart: '计划开始',
  plannedEnd: '计划结束',
  actualStart: '实际开始',
  actualEnd: '实际结束',
  state: '状态',
  onTime: '按时',
  running: '进行中',
  notBegun: '未开始',
  noneLate: '没有任务晚于计划',
  begunEarly: (tasks) => spaced`${tasks.join('、')}在前置任务完成之前开始`,
  late: (days) => spaced`晚${days}天`,
  asOf: (day) => spaced`截至${day}`,
  tasksDone: (count, done, date) => spaced`${date ? spaced`截至${date}，` : ''}${count}项任务中完成${done}项`,
  tasksLate: (count, worst, days) => spaced`${count}项晚于计划，最多的是${worst}，晚${days}天`,
  dayOf: (month, day) => `${month}/${day}`,
  monthOf: (key) => spaced`${Number(key.slice(0, 4))}年${Number(key.slice(5))}月`,
  shareIs: (text) => spaced`占${text}`,
  shareOf: (part) => spaced`${part}占比`,
  wholeIs: (text) => spaced`整体${text}`,
  fromTo: (from, to) => spaced`由${from.at}${from.text}到${to.at}${to.text}`,
  wholeOf: (whole, parts) => spaced`${whole.at}${whole.text}由${parts}项累加而成`,
  mostUp: (part) => spaced`增加最多的是${part.at}（${part.text}）`,
  mostDown: (part) => spaced`减少最多的是${part.at}（${part.text}）`,
  cumulated: (label) => spaced`累计${label}`,
  cumulatedAt: (at, parts) =>
    spaced`截至${at}累计${parts.map((one) => spaced`${one.at}${one.text}`).join('、')}`,
  overtakes: (leader, other, at) => spaced`${leader}在${at}超过${other}`,
  mostIn: (row, group, text) => spaced`${row}以${group}最多，占${text}`,
  runningShare: '累计占比',
  runningTitle: (level) => spaced`累计占比（虚线为${level}）`,
  runningIs: (text) => spaced`累计占${text}`,
  vitalFew: (label, count, all, text) => spaced`${label}的${all}项中，前${count}项占${text}`,
  largest: (part) => spaced`最多的是${part.at}（${part.text}）`,
  estimate: '估计值',
  interval: '置信区间',
  intervals: {
    above: (values) => spaced`${joinMentions(values, '、')}的区间全在零以上`,
    below: (values) => spaced`${joinMentions(values, '、')}的区间全在零以下`,
    across: (values) => spaced`${joinMentions(values, '、')}的区间含零，尚不能断定有差别`,
  },
  moves: (count, up, down) => spaced`${count}项中${up}项上升、${down}项下降`,
  movedMost: (label, from, to) => spaced`变动最大的是${label}，由${from}到${to}`,
};

const monthNames = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

const en: ChartWords = {
  period: 'Period',
  step: 'Step',
  part: 'Group',
  actual: 'Actual',
  target: 'Target',
  attainment: 'Attainment',
  baseline: 'Baseline',
  kpi: 'KPI',
  stepRate: 'Of previous step',
  overallRate: 'Of first step',
  cost: 'Cost',
  conversions: 'Conversions',
  costEach: 'Cost per conversion',
  cumulative: 'Cumulative cost',
  sameAt: (arm) => `same conversions at ${arm} cost`,
  targetIs: (text) => `Target ${text}`,
  targetEach: (text) => `Needed on average ${text}`,
  ofTarget: (text) => `${text} of target`,
  hover: (label, text) => `${label}: ${text}`,
  join: (clauses) => clauses.join(', '),
  sentence: (clauses) => {
    const text = clauses.join('; ');
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  },
  list: (texts) => texts.join(', '),
  change: {
    up: (label, from, to) => `${label} rose from ${from.text} (${from.at}) to ${to.text} (${to.at})`,
    down: (label, from, to) => `${label} fell from ${from.text} (${from.at}) to ${to.text} (${to.at})`,
    even: (label, from, to) => `${label} was ${to.text} both in ${from.at} and in ${to.at}`,
  },
  sum: (text) => `${text} in total`,
  whole: (text) => `${text} over the whole period`,
  reached: { yes: (text) => `meeting the target of ${text}`, no: (text) => `missing the target of ${text}` },
  extremes: (label, high, low) =>
    `${label}: highest ${high.text} (${high.at}), lowest ${low.text} (${low.at})`,
  marked: (names, count) =>
    `meanwhile: ${names.join(', ')}${count > names.length ? ` and others, ${count} in all` : ''}`,
  cutSteps: 'periods with * are cut at an end and not compared',
  single: (label, at, text) => `${label} was ${text} in ${at}`,
  noData: 'there are no data',
  noBreakEven: 'Break-even not reached',
  breakEven: (at) => `Break-even: ${at}`,
  breakEvenFound: (arm, other, at) =>
    `in ${at} the cumulative cost of ${arm} was for the first time no higher than what ${other} would have cost for the same conversions`,
  breakEvenNever: (arm, other, at) =>
    `up to ${at} the cumulative cost of ${arm} stayed above what ${other} would have cost for the same conversions: break-even not reached`,
  lastCosts: (at, arms) =>
    `cost per conversion in ${at}: ${arms.map(({ arm, text }) => `${arm} ${text}`).join(', ')}`,
  goals: (reached, total) => `${reached} of ${total} goals were met`,
  bestGoal: (kpi, text) => `${kpi} has the highest attainment, ${text}`,
  missedGoals: (kpis) => `missed: ${kpis.join(', ')}`,
  unmeasured: (kpis) => `no actual value yet: ${kpis.join(', ')}`,
  aimless: (kpis) => `no target: ${kpis.join(', ')}`,
  funnel: (first, last, rate) =>
    `from ${first.text} (${first.at}) to ${last.text} (${last.at}), ${rate} overall`,
  narrowest: (from, to, rate) => `most are lost between ${from} and ${to}, where only ${rate} go on`,
  highest: (label, part) => `${label} is highest for ${part.at} (${part.text})`,
  lowest: (part) => `lowest for ${part.at} (${part.text})`,
  picture: (kind, caption) => `${kind}: ${caption}.`,
  ownChart: 'Chart',
  data: (count) => `${count} data`,
  share: 'Share',
  result: 'Sum',
  item: 'Item',
  amount: 'Amount',
  runningSum: 'Running sum',
  task: 'Task',
  planKey: 'Thin bars: plan; thick bars: actual, late parts in another colour',
  plannedStart: 'Planned start',
  plannedEnd: 'Planned end',
  actualStart: 'Actual start',
  actualEnd: 'Actual end',
  state: 'State',
  onTime: 'on time',
  running: 'going on',
  notBegun: 'not begun',
  noneLate: 'no task is behind the plan',
  begunEarly: (tasks) => `begun before what goes before was done: ${tasks.join(', ')}`,
  late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
  asOf: (day) => `As of ${day}`,
  tasksDone: (count, done, date) => `${done} of ${count} tasks were done${date ? ` by ${date}` : ''}`,
  tasksLate: (count, worst, days) =>
    `${count} ${count === 1 ? 'is' : 'are'} behind the plan, most of all ${worst}, ${days} ${days === 1 ? 'day' : 'days'} late`,
  dayOf: (month, day) => `${monthNames[month - 1]} ${day}`,
  monthOf: (key) => `${monthNames[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`,
  shareIs: (text) => `${text} of the whole`,
  shareOf: (part) => `the share of ${part}`,
  wholeIs: (text) => `Overall ${text}`,
  fromTo: (from, to) => `from ${from.text} (${from.at}) to ${to.text} (${to.at})`,
  wholeOf: (whole, parts) => `${whole.at}, ${whole.text}, is the sum of ${parts} parts`,
  mostUp: (part) => `the largest increase is ${part.at} (${part.text})`,
  mostDown: (part) => `the largest decrease is ${part.at} (${part.text})`,
  cumulated: (label) => `${label}, cumulative`,
  cumulatedAt: (at, parts) =>
    `cumulative up to ${at}: ${parts.map((one) => `${one.at} ${one.text}`).join(', ')}`,
  overtakes: (leader, other, at) => `${leader} overtook ${other} in ${at}`,
  mostIn: (row, group, text) => `${row}: mostly ${group}, ${text}`,
  runningShare: 'Running share',
  runningTitle: (level) => `Running share (dashed: ${level})`,
  runningIs: (text) => `${text} so far`,
  vitalFew: (label, count, all, text) => `${label}: the first ${count} of ${all} make up ${text}`,
  largest: (part) => `the largest is ${part.at} (${part.text})`,
  estimate: 'Estimate',
  interval: 'Confidence interval',
  intervals: {
    above: (values) => `all above zero: ${joinMentions(values, ', ')}`,
    below: (values) => `all below zero: ${joinMentions(values, ', ')}`,
    across: (values) => `not told from zero: ${joinMentions(values, ', ')}`,
  },
  moves: (count, up, down) => `${up} of ${count} rose, ${down} fell`,
  movedMost: (label, from, to) => `${label} moved most, from ${from} to ${to}`,
};

export const chartWords: Record<Language, ChartWords> = { zh, en };
