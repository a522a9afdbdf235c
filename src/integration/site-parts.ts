/**
 * A site in parts that are made, or kept, each by itself: the course's own pages, its guide, and each report. A part sees
 * nothing of the others, so that what it was made from is known.
 */
import { createHash } from 'node:crypto';
import type { SiteContent } from '../components/site-types.ts';
import { hashFile } from '../files/folder-files.ts';
import { computeProgramHash } from '../source/program-hash.ts';
import type { Site } from './site-memory.ts';

export interface SitePart extends Site {
  /** `course`, `guide` or `reports/<report>`. */
  name: string;
}

/** The part that a path of the site belongs to. */
export function findPart(path: string): string {
  const [, folder, report] = /^(guide|reports)\/([^/]+?)(?:\.pdf$|\/|$)/.exec(path) ?? [];
  if (folder === undefined) return 'course';
  return folder === 'guide' ? folder : `reports/${report}`;
}

export function splitSite(site: Site): SitePart[] {
  const reports = site.content.reports.map(({ report }) => `reports/${report}`);
  return ['course', 'guide', ...reports].map((name) => pickPart(site, name));
}

/** One part of a site; of a report that is not there it has no pages. */
export function pickPart({ content, texts, files }: Site, name: string): SitePart {
  const { course, pages, reports, summaries, gallery, printed, cards } = content;
  const none: SiteContent = { course, pages: [], reports: [], summaries: [], gallery: [], printed };
  const own = {
    name,
    texts: pickTexts(texts, name === 'course' ? 'pages/' : `${name}/`),
    files: files.filter(({ to }) => findPart(to) === name),
  };
  if (name === 'course') return { ...own, content: { ...none, pages, summaries } };
  if (name === 'guide') return { ...own, content: { ...none, gallery } };
  const report = reports.filter((one) => `reports/${one.report}` === name);
  const card = cards?.filter((one) => `reports/${one.report}` === name);
  return { ...own, content: { ...none, reports: report, ...(card && { cards: card }) } };
}

/** Texts of which some may not be written yet stay so. */
function pickTexts(texts: Site['texts'], folder: string): Site['texts'] {
  const all = Object.entries(Object.getOwnPropertyDescriptors(texts));
  return Object.defineProperties({}, Object.fromEntries(all.filter(([name]) => name.startsWith(folder))));
}

/** What a part depends on: this program, what its pages see, and the files beside them. */
export async function computePartKey({ content, texts, files }: SitePart): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await computeProgramHash(['src', 'public']));
  hash.update(JSON.stringify([content, texts]));
  for (const { from, to } of files) hash.update(`\0${to}\0${await hashFile(from)}`);
  return hash.digest('hex');
}
