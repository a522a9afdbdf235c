import { apportion } from '../apportion.ts';
import { formatSerial } from '../format-serial.ts';
import { hashNumber } from '../hash.ts';
import type { TicketPlan } from '../plan/audience-plan.ts';
import { drawSecondOfDay } from '../plan/seasonality.ts';
import { daySeconds, days, formatIsoDay, formatTimestamp } from '../plan/term-calendar.ts';
import type { Plan } from '../plan/world-plan.ts';
import type { Random } from '../random.ts';
import type { SimulatedTable } from './simulated-table.ts';

type TicketClass = keyof TicketPlan['tags'];

/** Questions and complaints. One kind of them piles up in the days of trouble. */
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
    const { tickets: plan, trouble } = world.plan;
    const bad = (day: number) => day >= trouble.from && day <= trouble.to;
    const weights = Array.from({ length: days }, (_, day) => (1 + day / 70) * (bad(day) ? 2.1 : 1));
    const openings = apportion(Math.round(plan.count * world.scale), weights).flatMap((count, day) =>
      Array.from({ length: count }, () => day * daySeconds + drawSecondOfDay(random)),
    );
    return openings
      .sort((a, b) => a - b)
      .map((at, index) => [
        formatSerial('t', index + 1, 4),
        formatTimestamp(at),
        ...simulateTicket(random, at, world.plan),
      ]);
  },
};

function simulateTicket(random: Random, at: number, { tickets: plan, trouble }: Plan) {
  const day = Math.floor(at / daySeconds);
  const late = day >= trouble.from && day <= trouble.to;
  const kind: TicketClass = random.pickWeighted({ 技术: 24, 服务: late ? 80 : 55, 建议: 21 });
  const tag =
    late && kind === '服务' && random.chance(0.6)
      ? plan.trouble
      : random.pickWeighted(getTagWeights(plan, kind));
  const hours = day < plan.graded ? plan.hours.before : plan.hours.after;
  const harder = kind === '服务' ? 1 : 1.8;
  const reply = Math.round(random.logNormal(hours.reply, 0.6) * 3600);
  const close = reply + Math.round(random.logNormal(hours.close * harder, 0.62) * 3600);
  const closed = formatTimestamp(at + close);
  const channel = random.pickWeighted(plan.channels);
  const agent = random.pick(plan.agents);
  const open = closed > `${formatIsoDay(days)}T00:00:00+08:00`;
  return [
    channel,
    kind,
    tag === plan.urgent ? 'P1' : priorities[kind],
    tag,
    findSubtag(plan, kind, tag, at),
    formatTimestamp(at + reply),
    open ? null : closed,
    random.chance(0.05) ? 1 : 0,
    agent,
  ];
}

const priorities: Record<TicketClass, string> = { 技术: 'P2', 服务: 'P3', 建议: 'P4' };

function getTagWeights({ tags }: TicketPlan, kind: TicketClass): Record<string, number> {
  return Object.fromEntries(Object.entries(tags[kind]).map(([tag, [weight]]) => [tag, weight]));
}

/** The second level of the taxonomy. A few tickets were never tagged further. */
function findSubtag({ tags }: TicketPlan, kind: TicketClass, tag: string, at: number): string | null {
  const [, ...second] = tags[kind][tag]!;
  const place = hashNumber(at) >>> 12;
  return place % 17 === 0 ? null : second[place % second.length]!;
}
