import { secondOfDay } from '../plan/rhythm.ts';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { daySeconds, days, isoDay, stamp } from '../term.ts';
import type { SimulatedTable } from './table.ts';

type Class = '技术' | '服务' | '建议';

const tags: Record<Class, Record<string, number>> = {
  技术: { 支付失败: 3, 页面打不开: 4, 登录验证码: 3 },
  服务: { 物流延迟: 5, 退换货: 4, 优惠券使用: 4, 商品咨询: 5 },
  建议: { 新品建议: 5, 界面体验: 4, 活动规则: 3 },
};

/** Graded response starts on this day of the term; before it, tickets wait in one queue. */
const graded = 63;

/** Questions and complaints. Late deliveries piled up in the second half of April. */
export const tickets: SimulatedTable = {
  columns: [
    'ticket_id',
    'opened_at',
    'channel',
    'class',
    'priority',
    'tag1',
    'tag2',
    'first_reply_at',
    'closed_at',
    'reopened',
    'agent',
  ],
  rows: (world) => {
    const random = world.random.fork('tickets');
    const weights = Array.from({ length: days }, (_, day) => (1 + day / 70) * (late(day) ? 2.1 : 1));
    const openings = spread(Math.round(486 * world.scale), weights).flatMap((count, day) =>
      Array.from({ length: count }, () => day * daySeconds + secondOfDay(random)),
    );
    return openings
      .sort((a, b) => a - b)
      .map((at, index) => [`t${String(index + 1).padStart(4, '0')}`, stamp(at), ...ticket(random, at)]);
  },
};

const late = (day: number) => day >= 47 && day <= 58;

function ticket(random: Random, at: number) {
  const day = Math.floor(at / daySeconds);
  const kind: Class = random.weighted({ 技术: 24, 服务: late(day) ? 80 : 55, 建议: 21 });
  const tag = late(day) && kind === '服务' && random.chance(0.6) ? '物流延迟' : random.weighted(tags[kind]);
  const hours = day < graded ? { reply: 8.5, close: 33 } : { reply: 1.6, close: 14 };
  const harder = kind === '服务' ? 1 : 1.8;
  const reply = Math.round(random.logNormal(hours.reply, 0.6) * 3600);
  const close = reply + Math.round(random.logNormal(hours.close * harder, 0.62) * 3600);
  const closed = stamp(at + close);
  const channel = random.weighted({ 小程序客服: 5, 公众号留言: 3, 微信群: 2 });
  const agent = random.pick(['M03', 'M07', 'M07']);
  const open = closed > `${isoDay(days)}T00:00:00+08:00`;
  return [
    channel,
    kind,
    priority(kind, tag),
    tag,
    finer(tag, at),
    stamp(at + reply),
    open ? null : closed,
    random.chance(0.05) ? 1 : 0,
    agent,
  ];
}

/** The second level of the taxonomy. A few tickets were never tagged further. */
const second: Record<string, readonly string[]> = {
  支付失败: ['回调超时', '余额不足提示不清', '重复扣款'],
  页面打不开: ['图片加载慢', '白屏', '链接失效'],
  登录验证码: ['收不到', '已过期'],
  物流延迟: ['发货慢', '途中停滞', '派送未联系'],
  退换货: ['尺寸不符', '破损', '流程咨询'],
  优惠券使用: ['门槛不清', '已过期', '不能叠加'],
  商品咨询: ['材质', '库存', '定制'],
  新品建议: ['新款式', '新品类'],
  界面体验: ['查找困难', '字号', '加载'],
  活动规则: ['补签', '成团', '奖励发放'],
};

function finer(tag: string, at: number): string | null {
  const place = Math.imul(at + 1, 2654435761) >>> 12;
  return place % 17 === 0 ? null : second[tag]![place % second[tag]!.length]!;
}

function priority(kind: Class, tag: string): string {
  if (tag === '支付失败') return 'P1';
  if (kind === '技术') return 'P2';
  return kind === '服务' ? 'P3' : 'P4';
}
