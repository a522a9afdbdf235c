/** Names and amounts side by side, with the space that keeps them apart. */
import type { Member } from '../../base/claims/claim.ts';
import type { Language } from '../../base/language.ts';
import { spaced } from '../spaced.ts';

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

/** More names than these are a number. */
export const mostNames = 3;

/** `甲、乙`; of many the first, and how many there are: `甲、乙、丙等 5 项`. */
export function nameSome(members: readonly Pick<Member, 'name'>[], language: Language): string {
  const names = members.slice(0, mostNames).map(({ name }) => name);
  if (members.length <= mostNames) return names.join(language === 'zh' ? '、' : ', ');
  return language === 'zh'
    ? spaced`${names.join('、')}等${members.length}项`
    : `${names.join(', ')} and others, ${members.length} in all`;
}
