import { type Channel, channelPlans, channels } from '../plan/channels.ts';
import type { Planted } from '../plan/planted.ts';
import { intensity, secondOfDay } from '../plan/rhythm.ts';
import { oldUsers, testAccounts } from '../plan/windows.ts';
import type { Random } from '../random.ts';
import { spread } from '../spread.ts';
import { daySeconds, days, monthOf } from '../term.ts';

/** Someone who came. Seconds and days count from the first midnight of the term. */
export interface Person {
  id: string;
  channel: Channel;
  campaign: string;
  /** First seen. */
  since: number;
  /** Unset for those who only looked. */
  registeredAt?: number;
  isTest: boolean;
  /** How often they come back, 1 = as most. */
  loyalty: number;
  /** Set for accounts of the ring: which inviter, which device. */
  ring?: { inviter: number; device: number };
}

/** All who ever register: those of before, the new ones of the term day by day, and test accounts. */
export function makePeople(random: Random, scale: number, { ring }: Planted): Person[] {
  return [
    ...Array.from({ length: Math.round(oldUsers * scale) }, () => oldUser(random)),
    ...channels.flatMap((channel) =>
      newUsers(random, channel, scale, channel === '老带新' ? ring : undefined),
    ),
    ...makeRing(random.fork('ring'), ring),
    ...Array.from({ length: testAccounts }, () =>
      person(random, 'SEO', random.int(0, days - 1), { registers: true, isTest: true }),
    ),
  ];
}

function oldUser(random: Random): Person {
  const channel = random.weighted({ SEM: 3, SEO: 1, 小红书: 2, 抖音: 1, 公众号: 3 });
  return person(random, channel, -random.int(4, 180), { registers: true });
}

/** The ring is part of its channel's number: so many fewer are genuine in its month. */
function newUsers(random: Random, channel: Channel, scale: number, ring?: Planted['ring']): Person[] {
  const daily = dailyRegistrations(random, channel, (count, month) => {
    const made = ring && monthOf(ring.day) === month ? ring.accounts : 0;
    return Math.max(0, Math.round(count * scale) - made);
  });
  return daily.flatMap((count, day) =>
    Array.from({ length: count }, () => person(random, channel, day, { registers: true })),
  );
}

function dailyRegistrations(
  random: Random,
  channel: Channel,
  monthly: (planned: number, month: number) => number,
): number[] {
  const all = Array.from({ length: days }, (_, day) => day);
  const daily = new Array<number>(days).fill(0);
  channelPlans[channel].registrations.forEach((count, month) => {
    const inMonth = all.filter((day) => monthOf(day) === month);
    const weights = inMonth.map((day) => intensity(channel, day) * random.logNormal(1, 0.22));
    const parts = spread(monthly(count, month), weights);
    inMonth.forEach((day, index) => {
      daily[day] = parts[index]!;
    });
  });
  return daily;
}

/** One after the other within an hour of the evening; nobody of them comes back of their own will. */
function makeRing(random: Random, { day, accounts, devices, inviters }: Planted['ring']): Person[] {
  let since = day * daySeconds + 22 * 3600 + random.int(0, 600);
  return Array.from({ length: accounts }, (_, index) => {
    since += random.int(40, 190);
    const registeredAt = since + random.int(20, 60);
    const ring = { inviter: index % inviters, device: index % devices };
    const { campaign } = person(random, '老带新', day);
    return { id: '', channel: '老带新', campaign, since, registeredAt, isTest: false, loyalty: 0, ring };
  });
}

/** A person first seen on a day; registration follows within the session. */
export function person(
  random: Random,
  channel: Channel,
  day: number,
  { registers = false, isTest = false }: { registers?: boolean; isTest?: boolean } = {},
): Person {
  const since = day * daySeconds + secondOfDay(random);
  const registeredAt = registers ? since + random.int(45, 420) : undefined;
  const campaign = campaignOf(random, channel, day);
  const loyalty = random.logNormal(0.85, 0.6);
  return { id: '', channel, campaign, since, ...(registeredAt && { registeredAt }), isTest, loyalty };
}

/** The first live show on 抖音 was a trial of one week. */
export const liveTrial = { channel: '抖音', campaign: '直播首秀', from: 70, to: 76 } as const;

function campaignOf(random: Random, channel: Channel, day: number): string {
  const trial = channel === liveTrial.channel && day >= liveTrial.from && day <= liveTrial.to;
  if (trial && random.chance(0.55)) return liveTrial.campaign;
  return random.weighted(channelPlans[channel].campaigns);
}
