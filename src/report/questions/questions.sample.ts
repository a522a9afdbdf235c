/** Small tables with all that makes questions hard: blanks, ties, test accounts, refunds, numbers below zero. */

/** Whole numbers that look thrown, the same each time. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

const dice = createDice(20_260_302);
const pick = <T>(all: readonly T[]): T => all[dice(all.length)]!;
const list = <T>(count: number, create: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => create(at));
const pad = (number: number, width = 2) => String(number).padStart(width, '0');

function formatDay(start: string, days: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const formatMoment = (day: string, minutes: number) =>
  `${formatDay(day, Math.floor(minutes / 1440))}T${pad(Math.floor((minutes % 1440) / 60))}:${pad(minutes % 60)}:00+08:00`;

const toCsv = (header: string, rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;

const userIds = list(60, (at) => `u${pad(at + 1)}`);

const users = userIds.map((id, at) => {
  const age = at % 11 === 5 ? '' : 16 + dice(14);
  return `${id},${formatMoment(formatDay('2026-03-02', dice(70)), 480 + dice(900))},${pick(['SEM', 'SEO', '社群', '校园'])},${age},${at % 20 === 7}`;
});

const events = list(520, (at) => {
  const duration = dice(4) === 0 ? '' : dice(300);
  const when = formatMoment(formatDay('2026-03-02', dice(90)), dice(1440));
  return `e${at},${pick(userIds)},s${dice(200)},${pick(['visit', 'visit', 'visit', 'read', 'pay'])},${when},${duration}`;
});

const orders = list(140, (at) => {
  // Some lie a year before; amounts are round, so that several are equal.
  const created = formatDay(at < 35 ? '2025-03-01' : '2026-03-02', dice(at < 35 ? 61 : 88));
  const minutes = dice(1300);
  const isPaid = dice(6) !== 0;
  const status = isPaid ? pick(['paid', 'paid', 'shipped', 'refunded']) : pick(['placed', 'cancelled']);
  const paid = isPaid ? formatMoment(created, minutes + dice(100)) : '';
  const discount = dice(3) === 0 ? '' : dice(20);
  return `o${at},u${pad(1 + dice(45))},${formatMoment(created, minutes)},${paid},${status},${10 * (1 + dice(9))},${discount},${dice(4) === 0 ? `c${dice(40)}` : ''}`;
});

const coupons = list(50, (at) => {
  const issued = formatDay('2026-03-05', dice(40));
  const claimed = dice(5) === 0 ? '' : formatMoment(issued, 600 + dice(3000));
  const redeemed = claimed !== '' && dice(2) === 0 ? formatMoment(issued, 3600 + dice(9000)) : '';
  return `c${at},${pick(['开学', '五一'])},${formatMoment(issued, 540)},${claimed},${redeemed},5`;
});

const contentIds = list(24, (at) => `p${pad(at + 1)}`);

const calendar = contentIds.map((id, at) => {
  const planned = formatDay('2026-03-03', at * 3);
  const published = at % 7 === 6 ? '' : formatMoment(formatDay(planned, dice(3) - 1), 600);
  return `${id},${pick(['公众号', 'B站', '小红书'])},图文,标题${at},${formatMoment(planned, 540)},${published},甲,${published ? '已发布' : '计划'}`;
});

const contentMetrics = contentIds.flatMap((id, at) =>
  list(3, (day) => {
    const reads = dice(8) === 0 ? '' : 20 + dice(400);
    const shares = dice(8) === 0 ? '' : dice(20);
    return `${id},${formatDay('2026-03-04', at * 3 + day)},${reads},${5 * dice(9)},${dice(10)},${shares},${20 + dice(90)}`;
  }),
);

const mentions = list(60, (at) => {
  const [positive, neutral, negative] = [dice(9), dice(20), dice(6)];
  return `${formatDay('2026-03-02', Math.floor(at / 2))},${pick(['微博', '知乎'])},${positive + neutral + negative},${positive},${neutral},${negative},${at % 5 === 0}`;
});

const adSpend = list(80, (at) => {
  const impressions = 100 + dice(2000);
  const clicks = dice(Math.floor(impressions / 10));
  return `${formatDay('2026-03-02', Math.floor(at / 2))},${pick(['SEM', '信息流', '达人'])},计划${dice(4)},${impressions},${clicks},${dice(500)},${dice(clicks + 1)},${dice(900)}`;
});

const tickets = list(70, (at) => {
  const opened = formatDay('2026-03-02', dice(80));
  const minutes = dice(1200);
  const reply = dice(9) === 0 ? '' : formatMoment(opened, minutes + dice(240));
  return `t${at},${formatMoment(opened, minutes)},微信,${pick(['技术', '服务', '建议'])},${pick(['P1', 'P2', 'P3'])},${reply},${dice(3) === 0 ? dice(3) : 0}`;
});

const tasks = list(30, (at) => {
  const start = formatDay('2026-03-02', at * 3);
  const end = formatDay(start, 3 + dice(6));
  const actual = at % 9 === 8 ? '' : formatDay(end, dice(7) - 3);
  return `k${at},任务${at},${pick(['调研', '执行', '收尾'])},m${1 + dice(4)},${start},${end},${actual},${1 + dice(8)}`;
});

const tiers = ['2026-03-31', '2026-04-30', '2026-05-31'].flatMap((day) =>
  userIds.slice(0, 40).map((id) => `${day},${id},${pick(['新', '沉默', '活跃', 'KOC', '流失'])}`),
);

const membership = ['2026-04-30', '2026-05-31'].flatMap((day) =>
  userIds.slice(0, 30).map((id) => `${id},${day},${pick(['普通', '普通', '银', '金'])}`),
);

const stock = list(
  40,
  (at) => `${formatDay('2026-03-02', at)},${pick(['A', 'B'])},${dice(41) - 20},${100 - at}`,
);

/** By file name. */
export const questionTables: Record<string, string> = {
  'users.csv': toCsv('user_id,registered_at,channel,age,is_test', users),
  'events.csv': toCsv('event_id,user_id,session_id,event,ts,duration_s', events),
  'orders.csv': toCsv('order_id,user_id,created_at,paid_at,status,amount,discount,coupon_id', orders),
  'coupons.csv': toCsv('coupon_id,batch,issued_at,claimed_at,redeemed_at,value', coupons),
  'content_calendar.csv': toCsv(
    'content_id,platform,form,title,planned_at,published_at,owner,status',
    calendar,
  ),
  'content_metrics.csv': toCsv('content_id,date,reads,likes,comments,shares,avg_time_s', contentMetrics),
  'mentions.csv': toCsv('date,platform,mentions,positive,neutral,negative,competitor', mentions),
  'ad_spend.csv': toCsv('date,channel,campaign,impressions,clicks,cost,conversions,revenue', adSpend),
  'tickets.csv': toCsv('ticket_id,opened_at,channel,class,priority,first_reply_at,reopened', tickets),
  'tasks.csv': toCsv('task_id,name,phase,owner,start_date,end_date,actual_end,effort_pd', tasks),
  'members.csv': 'member_id,name,role\nm1,甲,运营\nm2,乙,设计\nm3,丙,运营\nm4,丁,数据\n',
  'user_tier_snapshot.csv': toCsv('date,user_id,tier', tiers),
  'membership.csv': toCsv('user_id,date,level', membership),
  'stock.csv': toCsv('date,sku,change,on_hand', stock),
  'benchmarks.csv': 'metric,value\n次日留存率,28.5\n转化率,3.1\n',
};
