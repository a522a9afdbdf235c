import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CourseFile } from '../schema/course.ts';
import type { ReportSource } from '../source/course.ts';
import type { SettledReport } from './settle.ts';

/** What one settling depends on, as a hash: this program with its libraries, the course file, and every file of the report. */
export async function reportKey(root: string, source: ReportSource, course: CourseFile): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await programHash());
  hash.update(JSON.stringify(course));
  hash.update(JSON.stringify(source));
  await hashFolder(hash, join(root, 'data', source.report));
  return hash.digest('hex');
}

/** The settled report, when it was last settled from the files of `key` and its downloads still lie there. */
export async function recall(
  folder: string,
  report: string,
  key: string,
  downloads?: string,
): Promise<SettledReport | undefined> {
  try {
    if (downloads && (await readFile(`${downloads}.key`, 'utf8')) !== key) return undefined;
    const kept = JSON.parse(await readFile(join(folder, `${report}.json`), 'utf8')) as Kept;
    return kept.key === key ? kept.settled : undefined;
  } catch {
    // Whatever is wrong with a cache, settling again mends it.
    return undefined;
  }
}

interface Kept {
  key: string;
  settled: SettledReport;
}

/** Keeps what was settled last, one file a report; written aside and renamed, so that no half file is ever recalled. */
export async function remember(folder: string, kept: Kept, downloads?: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, `${kept.settled.report}.json`);
  await writeFile(`${file}.part`, JSON.stringify(kept));
  await rename(`${file}.part`, file);
  if (downloads) await writeFile(`${downloads}.key`, kept.key);
}

let program: Promise<string> | undefined;

/** A change of the program is a change of everything it settled. Read once a process. */
function programHash(): Promise<string> {
  program ??= (async () => {
    const source = join(import.meta.dirname, '..');
    const hash = createHash('sha256');
    hash.update(await readFile(join(source, '..', 'package-lock.json')));
    for (const folder of [
      'base',
      'words',
      'schema',
      'problems',
      'source',
      'data',
      'metrics',
      'charts',
      'markdown',
      'references',
      'report',
    ]) {
      await hashFolder(hash, join(source, folder));
    }
    return hash.digest('hex');
  })();
  return program;
}

/** Names and contents of a folder's files, in order of name; a missing folder counts as empty. */
async function hashFolder(hash: Hash, folder: string): Promise<void> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = items
    .filter((item) => item.isFile())
    .map((item) => join(item.parentPath, item.name))
    .sort();
  for (const file of files) {
    hash.update(`\0${file.slice(folder.length)}\0`);
    await pipeline(createReadStream(file), async (chunks) => {
      for await (const chunk of chunks) hash.update(chunk as Buffer);
    });
  }
}
