import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Book } from '../../report/book.ts';
import { isExternal, reportPages } from '../../report/text/links.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import type { TextRule } from '../text-rule.ts';

/** A link within the report must lead to a page it has, and to a heading, figure or table on it. */
export const deadLink: TextRule = {
  title: { zh: '报告内的链接都有去处', en: 'Links within the report lead somewhere' },
  why: {
    zh: '链接要落在已有的页面、标题、图或表上。',
    en: 'A link ends at a page that is there, and at a heading, figure or table on it.',
  },
  find({ book, source }) {
    const anchors = collectAnchors(book);
    const problems: Problem[] = [];
    for (const chapter of listChapters(book, source.index?.file ?? source.folder)) {
      for (const node of traverseChapter(chapter)) {
        if (node.type !== 'link' || isExternal(node.url)) continue;
        const [page = '', anchor = ''] = node.url.split('#');
        const slug = page === '' ? chapter.slug : page.replace(/\.html$/, '');
        const known = anchors.get(slug);
        if (known && (anchor === '' || known.has(anchor) || known.has('*'))) continue;
        const near = known ? findNearestName(anchor, known) : findNearestName(page, listPageNames(book));
        problems.push(createProblem('dead-link', node.place, { url: node.url, near }));
      }
    }
    return problems;
  },
};

/** Anchors of each page by its slug; `*` where the page makes its own. */
function collectAnchors(book: Book): Map<string, Set<string>> {
  const anchors = new Map(reportPages.map((page) => [page, new Set(['*'])]));
  anchors.set('', new Set(['*']));
  anchors.set(`../${book.report}.pdf`, new Set());
  for (const chapter of book.chapters) {
    const own = new Set<string>();
    for (const node of traverseChapter(chapter)) {
      if (node.type === 'heading' || node.type === 'figure' || node.type === 'table') own.add(node.id);
    }
    anchors.set(chapter.slug, own);
  }
  return anchors;
}

function listPageNames(book: Book): string[] {
  return [...book.chapters.map((chapter) => chapter.slug), ...reportPages].map((name) => `${name}.html`);
}
