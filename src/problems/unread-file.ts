import type { Problem } from '../base/problem.ts';
import type { catalog } from './catalog.ts';

/** Problems that keep a text file from being read at all: what is named in it is then missing everywhere. */
const unreadIds: readonly (keyof typeof catalog)[] = [
  'yaml-syntax',
  'yaml-trouble',
  'yaml-repeated',
  'yaml-endless',
  'metrics-file-invalid',
  'front-matter-language',
  'front-matter-unclosed',
  'front-matter-unopened',
  'front-matter-shape',
  'text-encoding',
  'merge-conflict',
];

/** Whether a problem is the cause of others. */
export function isUnreadFile({ id }: Pick<Problem, 'id'>): boolean {
  return (unreadIds as readonly string[]).includes(id);
}
