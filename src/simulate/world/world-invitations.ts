import type { Person } from './people.ts';
import type { Session } from './sessions.ts';
import type { WorldContext } from './world-context.ts';

export interface Invitation {
  inviter: Person;
  invitee: Person;
  at: number;
  channel: string;
  /** The guest came a second time. */
  activated: boolean;
  /** 分. */
  reward: number;
}

/** One invitation for everyone who came by invitation; inviters are older, loyal users. `people` are in order of coming. */
export function simulateInvitations(
  { plan, random }: WorldContext,
  people: Person[],
  sessions: Session[],
): Invitation[] {
  const visits = new Map<Person, number>();
  for (const session of sessions) visits.set(session.person, (visits.get(session.person) ?? 0) + 1);
  const users = people.filter((person) => person.registeredAt !== undefined && !person.isTest);
  const loyal = users.filter((user) => user.loyalty > 1.1);
  const ringleaders = random.fork('ring').sample(loyal.slice(0, countBefore(loyal, 0)), 9);
  return users
    .filter((person) => plan.channels[person.channel]?.kind === 'invitation')
    .map((invitee) => {
      const activated = (visits.get(invitee) ?? 0) > 1;
      const channel = random.pickWeighted(plan.sharing);
      // What the rules caught was not paid.
      const reward = activated && !invitee.ring ? 1500 : 0;
      const older = loyal[random.int(0, countBefore(loyal, invitee.since - 86_400) - 1)]!;
      const inviter = invitee.ring ? ringleaders[invitee.ring.inviter]! : older;
      return { inviter, invitee, at: invitee.registeredAt!, channel, activated, reward };
    });
}

/** How many of `people`, in order of coming, came before `at`. */
function countBefore(people: Person[], at: number): number {
  let [low, high] = [0, people.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (people[middle]!.since < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
