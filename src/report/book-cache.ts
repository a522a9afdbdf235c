import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Cache, type CacheKey, reportDamage } from '../files/cache.ts';
import { findOddFile } from '../files/course-file.ts';
import { hashContent, hashFile } from '../files/folder-files.ts';
import type { CourseFile } from '../schema/course-file.ts';
import { computeProgramHash, hashFolder } from '../source/program-hash.ts';
import type { ReportSource } from '../source/read-course.ts';
import type { BuiltReport } from './build-book.ts';
import type { DataKeys } from './report-data.ts';
import { mediaFolder } from './tables/downloads.ts';

/** What building a report depends on, as hashes. */
interface ReportKeys {
  data: DataKeys;
  /** All that, every text of the report, and images and all else beside its chapters. */
  whole: DataKeys['rules'] & { texts: string; assets: string };
}

/** `digest` of a file, where something remembers it. */
export async function computeReportKeys(
  root: string,
  source: ReportSource,
  course: CourseFile,
  digest?: (file: string) => Promise<string>,
): Promise<ReportKeys> {
  const hashFiles = async (folder: string, isRead: (path: string) => boolean): Promise<string> => {
    const hash = createHash('sha256');
    const options = { isRead, ...(digest && { digest }) };
    if (!findOddFile(root, folder, 'folder')) await hashFolder(hash, join(root, folder), options);
    return hash.digest('hex');
  };
  const data = `data/${source.report}`;
  const program = await computeProgramHash(buildFolders);
  const noted = `${data}/tables.yaml`;
  // A pipe is never read to its end.
  const notes = findOddFile(root, noted, 'file')
    ? ''
    : await (digest ?? hashFile)(join(root, noted)).catch(() => '');
  const tables = await hashFiles(data, (path) => !isTextOfData(path));
  // Images are part of drawings.
  const assets = await hashFiles(source.folder, (path) => !/\.mdx?$/.test(path));
  const rules = { program, course: hashContent(JSON.stringify(course)), tables };
  const whole = { ...rules, texts: hashContent(JSON.stringify(source)), assets };
  return { data: { program, notes, rules }, whole };
}

/** What is asked of the data lies beside them, and is read with the texts. */
const isTextOfData = (path: string): boolean => path === 'metrics.yaml' || path.startsWith('charts/');

/**
 * The report, when it was last built from the files of `key`. With `downloads`, the folder of its tables as CSV, only
 * when each of them still is what was written.
 */
export async function readCache(
  folder: string,
  report: string,
  key: CacheKey,
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
  for (const { sizes } of Object.values(built.book?.images ?? {}))
    for (const { name } of sizes) if (!existsSync(join(downloads, mediaFolder, name))) return undefined;
  return built;
}

/** Keeps what was built last, one file a report. */
export async function writeCache(folder: string, key: CacheKey, built: BuiltReport): Promise<void> {
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
