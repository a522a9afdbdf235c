import { defineCollection } from 'astro:content';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { siteData } from 'virtual:fupan/site-data';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';

const language = z.enum(['zh', 'en']).default('zh');

/**
 * Index cards only: the digest says which state of a book a page needs, the page opens the book itself.
 * Books hold every chart; carried through the collection they would be copied four times.
 */
const card = z.object({
  report: z.string(),
  digest: z.string(),
  broken: z.boolean().default(false),
});

const course = z.object({
  title: z.string(),
  description: z.string().default(''),
  term: z.string().default(''),
  language,
  mentors: z.array(z.object({ name: z.string(), title: z.string().default('') })).default([]),
  phases: z.array(z.object({ title: z.string(), from: z.string(), to: z.string() })).default([]),
});

const page = z.object({
  slug: z.string(),
  title: z.string(),
  language,
  order: z.number().default(100),
  digest: z.string(),
});

/** The JSON files of a folder of the site data (or one file), in order of name; none is an empty collection. */
function createSiteDataLoader(part: string): Loader {
  return {
    name: 'fupan-site-data',
    async load({ store, parseData, generateDigest }) {
      store.clear();
      for (const file of await listJsonFiles(part)) {
        const text = await readFile(join(siteData, file), 'utf8');
        const id = file.replace(/^.*\/|\.json$/g, '');
        const digest = generateDigest(text);
        const data = await parseData({ id, data: { ...JSON.parse(text), digest } });
        store.set({ id, data, digest });
      }
    },
  };
}

async function listJsonFiles(part: string): Promise<string[]> {
  if (part.endsWith('.json')) return (await listNames('')).filter((name) => name === part);
  const names = (await listNames(part)).filter((name) => name.endsWith('.json'));
  return names.sort().map((name) => `${part}/${name}`);
}

async function listNames(folder: string): Promise<string[]> {
  try {
    return await readdir(join(siteData, folder));
  } catch {
    return [];
  }
}

export const collections = {
  course: defineCollection({ loader: createSiteDataLoader('course.json'), schema: course }),
  reports: defineCollection({ loader: createSiteDataLoader('books'), schema: card }),
  pages: defineCollection({ loader: createSiteDataLoader('pages'), schema: page }),
};
