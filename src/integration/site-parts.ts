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

export function splitSite({ content, texts, files }: Site): SitePart[] {
  const { course, pages, reports, summaries, gallery, printed } = content;
  const none: SiteContent = { course, pages: [], reports: [], summaries: [], gallery: [], printed };
  const textsOf = (folder: string) =>
    Object.fromEntries(Object.entries(texts).filter(([name]) => name.startsWith(folder)));
  const filesOf = (part: string) => files.filter(({ to }) => findPart(to) === part);
  return [
    {
      name: 'course',
      content: { ...none, pages, summaries },
      texts: textsOf('pages/'),
      files: filesOf('course'),
    },
    { name: 'guide', content: { ...none, gallery }, texts: {}, files: [] },
    ...reports.map((one) => {
      const name = `reports/${one.report}`;
      return {
        name,
        content: { ...none, reports: [one] },
        texts: textsOf(`${name}/`),
        files: filesOf(name),
      };
    }),
  ];
}

/** What a part depends on: this program, what its pages see, and the files beside them. */
export async function computePartKey({ content, texts, files }: SitePart): Promise<string> {
  const hash = createHash('sha256');
  hash.update(await computeProgramHash(['src', 'public']));
  hash.update(JSON.stringify([content, texts]));
  for (const { from, to } of files) hash.update(`\0${to}\0${await hashFile(from)}`);
  return hash.digest('hex');
}
