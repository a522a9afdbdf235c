import { describe, expect, test, vi } from 'vitest';
import type { Book, BookBlock } from '../report/book.ts';
import { PdfFile } from '../test/pdf-file.ts';
import { createSampleBook } from '../test/sample-book.ts';
import { findPrintProblems, printBook } from './print-book.ts';

vi.setConfig({ testTimeout: 30_000 });

const root = new URL('../test/fixtures/print', import.meta.url).pathname;

const emoji = '😀👍🏽✅🔥1️⃣👨‍👩‍👧🇨🇳🏃‍♀️👱‍♂️❤️‍🔥⚠️🏳️‍🌈#️⃣*️⃣';

function withBlocks(...blocks: BookBlock[]): Book {
  const book = createSampleBook();
  book.chapters[0]!.blocks.splice(1, 0, ...blocks);
  return book;
}

const paragraph = (value: string): BookBlock => ({ type: 'paragraph', children: [{ type: 'text', value }] });

/** Prints what `check` has nothing else to say of. A glyph that is missing fails the printing: PDF/UA refuses it. */
function print(book: Book) {
  const printed = printBook(book, { root });
  expect(findPrintProblems(book, { root })).toEqual(printed.problems);
  expect(printed.pages).toBeGreaterThan(0);
  const file = new PdfFile(printed.pdf);
  const text = file.pages.map((_, i) => file.pageText(i)).join('');
  return { problems: printed.problems, file, text };
}

describe('emoji', () => {
  test('print wherever an author can write', () => {
    const book = withBlocks(
      paragraph(`目标${emoji}完成`),
      { type: 'paragraph', children: [{ type: 'strong', children: [{ type: 'text', value: emoji }] }] },
      { type: 'paragraph', children: [{ type: 'emphasis', children: [{ type: 'text', value: emoji }] }] },
      { type: 'paragraph', children: [{ type: 'code', value: emoji }] },
      { type: 'codeBlock', value: `x = "${emoji}"`, language: '' },
      { type: 'mathBlock', tex: 'x', mathml: '', typst: `x = "${emoji}"` },
      { type: 'note', kind: 'tip', title: emoji, children: [paragraph(emoji)] },
    );
    book.front.title = `运营${emoji}报告`;
    book.front.members[0]!.name = `小明${emoji}`;
    book.chapters[0]!.title = `背景${emoji}`;
    book.figures[0]!.caption = `图${emoji}`;
    book.tables[0]!.data.rows[0]![0] = `渠道${emoji}`;
    book.tables[0]!.data.columns[0]!.label = emoji;
    const { problems, file, text } = print(book);
    expect(problems).toEqual([]);
    expect(text.split('👨‍👩‍👧').length - 1).toBeGreaterThan(12);
    expect(text.split('🏃‍♀️').length).toBe(text.split('👨‍👩‍👧').length);
    expect(file.fonts.some((font) => font.includes('NotoEmoji'))).toBe(true);
  });

  test('print in the labels of figures, in the bundled font', () => {
    const book = createSampleBook();
    book.figures[0]!.svg = book.figures[0]!.svg.replace(
      '新增用户（人）',
      `新增${emoji}&amp;留存䶶人\u200d\u2028`,
    )
      .replace('第 10 周', `第${emoji}周`)
      .replace(
        '</svg>',
        '<text font-size="9"><tspan>首行🔥</tspan><tspan x="0" dy="11">次行👍🏽</tspan></text></svg>',
      );
    const { problems, file, text } = print(book);
    expect(problems).toEqual([]);
    // Drawn without the marks that ask for colour, which are no glyphs.
    expect(text).toContain('🏃‍♀');
    expect(text).toContain('👱‍♂');
    expect(text).toMatch(/次行\s*👍🏽/u);
    const names = file.fonts.map((font) => /\+([A-Za-z0-9]+)/.exec(font)?.[1]);
    expect(new Set(names)).toEqual(
      new Set(['NotoSansSC', 'NotoSerifSC', 'NotoEmoji', 'SourceCodePro', 'STIXTwoMath']),
    );
  });
});

describe('a character that no font has', () => {
  test('is told with its place, and its code stands for it', () => {
    const book = withBlocks(paragraph('目标𓀀完成，私用\ue000。'));
    const { problems, text } = print(book);
    expect(problems.map(({ id, severity }) => [id, severity])).toEqual([
      ['replaced-glyph', 'warning'],
      ['replaced-glyph', 'warning'],
    ]);
    expect(problems[0]!.what.zh).toBe(
      '字符“𓀀”没有字体可以印出，纸上以〔U+13000〕（图中以 □）代替，出现在“目标𓀀完成，私用\ue000。”。',
    );
    // The fixture's chapter has the character in its fourth line, third column.
    expect(problems[0]!.place).toEqual({
      file: 'content/reports/sample/01-background.mdx',
      line: 4,
      column: 3,
    });
    expect(text).toContain('目标〔U+13000〕完成，私用〔U+E000〕。');
  });

  test('is looked for in the data too', () => {
    const book = withBlocks(paragraph('最低的是国内𓀆'));
    book.datasets[0]!.file = 'data/sample/channels.csv';
    const { problems } = print(book);
    expect(problems.map(({ place }) => place)).toEqual([
      { file: 'data/sample/channels.csv', line: 3, column: 3 },
    ]);
  });

  test('is an error when it is Chinese', () => {
    const { problems } = print(withBlocks(paragraph('目标✅完成，𠮷祥🎉，𠀀')));
    expect(problems.map(({ id, severity, cure }) => [id, severity, cure.zh])).toEqual([
      ['missing-glyph', 'error', '改写为“吉”。'],
      ['missing-glyph', 'error', '改用通用的字，或用文字说明字形。'],
    ]);
    expect(problems[0]!.what.zh).toBe(
      '汉字“𠮷”（U+20BB7）没有字体可以印出，出现在“目标✅完成，𠮷祥🎉，𠀀”。',
    );
    expect(problems[0]!.place.line).toBe(3);
  });

  test('is a box in the labels of a figure', () => {
    const book = createSampleBook();
    book.figures[0]!.svg = book.figures[0]!.svg.replace('新增用户（人）', '新增𓀀&amp;留存');
    const { problems, text } = print(book);
    expect(problems.map(({ what }) => what.en)).toEqual([
      'No bundled font has “𓀀”: on paper 〔U+13000〕, in a figure □, stands for it in “新增𓀀&留存”.',
    ]);
    expect(text).toMatch(/新增\s*□\s*&留存/);
  });

  test('is told in titles, code, formulas and notes too', () => {
    const book = withBlocks(
      { type: 'codeBlock', value: '𓀁', language: '' },
      { type: 'mathBlock', tex: 'x', mathml: '', typst: '"𓀂" + 𓀃' },
      { type: 'note', kind: 'tip', title: '𓀄', children: [] },
    );
    book.front.title = '报告𓀅';
    const { problems, text } = print(book);
    const told = problems.map(({ what }) => /“(.+?)”/u.exec(what.zh)![1]);
    expect(new Set(told)).toEqual(new Set('𓀁𓀂𓀃𓀄𓀅'));
    for (const code of ['13001', '13002', '13003', '13004', '13005']) expect(text).toContain(code);
  });

  test('does not end the program when a drawing of an author has it', () => {
    const place = { file: 'content/reports/sample/01-background.mdx', line: 3, column: 1 };
    const image = { type: 'image', src: 'labels.svg', alt: '图', place } as const;
    const { problems, text } = print(withBlocks({ type: 'paragraph', children: [image] }));
    expect(problems.map(({ id, place: at }) => [id, at])).toEqual([
      ['replaced-glyph', { file: 'content/reports/sample/labels.svg', line: 3, column: 82 }],
    ]);
    expect(text).toMatch(/甲\s*👨‍👩‍👧\s*乙\s*□/u);
  });
});
