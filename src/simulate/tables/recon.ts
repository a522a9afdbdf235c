import type { Field } from '../csv.ts';
import { daySeconds, days, isoDay, stamp } from '../term.ts';
import { countDays } from '../world/counts.ts';
import type { SimulatedTable } from './table.ts';

const definitions: Record<string, string> = {
  '新增用户 业务数据库': '当日完成注册的账号，不含测试账号',
  '新增用户 统计工具': '当日注册成功页的触发次数',
  '访问次数 行为日志': '当日 visit 事件数',
  '访问次数 统计工具': '当日会话数，三十分钟无操作即结束',
  '访问次数 第三方监测': '当日页面首次加载，拦截脚本者不计',
  '支付订单 业务数据库': '当日支付成功的订单',
  '支付订单 行为日志': '当日 pay 事件数',
};

/** Every Wednesday, the same three numbers from all sources. One of them was counted wrongly once. */
export const recon: SimulatedTable = {
  columns: ['date', 'metric', 'source', 'value', 'reference', 'tolerance', 'definition', 'extracted_at'],
  rows: (world) => {
    const random = world.random.fork('recon');
    const { visits, registrations, paidOrders } = countDays(world);
    const { tracking } = world.plan.planted;
    const wednesdays = Array.from({ length: days / 7 }, (_, week) => week * 7 + 2);
    return wednesdays.flatMap((day) => {
      const row = (metric: string, source: string, value: number, tolerance: number | null): Field[] => {
        const wrong = day === tracking.day && metric === tracking.metric && source === tracking.source;
        const shown = Math.round(value * (wrong ? tracking.factor : 1));
        const definition = definitions[`${metric} ${source}`]!;
        const taken = stamp((day + 1) * daySeconds + 9 * 3600);
        return [isoDay(day), metric, source, shown, tolerance !== null, tolerance, definition, taken];
      };
      return [
        row('新增用户', '业务数据库', registrations[day]!, 0.02),
        row('新增用户', '统计工具', registrations[day]!, null),
        row('访问次数', '行为日志', visits[day]!, 0.1),
        row('访问次数', '统计工具', visits[day]!, null),
        row('访问次数', '第三方监测', visits[day]! * (0.925 + 0.06 * random.next()), null),
        row('支付订单', '业务数据库', paidOrders[day]!, 0.01),
        row('支付订单', '行为日志', paidOrders[day]!, null),
      ];
    });
  },
};
