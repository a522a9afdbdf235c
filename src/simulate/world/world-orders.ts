import { formatSerial } from '../format-serial.ts';
import { isCampaignRunning } from '../plan/campaign-plan.ts';
import { isOnDays } from '../plan/term-calendar.ts';
import type { Plan } from '../plan/world-plan.ts';
import type { Random } from '../random.ts';
import type { Person } from './people.ts';
import { getSteps } from './session-steps.ts';
import { getSessionDay, type Session } from './sessions.ts';
import type { WorldContext } from './world-context.ts';

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

/** Whether an order was paid and not refunded: such orders are revenue. */
export function isRevenueOrder(order: Order): order is Order & { paidAt: number } {
  return order.paidAt !== undefined && order.status !== 'refunded';
}

/** Prices of the shop in 元. */
const prices = { 19: 4, 29: 8, 39: 8, 49: 7, 59: 6, 79: 5, 99: 4, 129: 3, 168: 2 };

/** Pieces of an order. */
const itemCounts = { 1: 55, 2: 30, 3: 15 };

/** Where an order stands, paid or not. */
const paidStatuses = { paid: 8, shipped: 88, refunded: 4 };
const unpaidStatuses = { placed: 3, cancelled: 7 };

/** One order for each visit that pays, and for some that fill a cart and think again. */
export function simulateOrders({ plan, random }: WorldContext, sessions: Session[]): Order[] {
  const ordering = sessions.filter((session) => session.cart && (session.pays || random.chance(0.12)));
  return ordering
    .map((session) => simulateOrder(plan, random, session))
    .sort((a, b) => a.createdAt - b.createdAt)
    .map((each, index) => ({ ...each, id: formatSerial('o', index + 1, 5) }))
    .map((each, index) => ({ ...each, ...assignCoupon(plan, each, index) }));
}

/** Every discount is a coupon: of the campaign that runs, or of the partner. */
function assignCoupon(
  { campaigns }: Plan,
  { discount, createdAt }: Order,
  index: number,
): { coupon?: string } {
  if (discount === 0) return {};
  const running = campaigns.findIndex((campaign) => isOnDays(campaign, createdAt));
  return { coupon: `q${running < 0 || discount === 500 ? campaigns.length + 1 : running + 1}-${index + 1}` };
}

function simulateOrder(plan: Plan, random: Random, session: Session): Order {
  const items = Number(random.pickWeighted(itemCounts));
  const list = Array.from({ length: items }, () => Number(random.pickWeighted(prices)) * 100);
  const full = list.reduce((sum, price) => sum + price, 0);
  const off = isCampaignRunning(plan, getSessionDay(session)) && random.chance(0.7);
  const joint = off ? 0 : (plan.channels[session.person.channel]?.discount ?? 0);
  const discount = off ? Math.round(full * 0.15) : joint;
  const steps = getSteps(session);
  const createdAt = steps.find((step) => step.event === 'cart')!.at + 12;
  const paidAt = session.pays ? steps.at(-1)!.at : undefined;
  const status = session.pays ? random.pickWeighted(paidStatuses) : random.pickWeighted(unpaidStatuses);
  const money = { amount: full - discount, discount, items };
  return { id: '', person: session.person, createdAt, ...(paidAt && { paidAt }), status, ...money };
}
