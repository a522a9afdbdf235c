import type { SimulatedTable } from './table.ts';

type Session = [
  date: string,
  mentor: string,
  type: string,
  minutes: number,
  topic: string,
  actions: string,
  closed: boolean,
];

const sessions: Session[] = [
  ['2026-03-05', '沈清和', '案例分享', 90, '从访谈到需求：怎样避免只听想听的', '访谈提纲重写', true],
  ['2026-03-19', '沈清和', '评审', 60, '指标体系与目标', '每个指标写明分子分母', true],
  ['2026-04-02', '方既白', '一对一', 40, '埋点命名与联调', '建立事件命名表', true],
  ['2026-04-16', '方既白', '案例分享', 90, '对照试验常见的三个错误', '先算样本量再开试验', true],
  ['2026-05-07', '沈清和', '一对一', 50, '口碑下滑怎么处置', '工单分级与时限', true],
  ['2026-05-21', '沈清和', '评审', 60, '渠道投入产出', '停直播、加内容专题', true],
  ['2026-06-04', '方既白', '一对一', 40, '拼团的风控', '限制同设备成团', true],
  ['2026-06-18', '沈清和', '评审', 80, '汇报预演', '补写未达成目标的原因', false],
];

export const mentorSessions: SimulatedTable = {
  columns: ['date', 'mentor', 'type', 'minutes', 'topic', 'actions', 'closed'],
  rows: () => sessions,
};
