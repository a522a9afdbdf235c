/** What lies in `dist`, as the last build put it there. The note of it is kept with the caches of the course. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportSummary } from '../../components/site-types.ts';
import { Cache, tellStep } from '../../files/cache.ts';
import { linkInto } from '../../files/door.ts';
import { computeDigests, type FileDigests, listFiles } from '../../files/folder-files.ts';
import { findPart } from '../../integration/site-parts.ts';
import { computeProgramHash } from '../../source/program-hash.ts';

/** What every page of the course depends on. */
interface Ground {
  program: string;
  /** Digest of `course.yaml`. */
  course: string;
  /** Whether PDFs lie beside the pages. */
  printed: boolean;
}

interface PublishedSite {
  ground: Ground;
  /** What each part was made from, by its name. */
  keys: Record<string, string>;
  files: FileDigests;
  summaries: ReportSummary[];
}

/** The name of the note, and of its form: one that an older program wrote is not read. */
const entry = ['site.json', 'parts 1'] as const;

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
 * Lays those parts of the last build into `out` that were made from what `keys` stand for and whose files in `dist` are as
 * they were written; gives their names. PDFs are not of the pages and are written anew. `folder`: where the note is kept.
 */
export async function restoreParts(
  folder: string,
  keys: Readonly<Record<string, string>>,
  { dist, out }: { dist: string; out: string },
): Promise<Set<string>> {
  const restored = new Set<string>();
  const published = new Cache(folder).readJson<PublishedSite>(...entry);
  if (!published) return restored;
  const wanted = groupFiles(published.files);
  const found = groupFiles(await computeDigests(dist));
  for (const [name, key] of Object.entries(keys)) {
    const files = wanted.get(name) ?? [];
    const isSame = published.keys[name] === key;
    const isThere = JSON.stringify(files) === JSON.stringify(found.get(name));
    tellStep({ step: 'parts', of: name, found: isSame && isThere ? 'kept' : [isSame ? 'dist' : 'book'] });
    if (!isSame || !isThere) continue;
    for (const [file] of files) await linkInto(join(dist, file), out, file);
    restored.add(name);
  }
  return restored;
}

/** By part, PDFs left out. */
function groupFiles(files: FileDigests): Map<string, [file: string, digest: string][]> {
  const pages = Object.entries(files).filter(([file]) => !pdf.test(file));
  return Map.groupBy(pages, ([file]) => findPart(file));
}

/** Notes what lies in `dist`; called as soon as it does. */
export async function notePublished(
  folder: string,
  dist: string,
  site: Omit<PublishedSite, 'files'>,
): Promise<void> {
  await new Cache(folder).writeJson(...entry, { ...site, files: await computeDigests(dist) });
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
  const found = await computeDigests(dist);
  return JSON.stringify(found) === JSON.stringify(published.files) ? published.summaries : 'touched';
}

/** Lays the pages and the PDF of a report from `dist` into `out`, beside what is there. */
export async function keepReport(
  report: string,
  { dist, out }: { dist: string; out: string },
): Promise<void> {
  const files = (await listFiles(dist)).filter((file) => findPart(file) === `reports/${report}`);
  for (const file of files) await linkInto(join(dist, file), out, file);
}

const pdf = /^reports\/[^/]+\.pdf$/;
