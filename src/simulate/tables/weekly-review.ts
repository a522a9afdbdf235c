import { team } from '../plan/team.ts';
import { isoDay, isoWeek } from '../term.ts';
import type { SimulatedTable } from './table.ts';

/** Week of the term, done, plan, risk, decision, people there. Week 9 was a holiday and has no review. */
const reviews: [week: number, done: string, plan: string, risk: string, decision: string, there: number][] = [
  [1, '分工与访谈提纲', '完成二十场访谈', '样本偏向本校', '补充两所外校访谈', 7],
  [2, '访谈、问卷与历史数据盘点', '评审画像结论', '旧埋点口径不一', '指标一律以事件表重算', 7],
  [3, '指标体系初稿', '确定目标与预算', '目标依据不足', '以上学期为基线定目标', 7],
  [4, '内容排期、渠道预算', '埋点联调', '页面事件命名未同步', '命名表先行，改名须登记', 6],
  [5, '新落地页开工、旧页继续', '埋点返工', '看板延期一周', '每日站会同步接口变更', 7],
  [6, '埋点与看板上线、邀请机制上线', '打卡季预热', '邀请刷量', '奖励改为受邀人回访后发放', 7],
  [7, '打卡季第一周、对照试验开跑', '打卡季第二周', '物流咨询增多', '客服话术统一', 7],
  [8, '打卡季收官、试验达到样本量', '全量上线新落地页', '差评开始集中', '复盘放到五月第一周', 5],
  [10, '工单分级响应上线', '直播试播', '节后流量偏低', '先处理积压工单', 7],
  [11, '直播试播一周', '暂停直播，预算转内容专题', '直播获客成本过高', '直播本学期不再投放', 7],
  [12, '推送文案试验、专题扩充', '毕业季选品', '推送没有差异', '不再为文案开试验', 6],
  [13, '拼团页面与选品', '拼团预热', '库存不足', '与供应商锁定两周库存', 7],
  [14, '毕业季拼团第一周', '拼团第二周', '客服高峰', '增加晚间值守', 7],
  [15, '拼团收官、数据核对', '报告初稿', '指标口径有两处分歧', '以口径表为准重算', 7],
  [16, '报告定稿与预演', '汇报', '无', '图表统一由数据生成', 7],
];

export const weeklyReview: SimulatedTable = {
  columns: ['iso_week', 'date', 'done', 'plan', 'risks', 'decisions', 'attendees'],
  rows: () =>
    reviews.map(([week, done, plan, risks, decisions, there]) => [
      isoWeek((week - 1) * 7),
      isoDay((week - 1) * 7 + 4),
      done,
      plan,
      risks,
      decisions,
      present(week, there),
    ]),
};

/** Who was there: absences go round the team. */
function present(week: number, there: number): string {
  const absent = new Set(
    Array.from({ length: team.length - there }, (_, index) => (week + index) % team.length),
  );
  return team.flatMap(({ name }, index) => (absent.has(index) ? [] : [name])).join(';');
}
