import type { Random } from '../random.ts';
import { sortByNumber } from '../sort-by-number.ts';
import { draftMessages, type MessageDraft } from './message-drafts.ts';
import type { Person } from './people.ts';
import { getPayTime } from './session-steps.ts';
import type { Session } from './sessions.ts';
import type { World } from './world.ts';

/** A message sent, and what came of it. Seconds of the term. */
interface Message extends MessageDraft {
  delivered: boolean;
  openedAt?: number;
  clickedAt?: number;
  convertedAt?: number;
  optOut: boolean;
}

/** Most messages of a channel to one user within so many days; e-mail has its own modest cap. */
const caps = { push: { count: 3, days: 7 }, 短信: { count: 2, days: 30 }, 邮件: { count: 2, days: 14 } };

/** Messages that keep within the caps, in order of time. Who visits soon after may have come by the message. */
export function simulateMessages(world: World): Message[] {
  const random = world.random.fork('outreach');
  const known = world.sessions.filter(({ person }) => person.registeredAt !== undefined);
  const visits = Map.groupBy(known, ({ person }) => person);
  return applyCaps(draftMessages(world))
    .sort((a, b) => a.at - b.at || (a.person.id < b.person.id ? -1 : 1))
    .map((draft) => simulateOutcome(random, draft, visits.get(draft.person) ?? []));
}

/** Drafts that may not be dropped come first, then the others by time. */
function applyCaps(drafts: MessageDraft[]): MessageDraft[] {
  const sent = new Map<Person, MessageDraft[]>();
  const byTime = sortByNumber(drafts, ({ at }) => at);
  const order = [...byTime.filter(({ sure }) => sure), ...byTime.filter(({ sure }) => !sure)];
  return order.filter((draft) => {
    const { count, days } = caps[draft.channel];
    const there = sent.get(draft.person);
    if (!there) return sent.set(draft.person, [draft]);
    const near = there.filter(
      ({ channel, at }) => channel === draft.channel && Math.abs(at - draft.at) < days * 86_400,
    );
    return near.length < count && there.push(draft);
  });
}

function simulateOutcome(random: Random, draft: MessageDraft, visits: Session[]): Message {
  const soon = visits.find(({ at }) => at > draft.at + 30 && at < draft.at + 48 * 3600);
  const luck = { click: random.next(), open: random.next(), fail: random.next(), leave: random.next() };
  if (soon && luck.click < 0.42) {
    const openedAt = soon.at - random.int(4, 25);
    const paid = soon.pays ? { convertedAt: getPayTime(soon) } : {};
    return { ...draft, delivered: true, openedAt, clickedAt: soon.at, ...paid, optOut: false };
  }
  const delivered = luck.fail > 0.03;
  if (!delivered || luck.open > openRates[draft.channel]) return { ...draft, delivered, optOut: false };
  const openedAt = draft.at + Math.round(random.logNormal(5000, 1));
  return { ...draft, delivered, openedAt, optOut: luck.leave < 0.03 };
}

/** How often a message that nobody clicks is opened. */
const openRates = { push: 0.11, 短信: 0.3, 邮件: 0.19 };
