import { attributes } from './html.ts';

/** Attributes of a box that may scroll sideways: reachable by keyboard and named for those who do not see it. */
export function reader(label: string): string {
  return attributes({ tabindex: 0, role: 'group', 'aria-label': label || 'table' });
}
