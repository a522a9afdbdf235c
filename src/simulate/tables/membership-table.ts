import type { Field } from '../output/format-csv.ts';
import { daySeconds, days, formatIsoDay } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import { isUser, type Person } from '../world/people.ts';
import { isRevenueOrder, type Order } from '../world/world-orders.ts';
import { formatYuan, type SimulatedTable } from './simulated-table.ts';

/** Spend of twelve months in 分 from which a level begins. */
const levels = [
  ['普通', 0],
  ['银卡', 8000],
  ['金卡', 20000],
  ['黑金', 42000],
] as const;

/** The programme opens on this day of the term. */
const opens = 35;

/** A row on each day on which a member earned or spent points, and one for everybody on the last day. */
export const membership: SimulatedTable = {
  columns: ['user_id', 'date', 'level', 'points_in', 'points_out', 'balance', 'spend_12m'],
  rows: (world) => {
    const random = world.random.fork('membership');
    const paid = Map.groupBy(world.orders.filter(isRevenueOrder), ({ person }) => person);
    const members = world.people.filter(
      (person) => isUser(person) && (paid.has(person) || random.chance(0.3)),
    );
    return members.flatMap((person) => simulateAccount(random, person, paid.get(person) ?? []));
  },
};

/** A point a 元; some of those who have fifty spend them with an order. */
function simulateAccount(random: Random, person: Person, orders: Order[]): Field[][] {
  const old = person.since < 0 && random.chance(0.35) ? Math.round(random.logNormal(6000, 0.6)) : 0;
  let [spend, balance] = [old, 0];
  const byDay = Map.groupBy(orders, ({ paidAt }) => Math.floor(paidAt! / daySeconds));
  const rows: Field[][] = [];
  const row = (day: number, points: number, out: number) => {
    balance += points - out;
    rows.push([person.id, formatIsoDay(day), getLevel(spend), points, out, balance, formatYuan(spend)]);
  };
  for (const [day, bought] of byDay) {
    const amount = bought.reduce((sum, order) => sum + order.amount, 0);
    spend += amount;
    if (day < opens) continue;
    const out = balance >= 50 && random.chance(0.45) ? Math.floor(balance / 10) * 10 : 0;
    if (day !== days - 1) row(day, Math.floor(amount / 100), out);
  }
  row(days - 1, 0, 0);
  return rows;
}

function getLevel(spend: number): string {
  return levels.findLast(([, from]) => spend >= from)![0];
}
