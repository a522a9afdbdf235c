import { describe, expect, test, vi } from 'vitest';
import type { BookBlock } from '../report/book.ts';
import { PdfFile } from '../test/pdf-file.ts';
import { createSampleBook } from '../test/sample-book.ts';
import { findPrintProblems, printBook } from './print-book.ts';

vi.setConfig({ testTimeout: 30_000 });

const root = new URL('../test/fixtures/print', import.meta.url).pathname;
const sample = printBook(createSampleBook(), { root });
const pdf = new PdfFile(sample.pdf);
const texts = pdf.pages.map((_, i) => pdf.pageText(i));

/** Gaps are laid out, not written: without them the text is the author's. */
const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

/** Page of the first chapter. */
const first = pdf.bookmarks.find(({ title }) => withoutSpaces(title).startsWith('第1章'))!.page;

function withText(value: string): ReturnType<typeof createSampleBook> {
  const book = createSampleBook();
  const paragraph: BookBlock = { type: 'paragraph', children: [{ type: 'text', value }] };
  book.chapters[0]!.blocks.splice(1, 0, paragraph);
  return book;
}

describe('the sample', () => {
  test('prints without problems', () => {
    expect(sample.problems).toEqual([]);
    expect(pdf.pages).toHaveLength(sample.pages);
  });

  test('is tagged PDF/UA-1 in Chinese, titled, dated by the report', () => {
    const file = Buffer.from(sample.pdf).toString('utf8');
    expect(pdf.catalog).toMatch(/\/Marked true/);
    expect(pdf.catalog).toMatch(/\/Lang \(zh-CN\)/);
    expect(file).toContain('<pdfuaid:part>1</pdfuaid:part>');
    expect(file).toContain('互联网运营实训报告</rdf:li>');
    expect(file).toContain('<xmp:CreateDate>2026-07-03T00:00:00Z');
  });

  test('says the last day of its data, and what was corrected', () => {
    const front = withoutSpaces(texts.slice(0, first).join(''));
    expect(front).toContain('数据截至2026年6月28日');
    expect(front).toContain('2026年7月10日（2.1节）：复购率原按订单计，现按用户计');
  });

  test('embeds TrueType and no Type 3', () => {
    expect(pdf.fonts.length).toBeGreaterThan(4);
    expect(pdf.fonts.filter((font) => /\/Subtype \/Type3/.test(font))).toEqual([]);
    const own = pdf.fonts.filter((font) => /Noto\w+SC/.test(font) && /CIDFont/.test(font));
    expect(own.length).toBeGreaterThan(2);
    for (const font of own) expect(font).toMatch(/\/Subtype \/CIDFontType2/);
  });

  test('draws figures as vectors with their labels as text', () => {
    const file = Buffer.from(sample.pdf).toString('latin1');
    // The poster is the only picture made of dots.
    expect(file.match(/\/Subtype \/Image\b/g)).toHaveLength(1);
    expect(texts.some((text) => text.includes('新增用户（人）'))).toBe(true);
  });

  test('gives the same bytes again', () => {
    const again = printBook(createSampleBook(), { root });
    expect(Buffer.compare(Buffer.from(again.pdf), Buffer.from(sample.pdf))).toBe(0);
  });

  test('copies out as the text the author wrote', () => {
    const body = withoutSpaces(texts.join(''));
    for (const part of [
      '实训期内新增用户1,302人，超额完成预期目标',
      '{渠道}',
      '#import"x"；*星号*；_下划线_',
      '转化率<5%',
      '提示：读数的次序',
    ])
      expect(body).toContain(part);
  });

  test('leads to figures in other sections by page, to near ones without', () => {
    const page = texts.findLastIndex((text) => text.includes('图\u00a02-2　')) - first + 1;
    expect(withoutSpaces(texts.join(''))).toContain(`（图2-2，第${page}页）`);
    expect(withoutSpaces(texts.join(''))).toContain('如表2-1所示');
  });
});

test('the ledger has the values that the text leads to, each with what was read and its pages', () => {
  const book = createSampleBook();
  const known = book.values.期末转化率!;
  const lineage = { ...known.lineage, kind: 'sql' as const, formula: 'SELECT 4.8' };
  book.values.期末转化率 = { ...known, lineage };
  book.values.只在图中 = { ...known, name: '只在图中' };
  const printed = new PdfFile(printBook(book, { root }).pdf);
  const back = withoutSpaces(printed.pages.map((_, i) => printed.pageText(i)).join(''))
    .split('数据来源')
    .at(-1);
  expect(back).toContain(
    "新增用户1,302人去重计数（用户）；users（1,302行）；筛选channel<>'test'；目标1,000人页码：1",
  );
  expect(back).toContain('期末转化率4.8%SQL查询=');
  expect(back).not.toContain('只在图中');
});

describe('contents', () => {
  test('name the pages on which the heads stand', () => {
    const contents = withoutSpaces(texts[2]!);
    const heads = pdf.bookmarks.filter(({ page, title }) => page >= first && !/events|users/.test(title));
    expect(heads.length).toBeGreaterThan(8);
    const titles = heads.map(({ title }) => withoutSpaces(title));
    heads.forEach(({ page }, i) => {
      expect(withoutSpaces(texts[page]!)).toContain(titles[i]);
      // From the end of this title to the next one, or to the page number at the foot.
      const rest = contents.slice(contents.indexOf(`${titles[i]}.`) + titles[i]!.length);
      const line = rest.slice(0, rest.indexOf(titles[i + 1] ?? '插图清单'));
      expect(line.replace(/^\.+/, '')).toBe(String(page - first + 1));
    });
  });

  test('count the front in roman, the rest from 1', () => {
    expect(texts[0]).not.toMatch(/\d$/);
    expect(texts[1]).toMatch(/I$/);
    expect(texts[first]).toMatch(/1$/);
  });
});

describe('what an author writes is never Typst', () => {
  const signs = String.raw`#import "x" $a$ *b* _c_ \ " @d <e> [f] {g} // h /* i */ = j - k + l ~ \u{41} #panic("m") ]#`;

  test('signs print as they are', () => {
    const book = withText(signs);
    book.front.title = `${signs} 报告`;
    book.figures[0]!.caption = signs;
    book.tables[0]!.data.rows[0]![0] = signs;
    book.front.members[0]!.name = signs;
    const printed = printBook(book, { root });
    expect(printed.problems).toEqual([]);
    const file = new PdfFile(printed.pdf);
    const all = withoutSpaces(file.pages.map((_, i) => file.pageText(i)).join('')).replaceAll('\u200b', '');
    expect(all.split(withoutSpaces(signs)).length).toBeGreaterThan(4);
  });

  test('a formula cannot read, import or run on', () => {
    for (const typst of [
      '#read("/style.typ")',
      '"a\\" #" #import "@preview/x:1.0.0"',
      'x #while true {}',
      'frac(',
      '"',
    ]) {
      const book = withText('公式');
      book.chapters[0]!.blocks.push({ type: 'mathBlock', tex: 'x_1', mathml: '', typst });
      const printed = printBook(book, { root });
      expect(printed.problems.map(({ id }) => id)).toEqual(['math-not-printed']);
      // What `check` and `dev` tell without printing is what printing tells.
      expect(findPrintProblems(book, { root })).toEqual(printed.problems);
      expect(printed.problems[0]!.place.file).toBe('content/reports/sample/01-background.mdx');
    }
  });
});

test('an image outside of the course, or of another kind, is a problem', () => {
  const book = createSampleBook();
  const place = { file: 'content/reports/sample/01-background.mdx', line: 9, column: 1 };
  for (const src of ['../../../../../print/print.ts', '../../../../sample-book.svg', 'https://a.cn/x.png']) {
    const image = { type: 'image', src, alt: '图', place } as const;
    book.chapters[0]!.blocks.push({ type: 'paragraph', children: [image] });
  }
  const { problems, pages } = printBook(book, { root });
  expect(problems.map(({ id }) => id)).toEqual(Array(3).fill('image-not-printed'));
  expect(pages).toBeGreaterThan(0);
});

test('an English report has English words', () => {
  const printed = printBook(createSampleBook({ language: 'en' }), { root });
  const file = new PdfFile(printed.pdf);
  expect(printed.problems).toEqual([]);
  expect(file.catalog).toMatch(/\/Lang \(en-US\)/);
  expect(file.pageText(2)).toContain('Contents');
  expect(file.bookmarks.map(({ title }) => title).join()).toMatch(
    /Abstract,.*Chapter 1.*References,Appendix A/,
  );
});

test('a draft is stamped, a report without figures, tables, values and references has no empty parts', () => {
  const bare = createSampleBook({
    figures: [],
    pictures: [],
    tables: [],
    values: {},
    references: [],
    datasets: [],
    kpis: [],
  });
  bare.front = { ...bare.front, draft: true, members: [], keywords: [], cover: [], simulated: false };
  bare.chapters = bare.chapters.slice(1);
  const printed = printBook(bare, { root });
  const file = new PdfFile(printed.pdf);
  expect(file.bookmarks.map(({ title }) => withoutSpaces(title))).toEqual([
    '摘要',
    '目录',
    '第2章成果与复盘',
    '2.1目标达成情况',
    '2.2明细',
  ]);
  expect(file.pageText(1)).toContain('草稿');
});
