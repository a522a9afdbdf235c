import type { ChannelPlan } from '../plan/channels.ts';
import { intensity, secondOfDay } from '../plan/rhythm.ts';
import { spread } from '../spread.ts';
import { daySeconds, days, monthOf } from '../term.ts';
import type { Making } from './making.ts';

/** Someone who came. Seconds and days count from the first midnight of the term. */
export interface Person {
  id: string;
  channel: string;
  campaign: string;
  /** First seen. */
  since: number;
  /** Unset for those who only looked. */
  registeredAt: number | undefined;
  isTest: boolean;
  /** How often they come back, 1 = as most. */
  loyalty: number;
  /** Set for accounts of the ring: which inviter, which device. */
  ring?: { inviter: number; device: number };
}

/** All who ever register: those of before, the new ones of the term day by day, and test accounts. */
export function makePeople(making: Making): Person[] {
  const { plan, random } = making;
  const [organic] = Object.keys(plan.channels).filter((name) => plan.channels[name]!.kind === 'organic');
  return [
    ...oldUsers(making),
    ...Object.keys(plan.channels).flatMap((channel) => newUsers(making, channel)),
    ...makeRing({ ...making, random: random.fork('ring') }),
    ...Array.from({ length: plan.testAccounts }, () =>
      person(making, organic!, random.int(0, days - 1), { registers: true, isTest: true }),
    ),
  ];
}

function oldUsers(making: Making): Person[] {
  const { plan, random, scale } = making;
  const weights = Object.fromEntries(
    Object.entries(plan.channels).map(([name, { before }]) => [name, before]),
  );
  return Array.from({ length: Math.round(plan.oldUsers * scale) }, () =>
    person(making, random.weighted(weights), -random.int(4, 180), { registers: true }),
  );
}

function newUsers(making: Making, channel: string): Person[] {
  return dailyRegistrations(making, making.plan.channels[channel]!).flatMap((count, day) =>
    Array.from({ length: count }, () => person(making, channel, day, { registers: true })),
  );
}

/** The ring is part of its channel's number: so many fewer are genuine in its month. */
function dailyRegistrations({ plan, random, scale }: Making, channel: ChannelPlan): number[] {
  const all = Array.from({ length: days }, (_, day) => day);
  const daily = new Array<number>(days).fill(0);
  const { ring } = plan.planted;
  channel.registrations.forEach((count, month) => {
    const inMonth = all.filter((day) => monthOf(day) === month);
    const weights = inMonth.map((day) => intensity(plan, channel, day) * random.logNormal(1, 0.22));
    const made = ring && channel.kind === 'invitation' && monthOf(ring.day) === month ? ring.accounts : 0;
    const parts = spread(Math.max(0, Math.round(count * scale) - made), weights);
    inMonth.forEach((day, index) => {
      daily[day] = parts[index]!;
    });
  });
  return daily;
}

/** One after the other within an hour of the evening; nobody of them comes back of their own will. */
function makeRing(making: Making): Person[] {
  const { plan, random } = making;
  const { ring: planned } = plan.planted;
  const channel = Object.keys(plan.channels).find((name) => plan.channels[name]!.kind === 'invitation');
  if (!planned || channel === undefined) return [];
  const { day, accounts, devices, inviters } = planned;
  let since = day * daySeconds + 22 * 3600 + random.int(0, 600);
  return Array.from({ length: accounts }, (_, index) => {
    since += random.int(40, 190);
    const registeredAt = since + random.int(20, 60);
    const ring = { inviter: index % inviters, device: index % devices };
    const { campaign } = person(making, channel, day);
    return { id: '', channel, campaign, since, registeredAt, isTest: false, loyalty: 0, ring };
  });
}

/** A person first seen on a day; registration follows within the session. */
export function person(
  making: Making,
  channel: string,
  day: number,
  { registers = false, isTest = false }: { registers?: boolean; isTest?: boolean } = {},
): Person {
  const { random } = making;
  const since = day * daySeconds + secondOfDay(random);
  const registeredAt = registers ? since + random.int(45, 420) : undefined;
  const campaign = campaignOf(making, channel, day);
  const loyalty = random.logNormal(0.85, 0.6);
  return { id: '', channel, campaign, since, registeredAt, isTest, loyalty };
}

function campaignOf({ plan, random }: Making, channel: string, day: number): string {
  const { trial } = plan;
  const tried = trial && channel === trial.channel && day >= trial.from && day <= trial.to;
  if (tried && random.chance(0.55)) return trial.campaign;
  return random.weighted(plan.channels[channel]!.campaigns);
}
