import { expect, test } from 'vitest';
import type { BookInline } from '../../report/book.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { renderInline } from './inline.ts';
import { isLeafBlock, renderLeafBlock } from './leaf-blocks.ts';
import { createPageContext, type PageContext } from './page-context.ts';

const context = (): PageContext => createPageContext(createSampleBook(), 'background');
const one = (part: BookInline) => renderInline([part], context());
const place = { file: 'x.mdx' };
const evil = `<script>alert("1")</script>' & {x}`;
const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; &amp; {x}';

test('whatever an author writes is text', () => {
  const text = { type: 'text', value: evil } as const;
  expect(one(text)).toBe(escaped);
  expect(one({ type: 'code', value: evil })).toBe(`<code>${escaped}</code>`);
  expect(one({ type: 'strong', children: [text] })).toBe(`<strong>${escaped}</strong>`);
  for (const part of [
    { type: 'link', url: `https://a.cn/"><script>`, children: [text], place },
    { type: 'image', src: `a"><script>.png`, alt: evil, place },
    { type: 'value', name: evil, text: evil, anchor: evil },
    { type: 'verdict', name: evil, text: evil, tone: 'good', basis: evil, anchor: 'c-1' },
    { type: 'ref', text: evil, target: { chapter: evil, anchor: evil } },
    { type: 'cite', numbers: [1], text: evil },
    { type: 'term', name: evil, text: evil, definition: evil },
  ] satisfies BookInline[]) {
    expect(one(part)).not.toContain('<script');
  }
});

test('links that run something lead nowhere', () => {
  for (const url of ['javascript:alert(1)', 'JavaScript:x', 'data:text/html,x', 'vbscript:x']) {
    expect(one({ type: 'link', url, children: [], place })).toBe('<a href="#" rel="noopener"></a>');
  }
});

test('a link to a chapter file leads to its page', () => {
  const link = (url: string) => one({ type: 'link', url, children: [], place });
  expect(link('02-results.mdx#目标达成情况')).toContain(
    `href="results.html#${encodeURIComponent('目标达成情况')}"`,
  );
  expect(link('results.html')).toContain('href="results.html"');
  expect(link('index.mdx')).toContain('href="index.html"');
  expect(link('#here')).toContain('href="#here"');
});

test('a value leads to its row in the ledger and can be found again from there', () => {
  const html = one({ type: 'value', name: '新增用户', text: '1,302 人', anchor: 'c-1' });
  expect(html).toContain(`href="numbers.html#${encodeURIComponent('v-新增用户')}"`);
  expect(html).toContain('id="c-1"');
  expect(html).toContain('>1,302 人</a>');
});

test('only the first reference to a footnote takes its way back', () => {
  const note: BookInline = { type: 'footnote', id: 'a', number: 1 };
  const html = renderInline([note, note], context());
  expect(html.match(/id="fnref-1"/g)).toHaveLength(1);
  expect(html.match(/href="#fn-1"/g)).toHaveLength(2);
});

test('spaces between Latin words and values stay', () => {
  const html = renderInline(
    [
      { type: 'text', value: 'CVR is ' },
      { type: 'value', name: 'a', text: '4.8%', anchor: 'c' },
      { type: 'text', value: ' now' },
    ],
    context(),
  );
  expect(html.replaceAll(/<[^>]+>/g, '')).toBe('CVR is 4.8% now');
});

test('every block without blocks in it prints, with its text', () => {
  const blocks = createSampleBook().chapters.flatMap((chapter) => chapter.blocks.filter(isLeafBlock));
  expect(new Set(blocks.map(({ type }) => type)).size).toBe(6);
  const html = blocks.map((block) => renderLeafBlock(block, context())).join('');
  for (const text of [
    '<h2 id="项目背景"><span class="number">1.1</span> 项目背景</h2>',
    '转化率 &lt;5%',
    '<hr>',
  ]) {
    expect(html).toContain(text);
  }
  expect(html).toContain('<th scope="col" class="right">周数</th>');
});
