import { type Channel, channelPlans, channels } from '../plan/channels.ts';
import { days, isoDay } from '../term.ts';
import { dayOfSession, type Session } from '../world/sessions.ts';
import { stepsOf } from '../world/steps.ts';
import type { SimulatedTable } from './table.ts';

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
  rows: (world) => {
    const { tracking } = world.plan.planted;
    const cells = new Map<string, Session[]>();
    for (const session of world.sessions) {
      const cell = `${dayOfSession(session)} ${session.channel}`;
      const there = cells.get(cell);
      if (there) there.push(session);
      else cells.set(cell, [session]);
    }
    const all = Array.from({ length: days }, (_, day) => day);
    return all.flatMap((day) =>
      channels
        .filter((channel) => channelPlans[channel].opens <= day)
        .map((channel) =>
          row(day, channel, cells.get(`${day} ${channel}`) ?? [], day === tracking.day ? tracking.factor : 1),
        ),
    );
  },
};

function row(day: number, channel: Channel, sessions: Session[], times: number) {
  const { source, medium } = channelPlans[channel];
  const stays = sessions.map((session) => stepsOf(session).reduce((sum, step) => sum + step.stay, 0));
  const engaged = sessions.filter(
    (session, index) => session.looks || session.registers || stays[index]! >= 10,
  );
  const people = new Set(sessions.map((session) => session.person)).size;
  const stay = stays.reduce((sum, each) => sum + each, 0) / Math.max(sessions.length, 1);
  const registered = sessions.filter((session) => session.registers).length;
  const bounces = sessions.length - engaged.length;
  return [
    isoDay(day),
    source,
    medium,
    sessions.length,
    people,
    engaged.length,
    bounces,
    stay.toFixed(1),
    Math.round(registered * times),
  ];
}
