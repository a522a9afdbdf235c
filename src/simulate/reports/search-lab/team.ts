import type { Member, MentorSession, ReviewPlan, TaskPlan } from '../../plan/team.ts';

export const team: Member[] = [
  { id: 'S1', name: '程亦帆', role: '运营', duties: '组长；投放账户与预算', hours: 141, contribution: 24 },
  { id: 'S2', name: '白若溪', role: '运营', duties: '专题内容与外部链接', hours: 132, contribution: 21 },
  {
    id: 'S3',
    name: '孟川柏',
    role: '开发',
    duties: '站内结构、页面速度、埋点',
    hours: 128,
    contribution: 21,
  },
  { id: 'S4', name: '陆时安', role: '设计', duties: '落地页与落地页试验', hours: 104, contribution: 16 },
  {
    id: 'S5',
    name: '叶听澜',
    role: '数据分析',
    duties: '关键词、成本与归因分析',
    hours: 117,
    contribution: 18,
  },
];

type Row = [TaskPlan['name'], string, string, number, number, number, number, string, string];

const rows: Row[] = [
  ['关键词库与搜索意图调研', '需求调研', 'S5', 0, 9, 0, 8, '', ''],
  ['站点体检', '需求调研', 'S3', 2, 11, 0, 6, '', ''],
  ['目标与预算', '方案制定', 'S1', 14, 20, 0, 4, 'K01', ''],
  ['站内结构方案', '方案制定', 'S3', 16, 27, 0, 7, 'K02', ''],
  ['投放账户搭建', '执行落地', 'S1', 28, 34, 0, 6, 'K03', ''],
  ['站内结构改版上线', '执行落地', 'S3', 28, 48, 12, 18, 'K04', '旧页面跳转规则漏写，上线后回退重做'],
  ['二十篇租赁攻略', '执行落地', 'S2', 28, 97, 0, 22, 'K01', ''],
  ['落地页对照试验', '执行落地', 'S4', 63, 76, 0, 7, 'K05', ''],
  ['投放否定词与出价调整', '执行落地', 'S1', 35, 104, 0, 10, 'K05', ''],
  ['成本与归因复盘', '总结汇报', 'S5', 105, 109, 0, 6, 'K07 K09', ''],
  ['报告与汇报', '总结汇报', 'S1', 105, 111, 0, 9, 'K10', ''],
];

export const tasks: TaskPlan[] = rows.map(([name, phase, owner, from, to, slip, effort, after, cause]) => ({
  name,
  phase,
  owner,
  from,
  to,
  slip,
  effort,
  after,
  cause,
}));

type Review = [week: number, done: string, plan: string, risk: string, decision: string, there: number];

const held: Review[] = [
  [1, '关键词初筛', '站点体检', '行业词竞争大', '先做长尾词', 5],
  [2, '站点体检完成', '目标与预算', '旧页面收录混乱', '改版列为重点', 5],
  [3, '目标草案', '站内结构方案', '没有上年成本记录', '以行业对照定目标', 4],
  [4, '结构方案定稿', '账户搭建', '改版排期紧', '先改栏目页', 5],
  [5, '账户上线', '首批攻略', '品类词出价高', '限定时段投放', 5],
  [6, '首批四篇攻略', '改版联调', '跳转规则复杂', '旧链接全部登记', 5],
  [7, '改版联调', '改版上线', '收录下降', '回退，补跳转规则', 4],
  [8, '改版第二次上线', '观察收录', '延期影响后续', '试验顺延两周', 5],
  [10, '收录恢复', '试验页制作', '假期流量低', '否定词清理', 5],
  [11, '试验开跑', '试验第二周', '点击异常', '排查无效点击并申诉', 5],
  [12, '试验结束', '新页面全量', '样本刚够', '按预登记判定', 5],
  [13, '十四篇攻略', '外链合作', '外链进度慢', '换两家合作站', 3],
  [15, '二十篇攻略', '复盘', '目标有两项难达', '如实写明原因', 5],
  [16, '报告定稿', '汇报', '无', '数字全部由数据生成', 5],
];

/** Weeks 9 and 14 have no review. */
export const reviews: ReviewPlan[] = held.map(([week, done, plan, risk, decision, there]) => {
  return { week, done, plan, risk, decision, there };
});

export const mentoring: MentorSession[] = [
  ['2026-03-12', '方既白', '案例分享', 90, '搜索意图怎样分层', '关键词库加意图一列', true],
  ['2026-04-09', '方既白', '一对一', 45, '改版与跳转规则', '旧链接逐条登记', true],
  ['2026-05-14', '沈清和', '评审', 60, '付费与自然的成本怎么比', '累计成本画在一张图上', true],
  ['2026-06-17', '沈清和', '评审', 70, '汇报预演', '写清未达成的两项目标', false],
];
