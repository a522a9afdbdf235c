import type { EventName } from '../plan/visits.ts';
import { daySeconds } from '../term.ts';
import type { Session, Step } from './sessions.ts';

/**
 * The events of a visit in order. Gaps come from the session's own numbers, not from a random
 * stream: an order and its event must agree on the second, whoever asks first. Five tables ask: a visit keeps them,
 * and is not changed once asked.
 */
export function stepsOf(session: Session): readonly Step[] {
  session.steps ??= made(session);
  return session.steps;
}

function made(session: Session): Step[] {
  const names: EventName[] = ['visit'];
  if (session.looks) names.push('view');
  if (session.registers) names.push('register');
  if (session.cart) names.push('cart');
  if (session.pays) names.push('pay');
  let at = session.at;
  return names.map((event, index) => {
    const stay = index === names.length - 1 ? lastStay(session, names.length) : gap(session, index);
    const step = { event, at, stay };
    at += stay;
    return step;
  });
}

/** The second in which a visit paid, or would have. */
export function payTime(session: Session): number {
  return stepsOf(session).at(-1)!.at;
}

/** Registration stands where the person's record says; everything else within minutes. */
function gap(session: Session, index: number): number {
  const { registeredAt = session.at + 100, since } = session.person;
  if (!session.registers) return 25 + (noise(session, index) % 210);
  const toRegister = registeredAt - since;
  if (!session.looks) return index === 0 ? toRegister : 25 + (noise(session, index) % 210);
  const half = Math.floor(toRegister / 2);
  return [half, toRegister - half][index] ?? 25 + (noise(session, index) % 210);
}

function lastStay(session: Session, steps: number): number {
  const number = noise(session, 9);
  if (steps === 1) return 2 + (number % 8) * ((number >>> 5) % 9);
  return 15 + (number % 160);
}

function noise(session: Session, salt: number): number {
  return Math.imul((session.at % daySeconds) + 1, 2654435761 + salt * 40503) >>> 8;
}
