import type { TableWords } from '../../plan/audience-plan.ts';

/** `#` stands for a number. */
export const words: TableWords = {
  published: '已发布',
  cancelled: '取消',
  used: '已采用',
  waiting: '待定',
  sameDevice: { rule: '同设备多账号', evidence: '同一设备 # 个账号', action: '拦截奖励' },
  sameNetwork: { rule: '同网络短时注册', evidence: '一小时内 # 个账号', action: '人工复核' },
};
