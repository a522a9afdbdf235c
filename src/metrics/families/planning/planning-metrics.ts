/** Progress against the plan as metrics. */
import { z } from 'zod';
import { quoteSqlText } from '../../../base/quoting.ts';
import type { Cell } from '../../../base/source-table.ts';
import { isoDate } from '../../../schema/iso-date.ts';
import { defineFamily } from '../../define-family.ts';
import {
  type ColumnNeed,
  type ExampleDefinition,
  type FormulaText,
  type MetricDefinition,
  type MetricQuery,
  ParameterError,
  type Solution,
} from '../../metric.ts';
import { buildQuotientSolution } from '../../ratio-metric.ts';
import { createNeed } from '../../shared-columns.ts';
import { workdayParams } from '../../shared-params.ts';
import { buildOwnConditions, buildWhere } from '../../sql/select.ts';
import { refuseTimedKeys } from '../../timed-keys.ts';
import { computeEarnedValue, type EarnedValue, type Task } from './earned-value.ts';
import { peerContribution, peerFactor } from './peer-metrics.ts';

interface PlanningParams {
  at?: string | undefined;
  calendar: 'workdays' | 'all';
  holidays: string[];
  workdays: string[];
}

const params = z.strictObject({
  at: isoDate.optional().meta({
    description:
      '数据日期；默认是 during 的最后一天（status date; by default the last day of `during`）：2026-05-31',
  }),
  calendar: z.enum(['workdays', 'all']).default('workdays').meta({
    description: 'workdays 只计工作日，all 每天都计（working days only, or all days）',
  }),
  ...workdayParams,
}) as z.ZodType<PlanningParams>;

const effort = createNeed(['effort_pd', 'effort'], '工作量', 'effort');
const budget = createNeed(['budget', 'planned_cost'], '计划成本', 'planned cost');
const shared = {
  start: createNeed(['start_date', 'start'], '计划开始', 'planned first day'),
  end: createNeed(['end_date', 'end'], '计划结束', 'planned last day'),
  done: createNeed(['done'], '完成度 0–1', 'share done, 0 to 1'),
};
const spent = createNeed(['cost', 'actual_cost'], '实际成本', 'actual cost');

function buildTasksSql(query: MetricQuery<PlanningParams>): string {
  const { start, end, done, weight, spent: cost } = query.columns;
  const at = query.params.at ?? query.period?.to;
  if (at === undefined) {
    throw new ParameterError('at', {
      zh: '要写数据日期，如 with: { at: 2026-05-31 }，或写 during',
      en: 'Say the status date: with: { at: 2026-05-31 }, or `during`',
    });
  }
  refuseTimedKeys(query.keys, {
    zh: '只能按列分，如 phase、owner：进度是某一天的状态',
    en: 'Columns only, such as phase or owner: progress is the state of one day',
  });
  const day = (column: string | undefined) => `strftime(CAST(${column} AS DATE), '%Y-%m-%d')`;
  const chosen = [
    ...query.keys.map((key) => `${key.text} AS ${key.alias}`),
    `${quoteSqlText(at)} AS at`,
    `${day(start)} AS first`,
    `${day(end)} AS last`,
    `coalesce(${weight}, 0) AS weight`,
    `coalesce(${done}, 0) AS done`,
    `coalesce(${cost ?? '0'}, 0) AS spent`,
  ];
  const where = buildWhere([...buildOwnConditions(query), `${start} IS NOT NULL`, `${end} IS NOT NULL`]);
  return `SELECT ${chosen.join(', ')}\nFROM ${query.from}${where}`;
}

function toTask(row: Record<string, Cell>): Task {
  return {
    start: String(row.first),
    end: String(row.last),
    weight: Number(row.weight),
    done: Number(row.done),
    spent: Number(row.spent),
  };
}

interface ProgressMetricOptions
  extends Pick<MetricDefinition, 'names' | 'unit' | 'definition' | 'edgeCases'> {
  weight: ColumnNeed;
  direction: 'higher' | 'lower';
  parts?: { numerator: string; denominator: string };
  digits?: number;
  costs?: true;
  formulaText: FormulaText;
  example: ExampleDefinition;
  solve(sums: EarnedValue): Omit<Solution, 'n'>;
}

function createProgressMetric({
  formulaText: reading,
  solve,
  weight,
  costs,
  ...rest
}: ProgressMetricOptions): MetricDefinition<PlanningParams> {
  return {
    ...rest,
    source: 'PMI, Practice Standard for Earned Value Management',
    table: 'tasks',
    columns: { ...shared, weight, ...(costs && { spent }), time: { ...shared.start, optional: true } },
    params,
    proportion: false,
    empty: null,
    formulaText: () => reading,
    sql: buildTasksSql,
    solve: (rows, given) => {
      if (rows.length === 0) return { value: null, n: 0 };
      const at = String(rows[0]?.at);
      const { holidays, workdays, calendar } = given;
      const sums = computeEarnedValue(rows.map(toTask), at, {
        holidays,
        workdays,
        everyDay: calendar === 'all',
      });
      const days =
        calendar === 'all'
          ? { zh: '每天都计', en: 'all days count' }
          : { zh: '只计工作日', en: 'working days count' };
      return {
        ...solve(sums),
        n: rows.length,
        note: { zh: `数据日期 ${at}，${days.zh}。`, en: `Status date ${at}, ${days.en}.` },
      };
    },
  };
}

/** Four sides of a fence, a day and 1 000 each; the state at the end of day three. */
const fence = `task_id,name,phase,owner,start_date,end_date,done,effort_pd,budget,cost
1,side 1,执行,a,2026-03-02,2026-03-02,1,1,1000,1000
2,side 2,执行,a,2026-03-03,2026-03-03,1,1,1000,1200
3,side 3,执行,a,2026-03-04,2026-03-04,0.5,1,1000,600
4,side 4,执行,a,2026-03-05,2026-03-05,0,1,1000,0
`;
const example = {
  files: { 'tasks.csv': fence },
  query: 'with: { at: 2026-03-04 }',
  source: 'Mulcahy, PMP Exam Prep: the fence of four sides',
};

const evenly = '任务在计划的工作日内按均匀进度推算，';
const evenlyEn = 'Work is taken to run evenly over the planned working days; ';

const plannedProgress = createProgressMetric({
  names: { zh: '计划进度', en: 'Planned progress' },
  unit: '%',
  direction: 'higher',
  parts: { numerator: '人日', denominator: '人日' },
  definition: {
    zh: `到数据日期为止按计划应完成的工作量占全部工作量的百分比。${evenly}首尾两天都含。`,
    en: `Effort that should be done by the status date as a percentage of all. ${evenlyEn}first and last day count.`,
  },
  edgeCases: {
    zh: '没有工作量时为“—”；全在休息日的任务按自然日算。',
    en: 'Without effort it is "—"; a task on days off only goes by all days.',
  },
  weight: effort,
  formulaText: {
    numerator: { zh: '应完成的工作量', en: 'effort that should be done' },
    denominator: { zh: '全部工作量', en: 'all effort' },
    times: '100%',
  },
  example: { ...example, answer: '75%' },
  solve: ({ planned, total }) => buildQuotientSolution(planned, total, 100),
});

const actualProgress = createProgressMetric({
  names: { zh: '实际进度', en: 'Actual progress' },
  unit: '%',
  direction: 'higher',
  parts: { numerator: '人日', denominator: '人日' },
  definition: {
    zh: '各任务的完成度按工作量加权的平均。没有填完成度的任务按 0 计。',
    en: 'Share done of the tasks, weighted by effort. Tasks without a share count as 0.',
  },
  edgeCases: { zh: '没有工作量时为“—”。', en: 'Without effort it is "—".' },
  weight: effort,
  formulaText: {
    numerator: { zh: '已完成的工作量', en: 'effort done' },
    denominator: { zh: '全部工作量', en: 'all effort' },
    times: '100%',
  },
  example: { ...example, answer: '62.5%' },
  solve: ({ earned, total }) => buildQuotientSolution(earned, total, 100),
});

const spi = createProgressMetric({
  names: { zh: '进度绩效指数', en: 'Schedule performance index' },
  unit: '',
  direction: 'higher',
  digits: 3,
  parts: { numerator: '人日', denominator: '人日' },
  definition: {
    zh: `已完成的工作量除以到数据日期应完成的工作量，低于 1 为落后。${evenly}首尾两天都含。`,
    en: `Effort done over the effort that should be done by the status date; under 1 is behind. ${evenlyEn}first and last day count.`,
  },
  edgeCases: { zh: '按计划还没有开工（应完成为 0）时为“—”。', en: 'Before any work is planned it is "—".' },
  weight: effort,
  formulaText: { numerator: { zh: '挣值 EV', en: 'EV' }, denominator: { zh: '计划值 PV', en: 'PV' } },
  example: { ...example, answer: '0.833' },
  solve: ({ earned, planned }) => buildQuotientSolution(earned, planned),
});

const cpi = createProgressMetric({
  names: { zh: '成本绩效指数', en: 'Cost performance index' },
  unit: '',
  direction: 'higher',
  digits: 3,
  parts: { numerator: '元', denominator: '元' },
  definition: {
    zh: '已完成工作的计划成本除以实际成本，低于 1 为超支。每项任务要有计划成本与实际成本。',
    en: 'Planned cost of the work done over what it has cost; under 1 is over budget. Each task needs planned and actual cost.',
  },
  edgeCases: { zh: '还没有花费时为“—”。', en: 'Before anything is spent it is "—".' },
  weight: budget,
  costs: true,
  formulaText: { numerator: { zh: '挣值 EV', en: 'EV' }, denominator: { zh: '实际成本 AC', en: 'AC' } },
  example: { ...example, answer: '0.893' },
  solve: ({ earned, spent: cost }) => buildQuotientSolution(earned, cost),
});

const eac = createProgressMetric({
  names: { zh: '完工估算', en: 'Estimate at completion' },
  unit: '元',
  direction: 'lower',
  definition: {
    zh: '按目前的成本绩效推算的完工总成本，即总预算除以成本绩效指数。假定以后的工作与以前一样超支或节约。',
    en: 'Cost of the whole project at the cost performance so far: budget over CPI. What is to come is taken to cost as what has been.',
  },
  edgeCases: {
    zh: '还没有完成任何工作或没有花费时为“—”。',
    en: 'Before anything is done or spent it is "—".',
  },
  weight: budget,
  costs: true,
  formulaText: {
    numerator: { zh: '总预算 BAC', en: 'BAC' },
    denominator: { zh: '成本绩效指数 CPI', en: 'CPI' },
  },
  example: {
    ...example,
    answer: '4,480.00 元',
    source: 'Mulcahy, PMP Exam Prep: 4 000 / (2 500 / 2 800); the book rounds CPI to .893 and prints 4 479',
  },
  solve: ({ total, earned, spent: cost }) => ({
    value: earned === 0 || cost === 0 ? null : (total * cost) / earned,
  }),
});

export const planningMetrics = defineFamily('planning', {
  planned_progress: plannedProgress,
  actual_progress: actualProgress,
  spi,
  cpi,
  eac,
  peer_contribution: peerContribution,
  peer_factor: peerFactor,
});
