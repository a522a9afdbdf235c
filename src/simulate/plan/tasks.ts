/** A task of the plan. Days of the term, all inclusive. */
export interface TaskPlan {
  name: string;
  phase: '需求调研' | '方案制定' | '执行落地' | '总结汇报';
  owner: string;
  from: number;
  to: number;
  /** Days by which it ended later than planned. */
  slip: number;
  effort: number;
  after: string;
  cause: string;
}

type Row = [TaskPlan['name'], TaskPlan['phase'], string, number, number, number, number, string, string];

const rows: Row[] = [
  ['用户访谈与问卷', '需求调研', 'M03', 0, 8, 0, 9, '', ''],
  ['历史数据盘点', '需求调研', 'M06', 0, 6, 0, 5, '', ''],
  ['竞品与关键词调研', '需求调研', 'M07', 3, 11, 0, 8, '', ''],
  ['画像与需求结论评审', '需求调研', 'M01', 11, 13, 0, 3, 'K01 K02 K03', ''],
  ['指标体系与目标设定', '方案制定', 'M01', 14, 20, 0, 6, 'K04', ''],
  ['内容排期与三审流程', '方案制定', 'M02', 14, 24, 0, 7, 'K04', ''],
  ['预算与渠道方案', '方案制定', 'M07', 18, 27, 0, 6, 'K05', ''],
  ['埋点与看板上线', '方案制定', 'M05', 18, 27, 7, 14, 'K05', '页面改版与事件命名未同步，联调返工'],
  ['新落地页设计与开发', '执行落地', 'M04', 28, 41, 0, 15, 'K05', ''],
  ['邀请有礼机制与风控', '执行落地', 'M05', 28, 34, 0, 8, 'K07', ''],
  ['春日校园打卡季', '执行落地', 'M03', 42, 55, 0, 18, 'K06', ''],
  ['落地页对照试验', '执行落地', 'M06', 42, 57, 0, 6, 'K09', ''],
  ['工单分级响应', '执行落地', 'M07', 56, 63, 0, 5, '', ''],
  ['抖音直播试播', '执行落地', 'M02', 70, 76, 0, 7, 'K06', ''],
  ['毕业季焕新拼团', '执行落地', 'M03', 91, 104, 0, 20, 'K11', ''],
  ['数据核对与复盘会', '总结汇报', 'M06', 105, 109, 0, 8, '', ''],
  ['报告撰写与汇报', '总结汇报', 'M01', 105, 111, 0, 16, 'K16', ''],
];

export const taskPlans: readonly TaskPlan[] = rows.map(
  ([name, phase, owner, from, to, slip, effort, after, cause]) => ({
    name,
    phase,
    owner,
    from,
    to,
    slip,
    effort,
    after,
    cause,
  }),
);
