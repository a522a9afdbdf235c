import { renderAttributes } from './escape-html.ts';

/** Attributes of a box that may scroll sideways: reachable by keyboard and named for those who do not see it. */
export function scrollable(label: string): string {
  return renderAttributes({ tabindex: 0, role: 'group', 'aria-label': label || 'table' });
}
