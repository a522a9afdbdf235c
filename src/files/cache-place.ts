import { join, resolve } from 'node:path';

/** The folder for caches of this program, by the custom of the system. */
export function findCacheFolder(
  env: Readonly<Record<string, string | undefined>>,
  platform: NodeJS.Platform,
  home: string,
): string {
  if (env.FUPAN_CACHE_DIR) return resolve(env.FUPAN_CACHE_DIR);
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'fupan', 'Cache');
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'fupan');
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'fupan');
}
