import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

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
  breakEven: (at: string) => string;
  noBreakEven: string;
  /** A step of a funnel by its ends. */
  stepOf: (from: string, to: string) => string;
  picture: (kind: string, caption: string) => string;
  ownChart: string;
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
  late: (days: number) => string;
  asOf: (day: string) => string;
  /** A tick of an axis of days: month and day. */
  dayOf: (month: number, day: number) => string;
  /** `2026-03` */
  monthOf: (key: string) => string;
  shareOf: (part: string) => string;
  /** The level of the whole among its parts. */
  wholeIs: (text: string) => string;
  cumulated: (label: string) => string;
  runningShare: string;
  /** The share and the level its dashed line stands at. */
  runningTitle: (level: string) => string;
  runningIs: (text: string) => string;
  estimate: string;
  interval: string;
}

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
  noBreakEven: '未达到持平',
  breakEven: (at) => spaced`${at}持平`,
  stepOf: (from, to) => spaced`${from}到${to}`,
  picture: (kind, caption) => spaced`${kind}：${caption}。`,
  ownChart: '自定图表',
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
  late: (days) => spaced`晚${days}天`,
  asOf: (day) => spaced`截至${day}`,
  dayOf: (month, day) => `${month}/${day}`,
  monthOf: (key) => spaced`${Number(key.slice(0, 4))}年${Number(key.slice(5))}月`,
  shareOf: (part) => spaced`${part}占比`,
  wholeIs: (text) => spaced`整体${text}`,
  cumulated: (label) => spaced`累计${label}`,
  runningShare: '累计占比',
  runningTitle: (level) => spaced`累计占比（虚线为${level}）`,
  runningIs: (text) => spaced`累计占${text}`,
  estimate: '估计值',
  interval: '置信区间',
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
  noBreakEven: 'Break-even not reached',
  breakEven: (at) => `Break-even: ${at}`,
  stepOf: (from, to) => `${from} to ${to}`,
  picture: (kind, caption) => `${kind}: ${caption}.`,
  ownChart: 'Chart',
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
  late: (days) => `${days} ${days === 1 ? 'day' : 'days'} late`,
  asOf: (day) => `As of ${day}`,
  dayOf: (month, day) => `${monthNames[month - 1]} ${day}`,
  monthOf: (key) => `${monthNames[Number(key.slice(5)) - 1]} ${key.slice(0, 4)}`,
  shareOf: (part) => `the share of ${part}`,
  wholeIs: (text) => `Overall ${text}`,
  cumulated: (label) => `${label}, cumulative`,
  runningShare: 'Running share',
  runningTitle: (level) => `Running share (dashed: ${level})`,
  runningIs: (text) => `${text} so far`,
  estimate: 'Estimate',
  interval: 'Confidence interval',
};

export const chartWords: Record<Language, ChartWords> = { zh, en };
