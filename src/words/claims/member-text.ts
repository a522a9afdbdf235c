/** Names and amounts side by side, with the space that keeps them apart. */
import type { Member } from '../../base/claims/claim.ts';

/** `SEM 29,865 元`: a name and its amount never touch. */
export function joinNames(left: string, right: string): string {
  if (left === '' || right === '') return `${left}${right}`;
  return /[\s：（，、“”]$/u.test(left) || /^[\s：（，、“”]/u.test(right)
    ? `${left}${right}`
    : `${left} ${right}`;
}

export function listMembers(members: readonly Pick<Member, 'name' | 'text'>[], comma: string): string {
  return members.map(({ name, text }) => joinNames(name, text)).join(comma);
}
