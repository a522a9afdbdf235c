import type { Field } from '../../../output/format-csv.ts';
import { formatIsoDay } from '../../../plan/term-calendar.ts';
import type { SimulatedTable } from '../../../tables/simulated-table.ts';
import { getDailyCounts } from '../../../world/daily-counts.ts';
import { getSpendLines, type SpendLine } from '../../../world/spend-lines.ts';
import { assignLandingTrial } from '../../../world/trial-assignment.ts';
import type { World } from '../../../world/world.ts';

const roundTo = (number: number, digits: number) => Math.round(number * 10 ** digits) / 10 ** digits;

/** What was seen, what it came to on that day, what was decided. */
export const decisionLog: SimulatedTable = {
  columns: ['date', 'observation', 'metric', 'value', 'decision', 'owner', 'result'],
  rows: (world) => {
    const lines = getSpendLines(world);
    const cost = (keep: (line: SpendLine) => boolean) => computeCostPerUser(lines.filter(keep));
    const { visits, registrations } = getDailyCounts(world);
    const { anomaly, tracking, ring } = world.plan.planted;
    const all: (Field[] | undefined)[] = [
      [
        formatIsoDay(30),
        '自然搜索起步贵于付费搜索',
        '自然搜索三月获客成本（元/人）',
        cost(({ channel, day }) => channel === 'SEO' && day < 30),
        '不撤：专题按计划做满三个月再比',
        'M07',
        '五月起低于付费搜索',
      ],
      ring && [
        formatIsoDay(ring.day + 2),
        '邀请记录里多个账号同一设备',
        '同设备账号（个）',
        ring.accounts,
        '拦截奖励，名单交风控表',
        'M05',
        '未向这些账号付款',
      ],
      [
        formatIsoDay(57),
        '对照试验达到样本量',
        '新旧落地页注册率之差（百分点）',
        computeUplift(world),
        '全量上线新落地页',
        'M06',
        '此后转化率逐窗上升',
      ],
      [
        formatIsoDay(60),
        '物流类工单与负面提及同时上升',
        '负面提及集中天数（天）',
        world.plan.trouble.to - world.plan.trouble.from + 1,
        '工单分级，服务类四十八小时闭环',
        'M07',
        '五月起闭环率上升',
      ],
      [
        formatIsoDay(77),
        '直播一周获客成本过高',
        '直播获客成本（元/人）',
        cost(({ campaign }) => campaign === '直播首秀'),
        '停播，余款转内容专题与搜索',
        'M01',
        '抖音六月成本回落',
      ],
      anomaly && [
        formatIsoDay(anomaly.day),
        '单日访问突增，来自一篇用户笔记',
        '当日访问（次）',
        visits[anomaly.day]!,
        '不加投：来的人看过就走',
        'M06',
        '次日回到常态',
      ],
      tracking && [
        formatIsoDay(tracking.day),
        '统计工具新增用户高于数据库',
        '统计工具当日新增（人）',
        Math.round(registrations[tracking.day]! * tracking.factor),
        '回退脚本，以数据库为准',
        'M05',
        '下一周核对一致',
      ],
    ];
    return all.filter((row) => row !== undefined);
  },
};

function computeCostPerUser(lines: SpendLine[]): number {
  const cost = lines.reduce((sum, line) => sum + line.cost, 0) / 100;
  return roundTo(
    cost /
      Math.max(
        1,
        lines.reduce((sum, line) => sum + line.conversions, 0),
      ),
    2,
  );
}

function computeUplift(world: World): number {
  const users = assignLandingTrial(world);
  const rate = (arm: string) => {
    const own = users.filter((user) => user.arm === arm);
    return own.filter(({ person }) => person.registeredAt !== undefined).length / Math.max(1, own.length);
  };
  return roundTo(100 * (rate('新版') - rate('旧版')), 2);
}
