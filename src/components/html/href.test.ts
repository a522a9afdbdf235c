import { expect, test } from 'vitest';
import { getReportPage, href, toAddress } from './href.ts';

/** What a browser makes of the link on the page `from`. */
const resolved = (from: string, link: string) => new URL(link, `file:///site/${from.replaceAll('%', '%25')}`);

const pages = [
  'index.html',
  '说明.html',
  'reports/a/index.html',
  'reports/a/背景.html',
  'reports/b/data/x y.csv',
];

test('a link leads from every page to every other, as a browser resolves it', () => {
  for (const from of pages) {
    for (const to of pages) {
      const { pathname } = resolved(from, href(from, to));
      expect(decodeURIComponent(pathname)).toBe(`/site/${to}`);
    }
  }
});

test('links are relative and keep the anchor', () => {
  expect(href('index.html', getReportPage('a', ''))).toBe('reports/a/index.html');
  expect(href('reports/a/x.html', 'reports/a.pdf')).toBe('../a.pdf');
  expect(href('reports/a/x.html', 'index.html')).toBe('../../index.html');
  expect(href('reports/a/x.html', 'reports/a/x.html', 'top')).toBe('#top');
  const link = href('reports/a/x.html', 'reports/a/numbers.html', 'v-新增用户');
  expect(decodeURIComponent(resolved('reports/a/x.html', link).hash)).toBe('#v-新增用户');
});

test('an anchor keeps the letters of every language, and nothing else that an address or a page reads', () => {
  expect(href('a.html', 'a.html', 'v-新增用户_2')).toBe('#v-新增用户_2');
  for (const anchor of ['a b', '50%', '"><b>', '甲#乙', '😀', 'é\u0301', '%41']) {
    const link = href('a.html', 'a.html', anchor);
    expect(link).toMatch(/^#[\p{L}\p{N}%!'()*._~-]+$/u);
    expect(decodeURIComponent(resolved('a.html', link).hash)).toBe(`#${anchor}`);
  }
});

test('signs with a meaning in addresses are escaped', () => {
  expect(href('index.html', 'a#b?c%.html')).toBe('a%23b%3Fc%25.html');
});

test('an address is that of the site and of the page', () => {
  const url = 'https://a.cn/课/';
  expect(toAddress(url, 'index.html')).toBe(url);
  expect(toAddress(url, 'reports/r/index.html')).toBe(`${url}reports/r/`);
  expect(toAddress(url, 'reports/r/a?b.html')).toBe(`${url}reports/r/a%3Fb.html`);
});
