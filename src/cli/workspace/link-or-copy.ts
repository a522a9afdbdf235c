import { cp, link, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

/** One file under two names where the disk can do that: tables may be large. */
export async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => cp(from, to));
}
