import type { Field } from '../csv.ts';
import type { Random } from '../random.ts';
import { daySeconds, stamp } from '../term.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './table.ts';

/** Who saw which arm of which trial; what they did then stands in `events`. */
export const experimentUsers: SimulatedTable = {
  columns: ['exp_id', 'arm', 'user_id', 'assigned_at'],
  rows: (world) => {
    const random = world.random.fork('experiments');
    return [...landingPage(random, world), ...pushText(random, world)].sort((a, b) =>
      String(a[3]) < String(b[3]) ? -1 : 1,
    );
  },
};

/**
 * New landing page against the old one, two weeks, everyone who comes for the first time.
 * The world already knows who registers, so the better page shows as more of them in its arm.
 */
function landingPage(random: Random, { people }: World): Field[][] {
  const first = people.filter(
    ({ since, isTest }) => !isTest && since >= 42 * daySeconds && since < 56 * daySeconds,
  );
  return first.map((person) => {
    const toNew = person.registeredAt === undefined ? 0.488 : 0.588;
    return ['LP', random.chance(toNew) ? '新版' : '旧版', person.id, stamp(person.since)];
  });
}

/** Question against statement in a push message, sent to all users one noon; it made no difference. */
function pushText(random: Random, { people }: World): Field[][] {
  const sentAt = 80 * daySeconds + 12 * 3600;
  const receivers = people.filter(
    ({ registeredAt, isTest }) => !isTest && (registeredAt ?? Infinity) < sentAt,
  );
  return receivers.map((person) => [
    'PUSH',
    random.chance(0.5) ? '提问式' : '陈述式',
    person.id,
    stamp(sentAt),
  ]);
}
