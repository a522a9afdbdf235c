import type { Plan } from '../plan/plan.ts';
import type { TicketPlan } from '../plan/public.ts';
import { secondOfDay } from '../plan/rhythm.ts';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { daySeconds, days, isoDay, stamp } from '../term.ts';
import type { SimulatedTable } from './table.ts';

type Class = keyof TicketPlan['tags'];

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
    const openings = spread(Math.round(plan.count * world.scale), weights).flatMap((count, day) =>
      Array.from({ length: count }, () => day * daySeconds + secondOfDay(random)),
    );
    return openings
      .sort((a, b) => a - b)
      .map((at, index) => [
        `t${String(index + 1).padStart(4, '0')}`,
        stamp(at),
        ...ticket(random, at, world.plan),
      ]);
  },
};

function ticket(random: Random, at: number, { tickets: plan, trouble }: Plan) {
  const day = Math.floor(at / daySeconds);
  const late = day >= trouble.from && day <= trouble.to;
  const kind: Class = random.weighted({ 技术: 24, 服务: late ? 80 : 55, 建议: 21 });
  const tag =
    late && kind === '服务' && random.chance(0.6) ? plan.trouble : random.weighted(weightsOf(plan, kind));
  const hours = day < plan.graded ? plan.hours.before : plan.hours.after;
  const harder = kind === '服务' ? 1 : 1.8;
  const reply = Math.round(random.logNormal(hours.reply, 0.6) * 3600);
  const close = reply + Math.round(random.logNormal(hours.close * harder, 0.62) * 3600);
  const closed = stamp(at + close);
  const channel = random.weighted(plan.channels);
  const agent = random.pick(plan.agents);
  const open = closed > `${isoDay(days)}T00:00:00+08:00`;
  return [
    channel,
    kind,
    tag === plan.urgent ? 'P1' : priorities[kind],
    tag,
    finer(plan, kind, tag, at),
    stamp(at + reply),
    open ? null : closed,
    random.chance(0.05) ? 1 : 0,
    agent,
  ];
}

const priorities: Record<Class, string> = { 技术: 'P2', 服务: 'P3', 建议: 'P4' };

function weightsOf({ tags }: TicketPlan, kind: Class): Record<string, number> {
  return Object.fromEntries(Object.entries(tags[kind]).map(([tag, [weight]]) => [tag, weight]));
}

/** The second level of the taxonomy. A few tickets were never tagged further. */
function finer({ tags }: TicketPlan, kind: Class, tag: string, at: number): string | null {
  const [, ...second] = tags[kind][tag]!;
  const place = Math.imul(at + 1, 2654435761) >>> 12;
  return place % 17 === 0 ? null : second[place % second.length]!;
}
