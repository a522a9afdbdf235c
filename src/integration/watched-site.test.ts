import { expect, test } from 'vitest';
import { createSampleBook } from '../test/sample-book.ts';
import type { Site } from './site-memory.ts';
import { UnitDigests, watchSite } from './watched-site.ts';

function createSite(): Site {
  return {
    content: {
      course: { title: '课', description: '', term: '', language: 'zh', mentors: [], phases: [], parts: [] },
      pages: [],
      reports: [createSampleBook()],
      summaries: [],
      gallery: [],
      printed: true,
    },
    texts: { 'reports/sample/index': 'a', 'reports/sample/x': 'b' },
    files: [],
  };
}

type Page = (site: Site) => unknown;

const getBook = ({ content }: Site) => content.reports[0] as ReturnType<typeof createSampleBook>;

/** Whether a page would be made again after the change. */
function isMadeAgain(page: Page, change: (site: Site) => unknown): boolean {
  const site = createSite();
  const watched = watchSite(site);
  page(watched.site);
  const units = watched.listRead();
  const before = new UnitDigests(site);
  const digests = units.map((unit) => before.get(unit));
  change(site);
  const after = new UnitDigests(site);
  return units.some((unit, at) => after.get(unit) !== digests[at]);
}

const pages: Record<string, Page> = {
  title: (site) => getBook(site).front.title,
  chapter: (site) => JSON.stringify(getBook(site).chapters[0]),
  titles: (site) => getBook(site).chapters.map(({ title }) => title),
  drawing: (site) => getBook(site).figures.find(({ id }) => id)?.svg,
  ledger: (site) => Object.values(getBook(site).values).map((value) => ({ ...value })),
  text: (site) => site.texts['reports/sample/index'],
  all: (site) => JSON.stringify([site.content, site.texts]),
};

const figure = (site: Site) => getBook(site).figures[0]!;
const value = (site: Site) => Object.values(getBook(site).values)[0]!;
const everyPage = Object.keys(pages);

test.each<[name: string, change: (site: Site) => unknown, again: string[]]>([
  ['nothing', () => undefined, []],
  ['the title', (site) => Object.assign(getBook(site).front, { title: '!' }), ['title', 'all']],
  ['the text of a chapter', (site) => getBook(site).chapters[0]!.blocks.pop(), ['chapter', 'all']],
  [
    'a title of a chapter',
    (site) => Object.assign(getBook(site).chapters[0]!, { title: '!' }),
    ['chapter', 'titles', 'all'],
  ],
  ['a drawing', (site) => Object.assign(figure(site), { svg: '!' }), ['drawing', 'all']],
  ['a text', (site) => Object.assign(site.texts, { 'reports/sample/index': '!' }), ['text', 'all']],
  ['another text', (site) => Object.assign(site.texts, { 'reports/sample/x': '!' }), ['all']],
  ['a value', (site) => Object.assign(value(site), { text: '!' }), ['ledger', 'all']],
  ['whether there are PDFs', (site) => Object.assign(site.content, { printed: false }), ['all']],
  ['one figure less', (site) => getBook(site).figures.pop(), everyPage],
  ['a value more', (site) => Object.assign(getBook(site).values, { 另: value(site) }), everyPage],
  ['a field more', (site) => Object.assign(figure(site), { more: 1 }), everyPage],
  ['a text less', (site) => delete site.texts['reports/sample/x'], everyPage],
])('after a change of %s the pages that read it are made again, and no other', (_, change, again) => {
  const made = everyPage.filter((page) => isMadeAgain(pages[page]!, change));
  expect(made).toEqual(again);
});

test('a field of all items is one unit, and a page sees the site as it is', () => {
  const site = createSite();
  const watched = watchSite(site);
  expect(JSON.parse(JSON.stringify(watched.site))).toEqual(JSON.parse(JSON.stringify(site)));
  const { site: again, listRead } = watchSite(site);
  for (const value of Object.values(getBook(again).values)) void value.cited;
  expect(listRead()).toEqual(['', 'reports/0/values/*/cited']);
});

test('names of values may hold what separates units', () => {
  const site = createSite();
  Object.assign(getBook(site).values, {
    '*': { ...value(site), text: '0' },
    'a/b': { ...value(site), text: '1' },
  });
  const watched = watchSite(site);
  const { '*': star, 'a/b': other } = getBook(watched.site).values;
  expect([star?.text, other?.text]).toEqual(['0', '1']);
  const units = watched.listRead();
  const before = new UnitDigests(site);
  const digests = units.map((unit) => before.get(unit));
  for (const name of ['*', 'a/b']) {
    const text = getBook(site).values[name]!.text;
    Object.assign(getBook(site).values[name]!, { text: '2' });
    const after = new UnitDigests(site);
    expect(units.map((unit) => after.get(unit))).not.toEqual(digests);
    Object.assign(getBook(site).values[name]!, { text });
  }
});
