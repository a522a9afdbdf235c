import { daySeconds, formatTimestamp } from '../../../plan/term-calendar.ts';
import type { SimulatedTable } from '../../../tables/simulated-table.ts';
import type { World } from '../../../world/world.ts';

/** People who visited in the hours of the incident. */
function countAffected({ sessions }: World, from: number, to: number): number {
  return new Set(sessions.filter(({ at }) => at >= from && at <= to).map(({ person }) => person)).size;
}

export const incidents: SimulatedTable = {
  columns: ['id', 'start', 'end', 'severity', 'cause', 'users_affected', 'public_url', 'actions'],
  rows: (world) => {
    const { tracking } = world.plan.planted;
    const images = 46 * daySeconds + 20 * 3600;
    const pay = 71 * daySeconds + 19 * 3600 + 1200;
    const twice = (tracking?.day ?? 86) * daySeconds + 6 * 3600;
    const row = (
      id: string,
      from: number,
      hours: number,
      severity: string,
      cause: string,
      rest: string[],
    ) => {
      const to = from + Math.round(hours * 3600);
      return [
        id,
        formatTimestamp(from),
        formatTimestamp(to),
        severity,
        cause,
        countAffected(world, from, to),
        ...rest,
      ];
    };
    return [
      row('I1', images, 1.5, 'P2', '打卡页图片超过流量上限', [
        'https://shiguang.example/notice/1',
        '图片压缩后换源，流量上限提前一周核对',
      ]),
      row('I2', pay, 1.75, 'P1', '支付回调证书到期', [
        'https://shiguang.example/notice/2',
        '当晚换证书，逐单回访；证书到期前三十天提醒',
      ]),
      row('I3', twice, 17, 'P2', '统计脚本在注册页触发两次', [
        'https://shiguang.example/notice/3',
        '回退脚本，当日统计数据标注，以数据库为准',
      ]),
    ];
  },
};
