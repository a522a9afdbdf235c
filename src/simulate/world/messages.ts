import { daySeconds, days } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import { sortByNumber } from '../sort-by-number.ts';
import { getTrails } from './activity-trails.ts';
import { getChurnScores } from './churn-scoring.ts';
import { isUser, type Person } from './people.ts';
import { getPayTime } from './session-steps.ts';
import type { Session } from './sessions.ts';
import { assignPushTrial } from './trial-assignment.ts';
import type { World } from './world.ts';

/** A message that one of the journeys asks for. */
interface MessageDraft {
  person: Person;
  at: number;
  channel: 'push' | '短信' | '邮件';
  journey: string;
  segment: string;
  /** Not dropped when others have filled the cap. */
  sure: boolean;
}

/** A message sent, and what came of it. Seconds of the term. */
interface Message extends MessageDraft {
  delivered: boolean;
  openedAt?: number;
  clickedAt?: number;
  convertedAt?: number;
  optOut: boolean;
}

/** Most messages of a channel to one user within so many days; e-mail has its own modest cap. */
const caps = {
  push: { count: 3, within: 7 },
  短信: { count: 2, within: 30 },
  邮件: { count: 2, within: 14 },
};

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
    const { count, within } = caps[draft.channel];
    const earlier = sent.get(draft.person);
    if (!earlier) return sent.set(draft.person, [draft]);
    const near = earlier.filter(
      ({ channel, at }) => channel === draft.channel && Math.abs(at - draft.at) < within * daySeconds,
    );
    return near.length < count && earlier.push(draft);
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

const toTermSecond = (day: number, hour: number) => day * daySeconds + hour * 3600;

/** What all journeys ask for, before caps. */
function draftMessages(world: World): MessageDraft[] {
  return [
    ...draftTrialMessages(world),
    ...draftWinBackMessages(world),
    ...draftWelcomeMessages(world),
    ...draftPaymentReminders(world),
    ...draftReactivationMessages(world),
    ...draftCampaignMessages(world),
  ].filter(({ at }) => at < toTermSecond(days - 1, 12));
}

function draftTrialMessages(world: World): MessageDraft[] {
  return assignPushTrial(world).map(({ person, at }) => {
    return { person, at, channel: 'push', journey: '文案试验', segment: '全部用户', sure: true };
  });
}

function draftWinBackMessages(world: World): MessageDraft[] {
  const at = toTermSecond((world.plan.planted.winBack?.day ?? 0) + 1, 10);
  return getChurnScores(world)
    .filter(({ treated }) => treated)
    .map(({ user }) => ({
      person: user,
      at,
      channel: '短信',
      journey: '流失挽回',
      segment: '流失高风险',
      sure: true,
    }));
}

/** The evening after registration. */
function draftWelcomeMessages({ people }: World): MessageDraft[] {
  return people
    .filter(isUser)
    .filter(({ registeredAt, ring }) => registeredAt >= 0 && !ring)
    .map((person) => {
      const at = toTermSecond(Math.floor(person.registeredAt / daySeconds) + 1, 19);
      return { person, at, channel: 'push', journey: '新客引导', segment: '新用户', sure: false };
    });
}

/** Two hours after an order that was not paid. */
function draftPaymentReminders({ orders }: World): MessageDraft[] {
  return orders
    .filter(({ paidAt, createdAt }) => paidAt === undefined && createdAt >= toTermSecond(35, 0))
    .map(({ person, createdAt }) => {
      return {
        person,
        at: createdAt + 7200,
        channel: '短信',
        journey: '未完成订单提醒',
        segment: '下单未付',
        sure: false,
      };
    });
}

/** Mondays at eight in the evening: who was last seen three weeks ago. */
function draftReactivationMessages(world: World): MessageDraft[] {
  const trails = [...getTrails(world)].filter(([person]) => isUser(person) && !person.ring);
  const mondays = Array.from({ length: days / 7 - 6 }, (_, week) => (week + 6) * 7);
  return mondays.flatMap((day) =>
    trails.flatMap(([person, { days: visits }]): MessageDraft[] => {
      const last = visits.findLast((each) => each < day);
      if (last === undefined || day - last < 21 || day - last > 27) return [];
      const channel = person.since % 3 === 0 ? '邮件' : 'push';
      return [
        { person, at: toTermSecond(day, 20), channel, journey: '沉默唤醒', segment: '沉默用户', sure: false },
      ];
    }),
  );
}

/** Noon of the first day of both campaigns, to those who came in the two weeks before. */
function draftCampaignMessages(world: World): MessageDraft[] {
  const trails = getTrails(world);
  return world.plan.campaigns.flatMap(({ from: day }) =>
    [...trails].flatMap(([person, { days: visits }]): MessageDraft[] => {
      if (person.registeredAt === undefined || person.registeredAt > toTermSecond(day, 0)) return [];
      if (!visits.some((each) => each < day && each >= day - 14)) return [];
      return [
        {
          person,
          at: toTermSecond(day, 12),
          channel: 'push',
          journey: '活动通知',
          segment: '活跃用户',
          sure: false,
        },
      ];
    }),
  );
}
