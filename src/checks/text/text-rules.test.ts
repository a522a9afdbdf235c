import { expect, test } from 'vitest';
import { formatPlace } from '../../base/place.ts';
import type { Book, BookBlock, BookInline } from '../../report/book.ts';
import { courseFile } from '../../schema/course-file.ts';
import type { ReportSource } from '../../source/read-course.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import type { TextRule } from '../text-rule.ts';
import { captionNumber } from './caption-number.ts';
import { deadLink } from './dead-link.ts';
import { headingJump } from './heading-jump.ts';
import { imageKind } from './image-kind.ts';
import { imageWithoutText } from './image-without-text.ts';
import { missingImage } from './missing-image.ts';
import { missingPart } from './missing-part.ts';
import { thinPart } from './thin-part.ts';
import { unreferencedFigure } from './unreferenced-figure.ts';

const file = 'content/reports/r/01-a.mdx';
const place = { file, line: 7, column: 3 };
const source: ReportSource = {
  report: 'r',
  folder: 'content/reports/r',
  chapters: [],
  charts: [],
  assets: ['content/reports/r/images/flow.png', 'content/reports/r/logo.svg'],
  problems: [],
};

/** A book of one chapter with these blocks. */
function buildBook(blocks: BookBlock[]): Book {
  const empty = {
    abstract: { blocks: [], footnotes: [] },
    figures: [],
    pictures: [],
    images: {},
    tables: [],
    coverage: { done: 0, total: 0, items: [] },
  };
  return {
    ...createSampleBook(),
    ...empty,
    chapters: [{ slug: 'a', number: 1, title: 'A', file, blocks, footnotes: [] }],
  };
}

function listProblems(rule: TextRule, blocks: BookBlock[], more: Partial<Book> = {}): string[] {
  const found = rule.find({
    book: { ...buildBook(blocks), ...more },
    source,
    course: courseFile.parse({ title: 'C' }),
  });
  return found.map((one) => `${formatPlace(one.place)} ${one.id} ${one.cure.zh}`);
}

const paragraph = (child: BookInline): BookBlock => ({ type: 'paragraph', children: [child] });
const link = (url: string) =>
  paragraph({ type: 'link', url, place, children: [{ type: 'text', value: 'x' }] });
const heading = (depth: 2 | 3 | 4, id: string): BookBlock => ({
  type: 'heading',
  depth,
  id,
  number: '',
  text: id,
  children: [],
  place,
});

test('dead-link: a heading, page or chapter that is not there', () => {
  const blocks = [
    heading(2, '目标达成'),
    link('#目标达成'),
    link('numbers.html#v-x'),
    link('https://a.cn'),
    link('b.html'),
  ];
  expect(listProblems(deadLink, blocks)).toHaveLength(1);
  expect(listProblems(deadLink, blocks)[0]).toMatch(
    /^content\/reports\/r\/01-a\.mdx:7:3 dead-link 你是不是想写“a\.html”/,
  );
  expect(listProblems(deadLink, [heading(2, '目标达成'), link('a.html#目标达')])[0]).toContain(
    '你是不是想写“目标达成”',
  );
});

test('dead-link: also inside lists, quotes, tables and emphasis', () => {
  const bad = link('x.html');
  const inner: BookInline[] = bad.type === 'paragraph' ? bad.children : [];
  const blocks: BookBlock[] = [
    { type: 'list', ordered: false, start: 1, items: [{ children: [bad] }] },
    { type: 'quote', children: [bad] },
    { type: 'grid', align: [null], header: [inner], rows: [[inner]] },
    paragraph({ type: 'strong', children: inner }),
  ];
  expect(listProblems(deadLink, blocks)).toHaveLength(5);
});

test('image: missing, of a kind that is not read, without a text', () => {
  const img = (src: string, alt = '流程') => paragraph({ type: 'image', src, alt, place });
  expect(listProblems(missingImage, [img('images/flow.png')])).toEqual([]);
  expect(listProblems(missingImage, [img('images/flwo.png')])[0]).toMatch(
    /7:3 missing-image 你是不是想写“images\/flow\.png”/,
  );
  expect(listProblems(imageKind, [img('logo.svg')])[0]).toMatch(/image-kind/);
  expect(listProblems(imageWithoutText, [img('images/flow.png', '')])[0]).toMatch(/image-without-text/);
  // Of an image only the first fault is named.
  for (const rule of [imageKind, imageWithoutText])
    expect(listProblems(rule, [img('x.svg', '')])).toEqual([]);
  expect(listProblems(imageWithoutText, [img('logo.svg', '')])).toEqual([]);
});

test('heading-jump: from the chapter title down, one level at a time', () => {
  expect(listProblems(headingJump, [heading(2, 'a'), heading(3, 'b'), heading(2, 'c')])).toEqual([]);
  expect(listProblems(headingJump, [heading(3, 'a')])[0]).toMatch(/heading-jump 改用 ##，/);
  expect(listProblems(headingJump, [heading(2, 'a'), heading(4, 'b')])[0]).toMatch(/heading-jump 改用 ###，/);
});

test('missing-part: names the title to write', () => {
  const part = { id: 'goals', title: '目标达成情况', done: false, place: { file: 'a.mdx', line: 1 } };
  const coverage = {
    done: 0,
    total: 2,
    items: [
      { ...part, lacks: [] },
      { ...part, lacks: ['甲', '乙'] },
    ],
  };
  expect(listProblems(missingPart, [], { coverage })[0]).toContain(
    '标题用“目标达成情况”，或在相应位置放 <Covers of="goals" />',
  );
  expect(listProblems(thinPart, [], { coverage })[0]).toContain('thin-part');
});

test('unreferenced-figure: every figure and table is mentioned', () => {
  const [figure] = createSampleBook().figures;
  const ref: BookInline = { type: 'ref', text: '图', target: { chapter: 'a', anchor: figure!.id } };
  expect(listProblems(unreferencedFigure, [], { figures: [figure!] })).toHaveLength(1);
  expect(listProblems(unreferencedFigure, [paragraph(ref)], { figures: [figure!] })).toEqual([]);
});

test('caption-number: the nearest number of the data is named; none of what an author did not write is looked at', () => {
  const [figure] = createSampleBook().figures;
  const listCaptionProblems = (caption: string, captionPlace?: typeof place) =>
    listProblems(captionNumber, [], {
      figures: [{ ...figure!, caption, ...(captionPlace && { captionPlace }) }],
    });
  expect(listCaptionProblems('新增用户升至 151 人', place)).toEqual([
    `${file}:7:3 caption-number 数据里最接近的是“150 人”。改正数字，或删去 caption，题注会由数据自动写出。`,
  ]);
  expect(listCaptionProblems('新增用户由 60 人升至 150 人，合计 420 人，增长 150%', place)).toEqual([]);
  expect(listCaptionProblems('新增用户升至 151 人')).toEqual([]);
});
