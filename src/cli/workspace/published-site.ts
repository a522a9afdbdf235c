/** What lies in `dist`, as the last build put it there. The note of it is kept with the caches of the course. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReportSummary } from '../../components/site-types.ts';
import { Cache, tellStep } from '../../files/cache.ts';
import { linkInto } from '../../files/door.ts';
import { computeDigests, type FileDigests, hashContent, listFiles } from '../../files/folder-files.ts';
import type { KeptPages, MadePart } from '../../integration/render-site.ts';
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

interface SiteNote {
  ground: Ground;
  /** What each part was made from, by its name. */
  keys: Record<string, string>;
  /** What the pages of each part were made from. */
  parts: Record<string, MadePart>;
  files: FileDigests;
  summaries: ReportSummary[];
}

/** The name of the note, and of its form: one that an older program wrote is not read. */
const entry = ['site.json', 'parts 2'] as const;

/** `root`: of the course. */
export async function readGround(root: string, printed: boolean): Promise<Ground> {
  const text = await readFile(join(root, 'content/course.yaml')).catch(() => '');
  return {
    program: await computeProgramHash(['src', 'public']),
    course: createHash('sha256').update(text).digest('hex'),
    printed,
  };
}

/** The last output, of which a build takes what it would make again. PDFs are not of the pages. */
export class PublishedSite implements KeptPages {
  readonly #dist: string;
  readonly #out: string;
  readonly #note: SiteNote | undefined;
  readonly #found: FileDigests;
  readonly #isOwn: boolean;
  readonly #laid: FileDigests = {};

  private constructor(
    { dist, out }: { dist: string; out: string },
    note: SiteNote | undefined,
    found: FileDigests,
    isOwn: boolean,
  ) {
    this.#dist = dist;
    this.#out = out;
    this.#note = note;
    this.#found = found;
    this.#isOwn = isOwn;
  }

  /** `folder`: where the note is kept; `out`: where the new output is made. */
  static async open(folder: string, folders: { dist: string; out: string }): Promise<PublishedSite> {
    const note = new Cache(folder).readJson<SiteNote>(...entry);
    const found = note ? await computeDigests(folders.dist) : {};
    const isOwn = note?.ground.program === (await computeProgramHash(['src', 'public']));
    return new PublishedSite(folders, note, found, isOwn);
  }

  /** Of what was laid into the new output from the old one. */
  get laid(): Readonly<FileDigests> {
    return this.#laid;
  }

  /** Those parts that were made from what `keys` stand for and whose files are all there as they were written. */
  findSameParts(keys: Readonly<Record<string, string>>): Set<string> {
    const note = this.#note;
    if (!note) return new Set();
    const [wanted, found] = [note.files, this.#found].map(groupFiles) as [FilesByPart, FilesByPart];
    const names = Object.entries(keys).filter(([name, key]) => {
      const isSame = note.keys[name] === key;
      const isThere = JSON.stringify(wanted.get(name) ?? []) === JSON.stringify(found.get(name) ?? []);
      tellStep({ step: 'parts', of: name, found: isSame && isThere ? 'kept' : [isSame ? 'dist' : 'book'] });
      return isSame && isThere;
    });
    return new Set(names.map(([name]) => name));
  }

  getPart(name: string): MadePart | undefined {
    return this.#isOwn ? this.#note?.parts[name] : undefined;
  }

  isThere(file: string): boolean {
    return this.#found[file] !== undefined && this.#found[file] === this.#note?.files[file];
  }

  async lay(file: string): Promise<void> {
    await linkInto(join(this.#dist, file), this.#out, file);
    this.#laid[file] = this.#found[file]!;
  }

  /** Lays all pages and files of a part. */
  async layPart(name: string): Promise<void> {
    for (const [file] of groupFiles(this.#found).get(name) ?? []) await this.lay(file);
  }

  /** Whether `dist` already holds these parts and PDFs, all as they were written, and nothing else. */
  isWhole(parts: ReadonlySet<string>, pdfs: ReadonlyMap<string, Uint8Array>): boolean {
    const files = Object.entries(this.#found);
    const isKnown = ([file, digest]: [string, string]): boolean => {
      const printed = pdfs.get(file);
      if (printed) return hashContent(printed) === digest;
      return !pdf.test(file) && parts.has(findPart(file));
    };
    return (
      this.#note !== undefined &&
      [...pdfs.keys()].every((file) => file in this.#found) &&
      files.every(isKnown)
    );
  }

  /** The digests of all that is in `dist`, of which nothing was changed. */
  get files(): FileDigests {
    return this.#found;
  }
}

type FilesByPart = Map<string, [file: string, digest: string][]>;

/** By part, PDFs left out. */
function groupFiles(files: FileDigests): FilesByPart {
  const pages = Object.entries(files).filter(([file]) => !pdf.test(file));
  return Map.groupBy(pages, ([file]) => findPart(file));
}

/** Notes what lies in `dist`; called as soon as it does. `known`: digests of files that need not be read. */
export async function notePublished(
  folder: string,
  dist: string,
  site: Omit<SiteNote, 'files'>,
  known: Readonly<FileDigests> = {},
): Promise<void> {
  await new Cache(folder).writeJson(...entry, { ...site, files: await computeDigests(dist, known) });
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
  const published = new Cache(folder).readJson<SiteNote>(...entry);
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
