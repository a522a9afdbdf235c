import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { findCacheFolder } from './cache-place.ts';

test('the folder is that of the variable, else that of the system', () => {
  expect(findCacheFolder({ FUPAN_CACHE_DIR: 'x', XDG_CACHE_HOME: '/y' }, 'linux', '/home/a')).toBe(
    resolve('x'),
  );
  expect(findCacheFolder({ XDG_CACHE_HOME: '/y' }, 'linux', '/home/a')).toBe(join('/y', 'fupan'));
  expect(findCacheFolder({}, 'linux', '/home/a')).toBe(join('/home/a', '.cache', 'fupan'));
  expect(findCacheFolder({}, 'darwin', '/Users/a')).toBe(join('/Users/a', 'Library', 'Caches', 'fupan'));
  expect(findCacheFolder({ LOCALAPPDATA: 'L' }, 'win32', 'H')).toBe(join('L', 'fupan', 'Cache'));
});
