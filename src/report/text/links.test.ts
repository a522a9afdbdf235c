import { expect, test } from 'vitest';
import { isExternal, resolveInternalLink } from './links.ts';

test.each([
  ['02-planning.mdx#目标', 'planning.html#目标'],
  ['./02-planning.md', 'planning.html'],
  ['planning.html#%E7%9B%AE%E6%A0%87', 'planning.html#目标'],
  ['#目标', '#目标'],
  ['https://a.cn/x', undefined],
  ['mailto:a@b.cn', undefined],
])('%s → %s', (url, expected) => expect(resolveInternalLink(url)).toBe(expected));

test('a host without a scheme is external', () => expect(isExternal('//a.cn/x')).toBe(true));
