import { campaignOn } from '../plan/campaigns.ts';
import type { Plan } from '../plan/plan.ts';
import type { Random } from '../random.ts';
import type { Making } from './making.ts';
import type { Person } from './people.ts';
import { dayOfSession, type Session } from './sessions.ts';
import { stepsOf } from './steps.ts';

/** An order, paid or not. Money in 分. */
export interface Order {
  id: string;
  person: Person;
  createdAt: number;
  paidAt?: number;
  status: 'placed' | 'paid' | 'shipped' | 'refunded' | 'cancelled';
  amount: number;
  discount: number;
  items: number;
  /** The coupon it was paid with. */
  coupon?: string;
}

/** Prices of the shop in 元. */
const prices = { 19: 4, 29: 8, 39: 8, 49: 7, 59: 6, 79: 5, 99: 4, 129: 3, 168: 2 };

/** Pieces of an order. */
const pieces = { 1: 55, 2: 30, 3: 15 };

/** Where an order stands, paid or not. */
const paid = { paid: 8, shipped: 88, refunded: 4 };
const unpaid = { placed: 3, cancelled: 7 };

/** One order for each visit that pays, and for some that fill a cart and think again. */
export function placeOrders({ plan, random }: Making, sessions: Session[]): Order[] {
  const ordering = sessions.filter((session) => session.cart && (session.pays || random.chance(0.12)));
  return ordering
    .map((session) => order(plan, random, session))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((each, index) => ({ ...each, id: `o${String(index + 1).padStart(5, '0')}` }))
    .map((each, index) => ({ ...each, ...couponOf(plan, each, index) }));
}

/** Every discount is a coupon: of the campaign that runs, or of the partner. */
function couponOf({ campaigns }: Plan, { discount, createdAt }: Order, index: number): { coupon?: string } {
  if (discount === 0) return {};
  const running = campaigns.findIndex(
    ({ from, to }) => from * 86_400 <= createdAt && createdAt < (to + 1) * 86_400,
  );
  return { coupon: `q${running < 0 || discount === 500 ? campaigns.length + 1 : running + 1}-${index + 1}` };
}

function order(plan: Plan, random: Random, session: Session): Order {
  const items = Number(random.weighted(pieces));
  const list = Array.from({ length: items }, () => Number(random.weighted(prices)) * 100);
  const full = list.reduce((sum, price) => sum + price, 0);
  const off = campaignOn(plan, dayOfSession(session)) && random.chance(0.7);
  const joint = off ? 0 : (plan.channels[session.person.channel]?.discount ?? 0);
  const discount = off ? Math.round(full * 0.15) : joint;
  const steps = stepsOf(session);
  const createdAt = steps.find((step) => step.event === 'cart')!.at + 12;
  const paidAt = session.pays ? steps.at(-1)!.at : undefined;
  const status = session.pays ? random.weighted(paid) : random.weighted(unpaid);
  const money = { amount: full - discount, discount, items };
  return { id: '', person: session.person, createdAt, ...(paidAt && { paidAt }), status, ...money };
}
