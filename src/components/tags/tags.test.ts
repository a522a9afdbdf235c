/** The printed page of a text: a small site is built once from the sample book and the texts of the dialect. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printParts } from '../../cli/site/print-site.ts';
import type { Site } from '../../integration/site-memory.ts';
import { splitSite } from '../../integration/site-parts.ts';
import type { Book, BookBlock, BookInline, Passage } from '../../report/book.ts';
import { writeMdx } from '../../report/mdx/write-mdx.ts';
import { dialectTexts } from '../../test/dialect-texts.ts';
import { parsePassage } from '../../test/mdx-payloads.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { listElements, readPageText, readPassageText } from '../../test/visible-text.ts';

let root: string;

const writeText = (name: string, passage: Passage) => [name, writeMdx(passage).text] as const;

const place = { file: 'x.mdx' };
const evil = `<script>alert("1")</script>' & {x} -->`;
const evilText = { type: 'text', value: evil } as const;
const link = (url: string): BookInline => ({ type: 'link', url, children: [evilText], place });
const evilParts: BookInline[] = [
  evilText,
  { type: 'code', value: evil },
  { type: 'strong', children: [evilText] },
  link(`https://a.cn/"><script>`),
  { type: 'image', src: `a"><script>.png`, alt: evil, place },
  { type: 'value', name: evil, text: evil, anchor: evil },
  { type: 'verdict', name: evil, text: evil, tone: 'good', basis: evil, anchor: 'c-1' },
  { type: 'ref', text: evil, target: { chapter: evil, anchor: evil } },
  { type: 'cite', numbers: [1], text: evil },
  { type: 'term', name: evil, text: evil, definition: evil },
];
const links = [
  'javascript:alert(1)',
  'data:text/html,x',
  '02-results.mdx#目标达成情况',
  'index.mdx',
  '#here',
];

/** The sample book and a chapter full of what must not run. */
function createBook(): Book {
  const book = createSampleBook();
  const hostile: Passage = {
    blocks: [
      { type: 'paragraph', children: evilParts },
      ...evilParts.map((part): BookBlock => ({ type: 'paragraph', children: [part] })),
      { type: 'codeBlock', language: 'js', value: evil },
      { type: 'codeBlock', language: evil, value: evil },
      { type: 'note', kind: 'tip', title: evil, children: [{ type: 'paragraph', children: [evilText] }] },
      { type: 'paragraph', children: links.map(link) },
    ],
    footnotes: [],
  };
  const chapter = { slug: 'hostile', number: 9, title: evil, file: 'x.mdx', ...hostile };
  return { ...book, chapters: [...book.chapters, chapter] };
}

const book = createBook();
const pages = Object.entries(dialectTexts).map(([slug, text]) => ({ slug, passage: parsePassage(text) }));
const readPage = (path: string) => readFile(join(root, 'dist', path), 'utf8');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-tags-'));
  const site: Site = {
    content: {
      course: {
        title: '课程',
        description: '',
        term: '',
        language: 'zh',
        mentors: [],
        phases: [],
        parts: [],
      },
      pages: pages.map(({ slug, passage }) => ({ ...passage, slug, title: slug, language: 'zh' })),
      reports: [book],
      summaries: [],
      gallery: [],
      printed: true,
    },
    texts: Object.fromEntries([
      writeText('reports/sample/index', book.abstract),
      ...book.chapters.map((chapter) => writeText(`reports/sample/${chapter.slug}`, chapter)),
      ...pages.map(({ slug, passage }) => writeText(`pages/${slug}`, passage)),
    ]),
    files: [],
  };
  await printParts(splitSite(site), root, join(root, 'dist'));
}, 120_000);

afterAll(() => rm(root, { recursive: true, force: true }));

test('the words of a page are those of the book', async () => {
  for (const chapter of book.chapters) {
    expect(readPageText(await readPage(`reports/sample/${chapter.slug}.html`))).toBe(
      readPassageText(chapter),
    );
  }
  expect(readPageText(await readPage('reports/sample/index.html'))).toBe(readPassageText(book.abstract));
  for (const { slug, passage } of pages) {
    expect(readPageText(await readPage(`${slug}.html`)), slug).toBe(readPassageText(passage));
  }
});

test('whatever an author writes is text', async () => {
  const html = await readPage('reports/sample/hostile.html');
  const elements = listElements(html);
  expect(elements.filter(({ tagName }) => tagName === 'script')).toHaveLength(
    html.match(/<script (?:defer )?src=/g)!.length,
  );
  expect(
    elements.flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on/i.test(name)),
  ).toEqual([]);
  expect(html).toContain('&lt;script&gt;alert(');
});

test('links that run something lead nowhere, those to a chapter lead to its page', async () => {
  const html = await readPage('reports/sample/hostile.html');
  expect(html).not.toMatch(/href="(?:javascript|data):/i);
  expect(html.match(/href="#" rel="noopener"/g)).toHaveLength(2);
  const anchor = '目标达成情况';
  expect(html).toContain(`href="results.html#${anchor}"`);
  expect(html).toContain('href="index.html"');
  expect(html).toContain('href="#here"');
});

test('a value leads to its row in the ledger and can be found again from there', async () => {
  const html = await readPage('reports/sample/background.html');
  expect(html).toContain('href="numbers.html#v-新增用户"');
  expect(html).toMatch(/<a class="value" id="c-1"[^>]*>1,302 人<\/a>/);
});

test('only the first reference to a footnote takes its way back', async () => {
  const html = await readPage('blocks.html');
  expect(html.match(/id="fnref-1"/g)).toHaveLength(1);
  expect(html.match(/href="#fn-1"/g)).toHaveLength(2);
  expect(html).toMatch(/<li id="fn-2" value="2">/);
});

test('tables, lists, code and headings are what their style and their readers need', async () => {
  const [background, blocks, lists] = [
    await readPage('reports/sample/background.html'),
    await readPage('blocks.html'),
    await readPage('lists.html'),
  ];
  expect(background).toContain('<table class="rows cells e2"><thead>');
  expect(background).toContain('<h2 id="项目背景"><a class="number" href="#项目背景">1.1</a> 项目背景</h2>');
  expect(blocks).toContain('aria-label="左 · 右 · 中 · 无"');
  expect(blocks).toContain('data-language="sql"><code><span class="code-keyword">SELECT</span>');
  expect(lists).toContain('<ol start="3">');
  expect(lists.match(/class="tick done"/g)).toHaveLength(1);
  expect(lists).toMatch(/<li>\s*二\s*<ul>\s*<li>二之一<\/li>/);
});

test('the home of a report says what was corrected, until when its data go, and how it is cited', async () => {
  const html = await readPage('reports/sample/index.html');
  const [, corrections = ''] = html.split('<h2 id="corrections"');
  expect(corrections).toContain('复购率原按订单计，现按用户计<span class="quiet">（2.1 节）</span>');
  expect(html).toContain('<dt>数据截至</dt><dd>2026 年 6 月 28 日</dd>');
  expect(html).toContain('<cite>增长实验室. 互联网运营实训报告[R]. 2026-07-03.</cite>');
});

test('the page for addresses that are none asks for nothing beside it', async () => {
  const html = await readPage('404.html');
  expect(html).toContain('没有这一页');
  expect(html).toContain('<a href="/index.html">课程</a>');
  expect(html).not.toMatch(/<(?:link|script)\b|\ssrc=/);
});
