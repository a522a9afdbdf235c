import { formatSerial } from '../format-serial.ts';
import { drawSecondOfDay } from '../plan/seasonality.ts';
import { daySeconds, formatTimestamp } from '../plan/term-calendar.ts';
import type { Plan } from '../plan/world-plan.ts';
import type { Random } from '../random.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './simulated-table.ts';
import { tickets } from './tickets-table.ts';

/** One row an answer: 0 to 10 "would recommend", and satisfaction 1 to 5. */
export const nps: SimulatedTable = {
  columns: ['resp_id', 'ts', 'score', 'csat', 'context', 'ticket_id', 'comment'],
  rows: (world) => {
    const random = world.random.fork('nps');
    const lucky = world.random.fork('nps tickets');
    const closed = listClosedTickets(world);
    const answers = world.plan.nps.flatMap(({ day, answers, mood }) =>
      Array.from({ length: Math.round(answers * world.scale) }, () => {
        const at = (day + random.int(0, 5)) * daySeconds + drawSecondOfDay(random);
        return { at, ...simulateAnswer(random, mood) };
      }),
    );
    return answers
      .sort((a, b) => a.at - b.at)
      .map(({ at, score, csat, context }, index) => {
        const ticket = context === '工单' ? findAnsweredTicket(lucky, closed, at) : null;
        const comment = drawComment(lucky, world.plan, score);
        return [formatSerial('r', index + 1, 4), formatTimestamp(at), score, csat, context, ticket, comment];
      });
  },
};

function simulateAnswer(random: Random, mood: number) {
  const group = random.pickWeighted({ 推荐: 0.42 + 0.26 * mood, 中立: 0.34, 贬损: 0.24 - 0.24 * mood });
  const score = { 推荐: random.int(9, 10), 中立: random.int(7, 8), 贬损: random.int(2, 6) }[group];
  const csat = Math.max(1, Math.min(5, Math.round(score / 2.2 + 0.4 * random.normal())));
  return { score, csat, context: random.chance(0.3) ? '工单' : '产品' };
}

interface ClosedTicket {
  id: string;
  at: string;
}

/** Tickets with the time of their end, in order of it. */
function listClosedTickets(world: World): ClosedTicket[] {
  const [id, at] = ['ticket_id', 'closed_at'].map((name) => tickets.columns.indexOf(name));
  return tickets
    .rows(world)
    .filter((row) => row[at!] !== null)
    .map((row) => ({ id: String(row[id!]), at: String(row[at!]) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** One of the twenty tickets that were closed last before the answer. */
function findAnsweredTicket(random: Random, closed: ClosedTicket[], at: number): string | null {
  const now = formatTimestamp(at);
  const before = closed.filter((ticket) => ticket.at < now).slice(-20);
  return before.length > 0 ? random.pick(before).id : null;
}

/** One answer in six says why. */
function drawComment(random: Random, { comments }: Plan, score: number): string | null {
  const texts = score >= 9 ? comments.glad : score <= 6 ? comments.sorry : [];
  return random.chance(1 / 6) && texts.length > 0 ? random.pick(texts) : null;
}
