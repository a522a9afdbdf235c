import { daySeconds, days } from '../plan/term-calendar.ts';
import { getTrails } from './activity-trails.ts';
import { getChurnScores } from './churn-scoring.ts';
import type { Person } from './people.ts';
import { assignPushTrial } from './trial-assignment.ts';
import type { World } from './world.ts';

/** A message that one of the journeys asks for. */
export interface MessageDraft {
  person: Person;
  at: number;
  channel: 'push' | '短信' | '邮件';
  journey: string;
  segment: string;
  /** Not dropped when others have filled the cap. */
  sure: boolean;
}

const toTermSecond = (day: number, hour: number) => day * daySeconds + hour * 3600;

/** What all journeys ask for, before caps. */
export function draftMessages(world: World): MessageDraft[] {
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
    .filter(({ registeredAt, isTest, ring }) => (registeredAt ?? -1) >= 0 && !isTest && !ring)
    .map((person) => {
      const at = toTermSecond(Math.floor(person.registeredAt! / daySeconds) + 1, 19);
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
  const trails = [...getTrails(world)].filter(([{ isTest, ring }]) => !isTest && !ring);
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
