import type { TableWords, TraitShares } from '../plan/audience-plan.ts';

/** Who the users of the labs that write in Chinese are. */
export const chineseTraits: TraitShares = {
  device: { Android: 52, iOS: 38, 网页: 10 },
  gender: [
    { 女: 66, 男: 30, 未填: 4 },
    { 女: 58, 男: 38, 未填: 4 },
  ],
  age: { '18岁以下': 3, '18-22岁': 54, '23-26岁': 27, '27-35岁': 12, '35岁以上': 4 },
  student: {
    word: '学生',
    share: { '18岁以下': 0.93, '18-22岁': 0.93, '23-26岁': 0.45, '27-35岁': 0.05, '35岁以上': 0.05 },
  },
  occupation: { 企业职员: 6, 教师: 2, 自由职业: 2, 其他: 1 },
  city: { 一线: 18, 新一线: 31, 二线: 27, 三线及以下: 24 },
};

/** `#` stands for a number. */
export const chineseWords: TableWords = {
  published: '已发布',
  cancelled: '取消',
  used: '已采用',
  waiting: '待定',
  sameDevice: { rule: '同设备多账号', evidence: '同一设备 # 个账号', action: '拦截奖励' },
  sameNetwork: { rule: '同网络短时注册', evidence: '一小时内 # 个账号', action: '人工复核' },
};
