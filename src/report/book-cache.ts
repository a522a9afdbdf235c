import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Cache, reportDamage } from '../files/cache.ts';
import { findOddFile } from '../files/course-file.ts';
import { hashFile } from '../files/folder-files.ts';
import type { CourseFile } from '../schema/course-file.ts';
import { computeProgramHash, hashFolder } from '../source/program-hash.ts';
import type { ReportSource } from '../source/read-course.ts';
import type { BuiltReport } from './build-book.ts';

/** What building a report depends on, as hashes. */
interface ReportKeys {
  /** This program with its libraries, the course file, and every data file of the report. */
  data: string;
  /** All that, and every other file of the report. */
  whole: string;
}

export async function computeReportKeys(
  root: string,
  source: ReportSource,
  course: CourseFile,
): Promise<ReportKeys> {
  const hash = createHash('sha256');
  const addFolder = async (folder: string): Promise<void> => {
    if (!findOddFile(root, folder, 'folder')) await hashFolder(hash, join(root, folder));
  };
  hash.update(await computeProgramHash(buildFolders));
  hash.update(JSON.stringify(course));
  await addFolder(`data/${source.report}`);
  const data = hash.copy().digest('hex');
  hash.update(JSON.stringify(source));
  // Images are part of drawings.
  await addFolder(source.folder);
  return { data, whole: hash.digest('hex') };
}

/**
 * The report, when it was last built from the files of `key`. With `downloads`, the folder of its tables as CSV, only
 * when each of them still is what was written.
 */
export async function readCache(
  folder: string,
  report: string,
  key: string,
  downloads?: string,
): Promise<BuiltReport | undefined> {
  const built = new Cache(folder).readJson<BuiltReport>(`${report}.json`, key);
  if (!built || downloads === undefined) return built;
  for (const { name, download } of built.book?.datasets ?? []) {
    const file = join(downloads, `${name}.csv`);
    if (download && (await hashFile(file).catch(() => '')) === download.sha256) continue;
    reportDamage(file);
    return undefined;
  }
  return built;
}

/** Keeps what was built last, one file a report. */
export async function writeCache(folder: string, key: string, built: BuiltReport): Promise<void> {
  await new Cache(folder).writeJson(`${built.report}.json`, key, built);
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
