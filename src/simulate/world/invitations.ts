import type { Person } from './people.ts';
import type { World } from './world.ts';

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

/** One invitation for everyone who came by 老带新; inviters are older, loyal users. */
export function invitations(world: World): Invitation[] {
  const random = world.random.fork('invitations');
  const visits = new Map<Person, number>();
  for (const session of world.sessions) visits.set(session.person, (visits.get(session.person) ?? 0) + 1);
  const users = world.people.filter((person) => person.registeredAt !== undefined && !person.isTest);
  return users
    .filter((person) => person.channel === '老带新')
    .map((invitee) => {
      const older = users.filter((user) => user.since < invitee.since - 86_400 && user.loyalty > 1.1);
      const activated = (visits.get(invitee) ?? 0) > 1;
      const channel = random.weighted({ 微信群: 6, 朋友圈: 3, QQ空间: 1 });
      const reward = activated ? 1500 : 0;
      return { inviter: random.pick(older), invitee, at: invitee.registeredAt!, channel, activated, reward };
    });
}
