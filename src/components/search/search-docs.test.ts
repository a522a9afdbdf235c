import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { listGuideDocs, listPageDocs, listReportDocs, renderSearchFile } from './search-docs.ts';

const book = createSampleBook();
const docs = listReportDocs(book);

/** As `search.js` looks for it. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase();
const find = (asked: string) =>
  docs.filter(([, title, text]) => fold(title).includes(fold(asked)) || fold(text).includes(fold(asked)));

test('every heading, caption and name of a value is found by any two of its letters, in any case', () => {
  const headings = book.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'heading' ? [block.text] : [])),
  );
  const captions = [...book.figures, ...book.tables].map(({ caption }) => caption);
  const names = [...headings, ...captions, ...Object.keys(book.values)];
  expect(names.length).toBeGreaterThan(10);
  for (const name of names) {
    const letters = [...name];
    for (let at = 0; at + 1 < letters.length; at++) {
      const pair = `${letters[at]}${letters[at + 1]}`.trim().toUpperCase();
      expect(
        find(pair).some(([, title]) => title.includes(name)),
        `${pair} of ${name}`,
      ).toBe(true);
    }
  }
});

test('each leads to a page of its report and to an anchor there', () => {
  for (const [kind, title, , to] of docs) {
    expect(to, `${kind} ${title}`).toMatch(/^reports\/sample\/[^#]+\.html(#.+)?$/);
    if (kind === 'figure' || kind === 'table' || kind === 'value') expect(to).toContain('#');
  }
});

test('text stands with the heading above it, tags as they are printed, formulas left out', () => {
  const texts = docs.filter(([kind]) => kind === 'section').map(([, , text]) => text);
  expect(texts.join(' ')).toContain('1,302');
  expect(texts.join(' ')).not.toContain('\\frac');
});

test('the file is one call with JSON in it', () => {
  const text = renderSearchFile({ path: 'reports/sample/search.js', title: book.front.team, docs });
  const [, json = ''] = /^fupanSearch\((.*)\)\n$/.exec(text) ?? [];
  expect(JSON.parse(json)).toMatchObject({ path: 'reports/sample/search.js', docs });
});

test('the guide has its metrics by both names, its kinds, tables and tags', () => {
  const guide = listGuideDocs('zh');
  const titles = guide.map(([, title]) => title);
  expect(titles.some((title) => /arpu/.test(title))).toBe(true);
  expect(titles).toContain('<Value />');
  expect(new Set(guide.map(([, , , to]) => to)).size).toBe(guide.length);
});

test('a page without headings is found by its title', () => {
  const page = { slug: 'rules', title: '课程要求', language: 'zh' as const, blocks: [], footnotes: [] };
  expect(listPageDocs([page])).toEqual([['section', '课程要求', '', 'rules.html']]);
});
