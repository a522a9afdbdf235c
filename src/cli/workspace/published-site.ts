/** What lies in `dist`, as the last build put it there. The note of it is kept with the caches of the course. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportSummary } from '../../components/site-types.ts';
import { Cache, hashFile } from '../../files/cache.ts';
import { emptyInside, linkInto } from '../../files/door.ts';
import type { Site } from '../../integration/site-memory.ts';
import { computeProgramHash } from '../../source/program-hash.ts';

/** Digests by path, in order of path. */
type SiteFiles = Record<string, string>;

/** What every page of the course depends on. */
interface Ground {
  program: string;
  /** Digest of `course.yaml`. */
  course: string;
  /** Whether PDFs lie beside the pages. */
  printed: boolean;
}

interface PublishedSite {
  /** What the pages were made from. */
  key: string;
  ground: Ground;
  files: SiteFiles;
  summaries: ReportSummary[];
}

const entry = ['site.json', 'published'] as const;

/** What a site depends on: this program, and the course as its pages see it. */
export async function computeSiteKey({ content, files }: Site): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await computeProgramHash(['src', 'public']));
  hash.update(JSON.stringify(content));
  for (const { from, to } of files) hash.update(`\0${to}\0${await hashFile(from)}`);
  return hash.digest('hex');
}

/** `root`: of the course. */
export async function readGround(root: string, printed: boolean): Promise<Ground> {
  const text = await readFile(join(root, 'content/course.yaml')).catch(() => '');
  return {
    program: await computeProgramHash(['src', 'public']),
    course: createHash('sha256').update(text).digest('hex'),
    printed,
  };
}

/**
 * Lays the pages of the last build into `out`, when they were made from what `key` stands for and each file in `dist`
 * is as it was written. PDFs are not of the site and are written anew. `folder`: where the note of them is kept.
 */
export async function restoreSite(
  folder: string,
  key: string,
  { dist, out }: { dist: string; out: string },
): Promise<boolean> {
  const published = new Cache(folder).readJson<PublishedSite>(...entry);
  if (published?.key !== key) return false;
  const wanted = Object.entries(published.files).filter(([file]) => !pdf.test(file));
  const found = Object.entries(await listSiteFiles(dist)).filter(([file]) => !pdf.test(file));
  if (JSON.stringify(found) !== JSON.stringify(wanted)) return false;
  await emptyInside(out, '.');
  for (const [file] of wanted) await linkInto(join(dist, file), out, file);
  return true;
}

/** Notes what lies in `dist`; called as soon as it does. */
export async function notePublished(
  folder: string,
  dist: string,
  site: Omit<PublishedSite, 'files'>,
): Promise<void> {
  await new Cache(folder).writeJson(...entry, { ...site, files: await listSiteFiles(dist) });
}

/** Why the reports in `dist` cannot stay as they are beside one that is built now. */
export type OutdatedReason = keyof Ground | 'touched';

/** The reports in `dist`, or why none of them can stay; undefined when there is no `dist`. */
export async function findPublished(
  folder: string,
  dist: string,
  ground: Ground,
): Promise<ReportSummary[] | OutdatedReason | undefined> {
  if (!existsSync(dist)) return undefined;
  const published = new Cache(folder).readJson<PublishedSite>(...entry);
  if (!published) return 'touched';
  for (const name of ['program', 'course', 'printed'] as const) {
    if (published.ground[name] !== ground[name]) return name;
  }
  const found = await listSiteFiles(dist);
  return JSON.stringify(found) === JSON.stringify(published.files) ? published.summaries : 'touched';
}

/** Lays the pages and the PDF of a report from `dist` into `out`, beside what is there. */
export async function keepReport(
  report: string,
  { dist, out }: { dist: string; out: string },
): Promise<void> {
  const own = (file: string): boolean => file.startsWith(`${report}/`) || file === `${report}.pdf`;
  const files = (await listPaths(join(dist, 'reports'))).filter(own);
  const missing = files.map((file) => `reports/${file}`).filter((file) => !existsSync(join(out, file)));
  for (const file of missing) await linkInto(join(dist, file), out, file);
}

const pdf = /^reports\/[^/]+\.pdf$/;

async function listSiteFiles(dist: string): Promise<SiteFiles> {
  const files: SiteFiles = {};
  for (const path of await listPaths(dist)) files[path] = (await hashFile(join(dist, path))) ?? '';
  return files;
}

/** Of every file below a folder, with `/` on every system, in order. */
async function listPaths(folder: string): Promise<string[]> {
  const items = await readdir(folder, { withFileTypes: true, recursive: true }).catch(() => []);
  const files = items.filter((item) => item.isFile());
  return files
    .map((item) =>
      join(item.parentPath, item.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}
