import { apportion } from '../apportion.ts';
import { findTrialCampaign } from '../plan/campaign-plan.ts';
import type { ChannelPlan } from '../plan/channel-plan.ts';
import { computeIntensity, drawSecondOfDay } from '../plan/seasonality.ts';
import { daySeconds, days, getMonth } from '../plan/term-calendar.ts';
import type { WorldContext } from './world-context.ts';

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

/** Someone with an account of their own. */
export type RegisteredUser = Person & { registeredAt: number };

/** Whether someone has registered, and not for a test. */
export function isUser(person: Person): person is RegisteredUser {
  return person.registeredAt !== undefined && !person.isTest;
}

/** All who ever register: those of before, the new ones of the term day by day, and test accounts. */
export function simulatePeople(context: WorldContext): Person[] {
  const { plan, random } = context;
  const [organic] = Object.keys(plan.channels).filter((name) => plan.channels[name]!.kind === 'organic');
  return [
    ...simulateOldUsers(context),
    ...Object.keys(plan.channels).flatMap((channel) => simulateNewUsers(context, channel)),
    ...simulateRing({ ...context, random: random.fork('ring') }),
    ...Array.from({ length: plan.testAccounts }, () =>
      simulatePerson(context, organic!, random.int(0, days - 1), { registers: true, isTest: true }),
    ),
  ];
}

function simulateOldUsers(context: WorldContext): Person[] {
  const { plan, random, scale } = context;
  const weights = Object.fromEntries(
    Object.entries(plan.channels).map(([name, { before }]) => [name, before]),
  );
  return Array.from({ length: Math.round(plan.oldUsers * scale) }, () =>
    simulatePerson(context, random.pickWeighted(weights), -random.int(4, 180), { registers: true }),
  );
}

function simulateNewUsers(context: WorldContext, channel: string): Person[] {
  return apportionRegistrations(context, context.plan.channels[channel]!).flatMap((count, day) =>
    Array.from({ length: count }, () => simulatePerson(context, channel, day, { registers: true })),
  );
}

/** The ring is part of its channel's number: so many fewer are genuine in its month. */
function apportionRegistrations({ plan, random, scale }: WorldContext, channel: ChannelPlan): number[] {
  const all = Array.from({ length: days }, (_, day) => day);
  const daily = new Array<number>(days).fill(0);
  const { ring } = plan.planted;
  channel.registrations.forEach((count, month) => {
    const inMonth = all.filter((day) => getMonth(day) === month);
    const weights = inMonth.map((day) => computeIntensity(plan, channel, day) * random.logNormal(1, 0.22));
    const ringAccounts =
      ring && channel.kind === 'invitation' && getMonth(ring.day) === month ? ring.accounts : 0;
    const parts = apportion(Math.max(0, Math.round(count * scale) - ringAccounts), weights);
    inMonth.forEach((day, index) => {
      daily[day] = parts[index]!;
    });
  });
  return daily;
}

/** One after the other within an hour of the evening; nobody of them comes back of their own will. */
function simulateRing(context: WorldContext): Person[] {
  const { plan, random } = context;
  const { ring: planned } = plan.planted;
  const channel = Object.keys(plan.channels).find((name) => plan.channels[name]!.kind === 'invitation');
  if (!planned || channel === undefined) return [];
  const { day, accounts, devices, inviters } = planned;
  let since = day * daySeconds + 22 * 3600 + random.int(0, 600);
  return Array.from({ length: accounts }, (_, index) => {
    since += random.int(40, 190);
    const registeredAt = since + random.int(20, 60);
    const ring = { inviter: index % inviters, device: index % devices };
    const { campaign } = simulatePerson(context, channel, day);
    return { id: '', channel, campaign, since, registeredAt, isTest: false, loyalty: 0, ring };
  });
}

/** A person first seen on a day; registration follows within the session. */
export function simulatePerson(
  context: WorldContext,
  channel: string,
  day: number,
  { registers = false, isTest = false }: { registers?: boolean; isTest?: boolean } = {},
): Person {
  const { random } = context;
  const since = day * daySeconds + drawSecondOfDay(random);
  const registeredAt = registers ? since + random.int(45, 420) : undefined;
  const campaign = drawCampaign(context, channel, day);
  const loyalty = random.logNormal(0.85, 0.6);
  return { id: '', channel, campaign, since, registeredAt, isTest, loyalty };
}

function drawCampaign({ plan, random }: WorldContext, channel: string, day: number): string {
  const tried = findTrialCampaign(plan, channel, day);
  if (tried !== undefined && random.chance(0.55)) return tried;
  return random.pickWeighted(plan.channels[channel]!.campaigns);
}
