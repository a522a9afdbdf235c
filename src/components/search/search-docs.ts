/**
 * What search finds: headings with their text, figures, tables, values, terms. The few thousand passages of a course are
 * looked through as they are: a library's index of letter pairs is larger than the texts, and finds no part of a word.
 */
import { toValueAnchor } from '../../base/anchor.ts';
import type { Language } from '../../base/language.ts';
import { toPlainText } from '../../markdown/plain-text.ts';
import type { BlockTag, Book, BookBlock, BookChapter, InlineTag } from '../../report/book.ts';
import { listFigures } from '../../report/images/build-pictures.ts';
import { traverseChapter } from '../../report/text/traverse-book.ts';
import { listKindPages, listTablePlaces } from '../guide/handbook-pages.ts';
import { getFamilyPage, listHandbookChapters } from '../guide/metrics-handbook.ts';
import { listTags, tagReferencePage } from '../guide/tag-reference.ts';
import { encodeAnchor, getReportPage } from '../html/href.ts';
import { findLedgerPage } from '../html/ledger-pages.ts';
import type { CoursePage } from '../site-types.ts';

export type DocKind = 'section' | 'figure' | 'table' | 'value' | 'term' | 'page';

/** Where it leads is a path from the root of the site, with its anchor. */
export type SearchDoc = [kind: DocKind, title: string, text: string, to: string];

const toAddress = (page: string, anchor = ''): string =>
  page.split('/').map(encodeURIComponent).join('/') + (anchor && `#${encodeAnchor(anchor)}`);

/** Sections, figures, tables, values and terms of a report. */
export function listReportDocs(book: Book): SearchDoc[] {
  const page = (slug: string) => getReportPage(book.report, slug);
  const abstract = { ...book.abstract, slug: '', title: book.front.title };
  return [
    ...[abstract, ...book.chapters].flatMap((chapter) => listSections(chapter, page(chapter.slug))),
    ...listFigures(book).map(
      ({ caption, chapter, id, ...figure }): SearchDoc => [
        'figure',
        caption,
        'finding' in figure ? figure.finding : figure.alternative,
        toAddress(page(chapter), id),
      ],
    ),
    ...book.tables.map(
      ({ caption, chapter, id, data }): SearchDoc => [
        'table',
        caption,
        data.columns.map(({ label }) => label).join(' '),
        toAddress(page(chapter), id),
      ],
    ),
    ...Object.values(book.values).map(({ name, label, text, lineage }): SearchDoc => {
      const anchor = toValueAnchor(name);
      const own = label !== undefined && label !== name ? `${label}（${name}）` : name;
      const told = [text, lineage.metric?.name, lineage.formula].filter(Boolean).join(' · ');
      return ['value', own, told, toAddress(page(findLedgerPage(book, anchor)), anchor)];
    }),
    ...listTerms(book, page),
  ];
}

/** A doc a heading with the text below it; what comes before the first has the title of the page. */
function listSections(
  { blocks, title }: Pick<BookChapter, 'blocks'> & { title: string },
  page: string,
): SearchDoc[] {
  const sections: { title: string; id: string; blocks: BookBlock[] }[] = [{ title, id: '', blocks: [] }];
  for (const block of blocks) {
    if (block.type === 'heading')
      sections.push({
        title: [block.number, block.text].filter(Boolean).join(' '),
        id: block.id,
        blocks: [],
      });
    else sections.at(-1)!.blocks.push(block);
  }
  return sections.map(
    (section): SearchDoc => ['section', section.title, readText(section.blocks), toAddress(page, section.id)],
  );
}

function readText(blocks: readonly BookBlock[]): string {
  // A formula is told as TeX, which nobody searches for.
  const told = blocks.filter(({ type }) => type !== 'mathBlock');
  const text = toPlainText<InlineTag, BlockTag>(told, (tag) =>
    'text' in tag ? tag.text : tag.type === 'note' ? undefined : '',
  );
  return text.replace(/\s+/g, ' ').trim();
}

/** Each term where it is first written. */
function listTerms(book: Book, page: (slug: string) => string): SearchDoc[] {
  const found = new Map<string, SearchDoc>();
  for (const chapter of book.chapters)
    for (const node of traverseChapter(chapter))
      if (node.type === 'term' && !found.has(node.name))
        found.set(node.name, ['term', node.name, node.definition, toAddress(page(chapter.slug))]);
  return [...found.values()];
}

/** The pages of the course beside its reports. */
export function listPageDocs(pages: readonly CoursePage[]): SearchDoc[] {
  return pages.flatMap((page) => listSections(page, `${page.slug}.html`));
}

/** The references made from the program: metrics, kinds of figures, tables, tags. */
export function listGuideDocs(language: Language): SearchDoc[] {
  const metrics = listHandbookChapters(language).flatMap(({ family, metrics: own }) =>
    own.map(
      ({ id, names, definition }): SearchDoc => [
        'term',
        `${names[language]} ${id}`,
        definition[language],
        toAddress(getFamilyPage(family), id),
      ],
    ),
  );
  const places = [...listKindPages(language), ...listTablePlaces(language)];
  const pages = places.map(
    ({ title, path, anchor }): SearchDoc => ['page', title, '', toAddress(path, anchor)],
  );
  const tags = listTags(language).map(
    ({ name, description }): SearchDoc => [
      'page',
      `<${name} />`,
      description,
      toAddress(tagReferencePage, `tag-${name}`),
    ],
  );
  return [...metrics, ...pages, ...tags];
}

/** The script file that gives docs to the page. JSON is a program that gives itself. */
export function renderSearchFile(file: {
  path: string;
  title: string;
  docs: readonly SearchDoc[];
  /** Files of the reports, in that of the course. */
  reports?: readonly string[];
}): string {
  return `fupanSearch(${JSON.stringify(file)})\n`;
}

export const getSearchPath = (report: string): string => `reports/${report}/search.js`;
