import { hashNumber } from '../hash.ts';
import { daySeconds } from '../plan/term-calendar.ts';
import type { VisitEvent } from '../plan/visit-event.ts';
import type { Session, Step } from './sessions.ts';

/**
 * The events of a visit in order. Gaps come from the session's own numbers, not from a random
 * stream: an order and its event must agree on the second, whoever asks first. Five tables ask: a visit keeps them,
 * and is not changed once asked.
 */
export function getSteps(session: Session): readonly Step[] {
  session.steps ??= buildSteps(session);
  return session.steps;
}

function buildSteps(session: Session): Step[] {
  const names: VisitEvent[] = ['visit'];
  if (session.looks) names.push('view');
  if (session.registers) names.push('register');
  if (session.cart) names.push('cart');
  if (session.pays) names.push('pay');
  let at = session.at;
  return names.map((event, index) => {
    const stay =
      index === names.length - 1 ? computeLastStay(session, names.length) : computeGap(session, index);
    const step = { event, at, stay };
    at += stay;
    return step;
  });
}

/** The second in which a visit paid, or would have. */
export function getPayTime(session: Session): number {
  return getSteps(session).at(-1)!.at;
}

/** Registration stands where the person's record says; everything else within minutes. */
function computeGap(session: Session, index: number): number {
  const { registeredAt = session.at + 100, since } = session.person;
  if (!session.registers) return 25 + (computeNoise(session, index) % 210);
  const toRegister = registeredAt - since;
  if (!session.looks) return index === 0 ? toRegister : 25 + (computeNoise(session, index) % 210);
  const half = Math.floor(toRegister / 2);
  return [half, toRegister - half][index] ?? 25 + (computeNoise(session, index) % 210);
}

function computeLastStay(session: Session, steps: number): number {
  const number = computeNoise(session, 9);
  if (steps === 1) return 2 + (number % 8) * ((number >>> 5) % 9);
  return 15 + (number % 160);
}

function computeNoise(session: Session, salt: number): number {
  return hashNumber(session.at % daySeconds, salt) >>> 8;
}
