/** Sentences about cited values with what is wrong in them, labelled before there was a rule; and the values. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Book, BookValue } from '../../report/book.ts';
import { courseFile } from '../../schema/course-file.ts';
import { fixtures } from '../../test/copied-course.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { textRules } from '../text/text-rules.ts';
import { type ClaimCount, countClaims } from './count-claims.ts';

export const classes = ['attainment', 'direction', 'comparison', 'extreme', 'praise'] as const;
export type ClaimClass = (typeof classes)[number];

export interface LabelledClaim {
  label: ClaimClass | '-';
  text: string;
}

/** `{name}`, `{name:as}` cite a value, `{name?vs}` a verdict, `{#id}` a figure. */
export function readClaimCorpus(language: 'zh' | 'en'): LabelledClaim[] {
  const lines = readFileSync(join(fixtures, `typed/claims-${language}.txt`), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => {
    const [label = '', text = ''] = line.split('\t');
    return { label: label as LabelledClaim['label'], text: text.replace(/\{([^}]+)\}/g, writeTag) };
  });
}

function writeTag(_: string, inner: string): string {
  const [verdict, vs] = inner.split('?');
  if (inner.startsWith('#')) return `<Ref to="${inner.slice(1)}" />`;
  if (vs !== undefined) return `<Verdict of="${verdict}" vs="${vs}" />`;
  const [name, as] = inner.split(':');
  return `<Value of="${name}"${as ? ` as="${as}"` : ''} />`;
}

type Given = [number, string, { target?: number; outcome?: 'exceeded' | 'missed'; points?: number[] }?];

const given: Record<string, Given> = {
  新增用户: [1302, '人', { target: 1000, outcome: 'exceeded' }],
  访问量: [18, '次', { target: 30, outcome: 'missed' }],
  期初转化率: [2.5, '%'],
  期末转化率: [4.8, '%', { target: 6, outcome: 'missed' }],
  转化率提升: [2.3, '个百分点'],
  订单变化: [-12.5, '%'],
  上期订单: [200, '单'],
  本期订单: [175, '单'],
  小红书成本: [8.5, '元/人'],
  抖音成本: [12.4, '元/人'],
  各渠道关注: [1100, '人', { points: [500, 300, 300] }],
};

/** The sample book with the values of the corpus; some of them changed. */
export function createClaimBook(changes: Record<string, Given> = {}): Book {
  const book = createSampleBook();
  const { 新增用户: model } = book.values;
  const entries = Object.entries({ ...given, ...changes });
  const values = entries.map(([name, one]) => [name, createValue(model!, name, one)]);
  return { ...book, values: Object.fromEntries(values) };
}

function createValue(model: BookValue, name: string, [value, unit, more = {}]: Given): BookValue {
  const { target: _, attainment: __, ...rest } = model;
  const write = (number: number) => ({ value: number, text: `${number} ${unit}` });
  const points = (more.points ?? []).map((number, at) => ({
    key: `k${at}`,
    label: `渠道${at}`,
    n: number,
    ...write(number),
  }));
  const goal = more.target === undefined ? {} : { target: { ...write(more.target), source: 'goals' } };
  const reached =
    more.target === undefined || more.outcome === undefined
      ? {}
      : { attainment: { value: 60, text: '60%', outcome: more.outcome } };
  return { ...rest, name, unit, ...write(value), short: `${value} ${unit}`, points, ...goal, ...reached };
}

/** Ids of what the rules of claims and praise find in a text. */
export function findInText(text: string, book: Book): string[] {
  const course = courseFile.parse({ title: 'C' });
  const input = createInput(text, book);
  return (['typed-claim', 'bound-claim', 'vague-praise'] as const).flatMap((rule) =>
    textRules[rule].find({ ...input, course }).map(({ id }) => id),
  );
}

export function countInText(text: string, book: Book): ClaimCount {
  return countClaims(createInput(text, book));
}

/** A book of its own for each text: what was read is kept by it. */
function createInput(text: string, book: Book) {
  const folder = 'content/reports/r';
  const index = { file: `${folder}/index.mdx`, text: '---\ntitle: 报告\n---\n' };
  const chapters = [{ file: `${folder}/01-a.mdx`, text }];
  const source = { report: 'r', folder, index, chapters, charts: [], assets: [], problems: [] };
  return { source, book: { ...book } };
}
