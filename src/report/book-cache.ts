import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { Cache, reportDamage } from '../files/cache.ts';
import { findOddFile } from '../files/course-file.ts';
import { hashFile } from '../files/folder-files.ts';
import type { CourseFile } from '../schema/course-file.ts';
import { computeProgramHash, hashFolder } from '../source/program-hash.ts';
import type { ReportSource } from '../source/read-course.ts';
import type { BuiltReport } from './build-book.ts';
import type { DataKeys } from './report-data.ts';

/** What building a report depends on, as hashes. */
interface ReportKeys {
  data: DataKeys;
  /** Images and all else beside the chapters. */
  assets: string;
  /** All that, and every text of the report. */
  whole: string;
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
  const notes = await (digest ?? hashFile)(join(root, data, 'tables.yaml')).catch(() => '');
  const tables = await hashFiles(data, (path) => !isTextOfData(path));
  // Images are part of drawings.
  const assets = await hashFiles(source.folder, (path) => !/\.mdx?$/.test(path));
  const rules = hashText(JSON.stringify([program, course, tables]));
  const whole = hashText(JSON.stringify([rules, source, assets]));
  return { data: { program, notes, rules }, assets, whole };
}

/** What is asked of the data lies beside them, and is read with the texts. */
const isTextOfData = (path: string): boolean => path === 'metrics.yaml' || path.startsWith('charts/');

const hashText = (text: string): string => createHash('sha256').update(text).digest('hex');

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
