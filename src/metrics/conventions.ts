/** What holds for every metric that it touches, each said once; the handbook has a page of them, and metrics point there. */
import type { Bilingual } from '../base/language.ts';
import type { AnyMetric } from './define-family.ts';

interface Convention {
  names: Bilingual;
  text: Bilingual;
  /** Whether it says something about the metric. */
  concerns: (metric: AnyMetric) => boolean;
}

export type ConventionId = 'attainment' | 'change' | 'shares' | 'missing' | 'open' | 'orders' | 'users';

const changes = new Set([
  'change_rate',
  'ab_lift',
  'mean_lift',
  'reconciliation_gap',
  'budget_variance_rate',
  'top_contribution',
]);
const people = ['user', 'active_user', 'inviter', 'invitee', 'author'];

export const conventions: Record<ConventionId, Convention> = {
  attainment: {
    names: { zh: '达成率与判断词', en: 'Attainment and verdicts' },
    text: {
      zh: '越高越好：实际 ÷ 目标；越低越好：目标 ÷ 实际；都是达到 100% 为完成。目标不大于 0、实际为负、越低越好而实际为 0 时，达成率为“—”。超额完成、达到、未达到比较的是两个数本身，与达成率能不能算无关；相差不到较大者的十亿分之一算相等，印出来一样而不等时写出差多少。达成率不会四舍五入成 100%。指标 goal_attainment 默认用教材的“计划完成程度”，越低越好时低于 100% 为完成。',
      en: 'Higher is better: actual over target. Lower is better: target over actual. From 100% it is reached. With a target of 0 or below, a negative actual, or 0 where lower is better, there is no attainment ("—"). The words compare the numbers themselves, so that they hold there too; numbers that differ by less than a billionth of the larger are equal, and where two print alike the difference is printed. Attainment is never rounded to 100%. The metric goal_attainment takes the ratio of textbooks, where below 100% is reached if lower is better.',
    },
    concerns: ({ family, id }) => family === 'goals' && id !== 'okr_score',
  },
  change: {
    names: { zh: '变化', en: 'Change' },
    text: {
      zh: '变化率 = (本期 − 对照期) ÷ 对照期。对照期为 0 或为负时没有变化率（“—”），只看差额；对照期为正、本期为负时照算：100 变为 −50 是 −150%。两个百分比相减得百分点。公式里的加、减、乘按十进制精确计算。',
      en: 'The rate of change is (now − before) over before. From 0 or below there is none ("—"), only the difference; from 100 to −50 it is −150%. Two percentages differ in percentage points. Formulas add, subtract and multiply exactly, in decimals.',
    },
    concerns: ({ id }) => changes.has(id),
  },
  shares: {
    names: { zh: '占比与比率', en: 'Shares and rates' },
    text: {
      zh: '先各自合计，再相除；各天、各组的比值从不相加或平均。分母为 0 时为“—”。各行彼此独立的占比给出 95% Wilson 区间。',
      en: 'Both sides are summed first, then divided; ratios of days or groups are never added or averaged. Over 0 it is "—". A share of independent rows has a 95% Wilson interval.',
    },
    concerns: ({ parts, proportion }) => proportion !== false || parts !== undefined,
  },
  missing: {
    names: { zh: '缺数与重复', en: 'Missing and repeated data' },
    text: {
      zh: '空白是没有数，不是 0：求和、平均时不计；比值的分子、分母只填了一边的行两边都不计，并提醒是哪一行。平台用空白表示 0 的，在 tables.yaml 里给这一列写 blank: zero。已知数据表里编号相同、每一格都相同的行只计一次并提醒；编号相同而内容不同是错误。条件或事件名在表里一次也没有出现，会报错或提醒。',
      en: 'An empty cell is no number, not 0: sums and means pass over it, and a row with one side of a ratio only is in neither sum, and told. Where a platform leaves blank what is 0, write blank: zero for the column in tables.yaml. In known tables rows with one id that are equal in every cell count once, and are told; one id with other content is an error. A text or an event that the table does not hold at all is told.',
    },
    concerns: ({ paired, family }) => paired !== undefined || family === 'rows' || family === 'quality',
  },
  open: {
    names: { zh: '时段与没有过完的时段', en: 'Periods, and those still open' },
    text: {
      zh: '天、周、月按报告的时区划分，周从周一开始（ISO）。没有时间的行在合计里，不在任何一期里，会提醒。统计期在一周或一个月中间开始或结束时，这一期只含一部分天：名称带 *，图下的话不拿它的合计与整期比较。',
      en: 'Days, weeks and months are those of the time zone of the report; weeks begin on Monday (ISO). Rows without a time are in the total and in no period, and told. Where the data begin or end within a week or a month, that step holds a part of its days: its name has a *, and the words below a figure do not compare its sums with those of whole ones.',
    },
    concerns: ({ columns }) => columns.time !== undefined,
  },
  orders: {
    names: { zh: '订单算在哪一天', en: 'The time of an order' },
    text: {
      zh: '按下单时间 created_at；没有这一列时按 paid_at，再没有时按表中第一个时间列。要按支付时间，写 with: { time: paid_at }。默认计入已支付的订单（含后来退款的），由 rule 改。',
      en: 'That of placing it, created_at; without that column paid_at, else the first column of times. For the time of payment write with: { time: paid_at }. Paid orders count, refunded ones among them; rule changes that.',
    },
    concerns: ({ table }) => table === 'orders',
  },
  users: {
    names: { zh: '谁是用户', en: 'Who is a user' },
    text: {
      zh: '按用户编号去重。users 表中 is_test 为真的是测试账号：库里的指标都不计他们在任何表里的行（行为、订单、邀请……），并写出不计几行；没有编号的行不算任何人。count、sum 等按行计数的指标数的是行，要排除测试账号请写 where。',
      en: 'Users are told apart by their id. Accounts with is_test true in the table users are test accounts: no metric of the library counts their rows in any table (events, orders, invitations …), and it says how many that are; a row without an id is nobody. Metrics of rows such as count and sum count rows, whosever they are: leave them out by where.',
    },
    concerns: ({ columns, joined, family }) =>
      family !== 'rows' &&
      people.some((key) => columns[key] !== undefined || joined?.columns[key] !== undefined),
  },
};

const all = Object.keys(conventions) as ConventionId[];

/** Those that say something about a metric, in the order of the page. */
export function listConventions(metric: AnyMetric): ConventionId[] {
  return all.filter((id) => conventions[id].concerns(metric));
}
