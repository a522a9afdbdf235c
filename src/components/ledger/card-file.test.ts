import { expect, test } from 'vitest';
import type { Book } from '../../report/book.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { createPageContext, linkToLedger } from '../html/page-context.ts';
import { buildCardFile, getCardPath, hasCards, renderCardFile } from './card-file.ts';

const book = createSampleBook();
const chapters = ['', ...book.chapters.map(({ slug }) => slug)];

/** What a browser makes of the file. */
function run(text: string): ReturnType<typeof buildCardFile> {
  const given: ReturnType<typeof buildCardFile>[] = [];
  new Function('fupanCards', text)((file: ReturnType<typeof buildCardFile>) => given.push(file));
  expect(given).toHaveLength(1);
  return given[0]!;
}

test('home and chapters have cards, lists have none', () => {
  expect(chapters.map((slug) => hasCards(book, slug))).toEqual(chapters.map(() => true));
  expect(['numbers', 'data', 'numbers/background'].map((slug) => hasCards(book, slug))).toEqual([
    false,
    false,
    false,
  ]);
  expect(chapters.map(getCardPath).slice(0, 2)).toEqual(['cards/index.js', 'cards/background.js']);
});

test('every value that a page cites has its card, under the link that the page has', () => {
  for (const slug of chapters) {
    const context = createPageContext(book, slug);
    const links = buildCardFile(context).values.map(([link]) => link);
    for (const { name, cited } of Object.values(book.values)) {
      if (cited.some(({ chapter }) => chapter === slug)) expect(links).toContain(linkToLedger(context, name));
    }
    expect(new Set(links).size).toBe(links.length);
  }
});

test('a card says formula, numbers, interval, days, rows and file', () => {
  const { values } = buildCardFile(createPageContext(book, 'results'));
  const card = values.map(([, one]) => one).find(({ name }) => name === '期末转化率')!;
  expect(card.text).toBe('4.8%');
  expect(card.facts).toEqual([
    ['公式', '支付用户 ÷ 访问用户'],
    ['代入数字', '240 人 ÷ 5,000 人'],
    ['95% 置信区间', '4.2%～5.5%'],
    ['数据表', 'events：88,213 行'],
    ['文件', 'events.parquet'],
  ]);
});

test('in English it speaks English', () => {
  const english: Book = { ...book, language: 'en' };
  const { values, words } = buildCardFile(createPageContext(english, 'results'));
  const labels = values.flatMap(([, { facts }]) => facts.map(([label]) => label));
  expect([...labels, ...Object.values(words)].join()).not.toMatch(/\p{Script=Han}/u);
});

test('is a program that gives what it was made of, whatever a name holds', () => {
  const [value] = Object.values(book.values);
  const names = ['__proto__', '</script><script>x', '"\\\u2028`$x', '甲'];
  const hostile: Book = {
    ...book,
    values: Object.fromEntries(
      names.map((name) => [
        name,
        { ...value!, name, label: name, cited: [{ chapter: '', anchor: 'use-1', label: '' }] },
      ]),
    ),
  };
  const given = run(renderCardFile(hostile, ''));
  expect(given).toEqual(JSON.parse(JSON.stringify(buildCardFile(createPageContext(hostile, '')))));
  expect(given.values.map(([, { name }]) => name)).toEqual(names);
});
