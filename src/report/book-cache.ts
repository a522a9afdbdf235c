import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findOddFile } from '../files/course-file.ts';
import { writeInside, writeWhole } from '../files/door.ts';
import type { CourseFile } from '../schema/course-file.ts';
import { computeProgramHash, hashFolder } from '../source/program-hash.ts';
import type { ReportSource } from '../source/read-course.ts';
import type { BuiltReport } from './build-book.ts';

/** What building a report depends on, as a hash: this program with its libraries, the course file, and every file of the report. */
export async function computeReportKey(
  root: string,
  source: ReportSource,
  course: CourseFile,
): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await computeProgramHash(buildFolders));
  hash.update(JSON.stringify(course));
  hash.update(JSON.stringify(source));
  // Images are part of drawings.
  for (const folder of [`data/${source.report}`, source.folder]) {
    if (!findOddFile(root, folder, 'folder')) await hashFolder(hash, join(root, folder));
  }
  return hash.digest('hex');
}

/** The report, when it was last built from the files of `key` and its downloads still lie there. */
export async function readCache(
  folder: string,
  report: string,
  key: string,
  downloads?: string,
): Promise<BuiltReport | undefined> {
  try {
    if (downloads && (await readFile(`${downloads}.key`, 'utf8')) !== key) return undefined;
    const kept = JSON.parse(await readFile(join(folder, `${report}.json`), 'utf8')) as CacheEntry;
    return kept.key === key ? kept.built : undefined;
  } catch {
    // Whatever is wrong with a cache, building again mends it.
    return undefined;
  }
}

interface CacheEntry {
  key: string;
  built: BuiltReport;
}

/** Keeps what was built last, one file a report; written aside and renamed, so that no half file is ever read. */
export async function writeCache(folder: string, kept: CacheEntry, downloads?: string): Promise<void> {
  await writeWhole(folder, `${kept.built.report}.json`, JSON.stringify(kept));
  if (downloads) await writeInside(dirname(downloads), `${downloads}.key`, kept.key);
}

/** Folders of the program that building goes through; a test follows the imports. */
export const buildFolders = [
  'base',
  'words',
  'schema',
  'problems',
  'source',
  'files',
  'data',
  'metrics',
  'charts',
  'markdown',
  'references',
  'checks',
  'report',
].map((folder) => `src/${folder}`);
