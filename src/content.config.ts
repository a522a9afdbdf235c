import { defineCollection } from 'astro:content';
import { readSite } from 'virtual:fupan/site';
import type { Loader } from 'astro/loaders';
import { z } from 'zod';
import type { ReportSummary, SiteContent } from './components/site-types.ts';

const language = z.enum(['zh', 'en']);

/** Index cards: what there is, by name. Books hold every chart and stay in memory, where pages read them. */
const reportCard = z.object({ title: z.string(), language });

const course = z.object({
  title: z.string(),
  description: z.string(),
  term: z.string(),
  language,
  mentors: z.array(z.object({ name: z.string(), title: z.string() })),
  phases: z.array(z.object({ title: z.string(), from: z.string(), to: z.string() })),
});

const pageCard = z.object({ title: z.string(), language, in: z.string().optional() });

type Cards = Record<string, object>;

/** What is as it was stays untouched: Astro reloads every open page when it has saved something new. */
function createCardLoader(listCards: (site: SiteContent) => Cards): Loader {
  return {
    name: 'fupan-cards',
    async load({ store, parseData, generateDigest }) {
      const site = readSite();
      const cards = site ? listCards(site) : {};
      for (const id of store.keys()) if (!Object.hasOwn(cards, id)) store.delete(id);
      for (const [id, data] of Object.entries(cards)) {
        store.set({
          id,
          data: await parseData({ id, data: { ...data } }),
          digest: generateDigest(JSON.stringify(data)),
        });
      }
    },
  };
}

const toReportCard = (one: ReportSummary) => ({
  title: one.broken ? one.title : one.front.title,
  language: one.language,
});

export const collections = {
  course: defineCollection({ loader: createCardLoader(({ course }) => ({ course })), schema: course }),
  reports: defineCollection({
    loader: createCardLoader(({ summaries }) =>
      Object.fromEntries(summaries.map((one) => [one.report, toReportCard(one)])),
    ),
    schema: reportCard,
  }),
  pages: defineCollection({
    loader: createCardLoader(({ pages }) =>
      Object.fromEntries(
        pages.map(({ slug, title, language: of, in: parent }) => [slug, { title, language: of, in: parent }]),
      ),
    ),
    schema: pageCard,
  }),
};
