import type { Field } from '../output/format-csv.ts';
import { days, formatIsoDay } from '../plan/term-calendar.ts';
import { getSteps } from '../world/session-steps.ts';
import { getSessionDay, type Session } from '../world/sessions.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Visits by day and source, as the analytics tool counts them: engaged = 10 s or two steps. On one day it counts registrations wrongly. */
export const traffic: SimulatedTable = {
  columns: [
    'date',
    'source',
    'medium',
    'sessions',
    'users',
    'engaged_sessions',
    'bounces',
    'avg_engagement_s',
    'conversions',
  ],
  rows: (world) => groupSessions(world).map(({ day, name, own }) => buildRow(world, day, name, own)),
};

/** The same by campaign, with the page it leads to. */
export const landingTraffic: SimulatedTable = {
  columns: [...traffic.columns, 'campaign', 'landing'],
  rows: (world) =>
    groupSessions(world).flatMap(({ day, name, own }) => {
      const { channels, landings = {} } = world.plan;
      const [usual] = Object.keys(channels[name]!.campaigns);
      const by = Map.groupBy(own, ({ person }) => (person.channel === name ? person.campaign : usual!));
      return [...by]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([campaign, part]) => [
          ...buildRow(world, day, name, part),
          campaign,
          landings[campaign] ?? '/',
        ]);
    }),
};

/** Sessions of each day and open channel. */
function groupSessions({ plan, sessions }: World) {
  const byDay = Map.groupBy(sessions, getSessionDay);
  return Array.from({ length: days }, (_, day) => day).flatMap((day) => {
    const byChannel = Map.groupBy(byDay.get(day) ?? [], ({ channel }) => channel);
    return Object.entries(plan.channels)
      .filter(([, { opens }]) => opens <= day)
      .map(([name]) => ({ day, name, own: byChannel.get(name) ?? [] }));
  });
}

function buildRow({ plan }: World, day: number, channel: string, sessions: Session[]): Field[] {
  const { source, medium } = plan.channels[channel]!;
  const { tracking } = plan.planted;
  const times = day === tracking?.day ? tracking.factor : 1;
  let [stay, engaged, registered] = [0, 0, 0];
  for (const session of sessions) {
    const own = getSteps(session).reduce((sum, step) => sum + step.stay, 0);
    stay += own;
    if (session.looks || session.registers || own >= 10) engaged += 1;
    if (session.registers) registered += 1;
  }
  const people = new Set(sessions.map((session) => session.person)).size;
  return [
    formatIsoDay(day),
    source,
    medium,
    sessions.length,
    people,
    engaged,
    sessions.length - engaged,
    (stay / Math.max(sessions.length, 1)).toFixed(1),
    Math.round(registered * times),
  ];
}
