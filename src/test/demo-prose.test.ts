/** The reports of the demo are what students copy: their sentences say one thing a clause, and write measures in figures. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';

const reports = join(packageDir, 'content/reports');
const files = (await readdir(reports, { recursive: true })).filter((file) => file.endsWith('.mdx')).sort();

interface Paragraph {
  /** `growth-lab/01-background.mdx: first words`. */
  name: string;
  text: string;
}

/** Paragraphs of prose; footnotes, figures, tables, headings and formulas are none. */
function listParagraphs(file: string, text: string): Paragraph[] {
  const body = text.replace(/^---\n[\s\S]*?\n---\n/, '');
  return body
    .split(/\n{2,}/)
    .filter((block) => !/^(?:#|\$\$|\[\^|<\/?(?:Figure|Table|Chart|Kpis|Note)\b)/.test(block.trim()))
    .map((block) => ({ name: `${file}: ${block.slice(0, 40)}`, text: block }));
}

const countValues = (text: string) => text.match(/<Value\b/g)?.length ?? 0;

/** `由 A 变为 B`, `from A to B`: one change, two values. */
const isChange = (clause: string) =>
  /[由从].*<Value.*[至到为].*<Value|from.*<Value.*to.*<Value/s.test(clause);

/** Tags keep their commas to themselves; a point ends a clause only before a space. */
function splitClauses(text: string): string[] {
  const tags: string[] = [];
  const plain = text.replace(/<[^>]*>/g, (tag) => `\uE000${tags.push(tag) - 1}\uE001`);
  return plain
    .split(/[，。；：！？（）]|[.,;:()](?=\s|$)/)
    .map((clause) => clause.replace(/\uE000(\d+)\uE001/g, (_, at) => tags[Number(at)]!));
}

const han = '[零一二两三四五六七八九十百千]';
const spelled = new RegExp(
  [
    `百分之${han}+`,
    `第?${han}*十${han}*百分位`,
    `${han}+点[零一二三四五六七八九]+`,
    `(?<!几)${han}+(?:小时|分钟|秒|元|个百分点)`,
    `${han}*[十百千]${han}*(?:天|日内|人(?!工)|次|条|篇|件|分(?=[以才及]))`,
    `[三四五六]月[一二三四五六七八九十]+日`,
  ].join('|'),
  'g',
);

const paragraphs = (
  await Promise.all(
    files.map(async (file) => listParagraphs(file, await readFile(join(reports, file), 'utf8'))),
  )
).flat();

describe('the sentences of the demo', () => {
  test('are all read', () => {
    expect(files.length).toBeGreaterThanOrEqual(19);
    expect(paragraphs.length).toBeGreaterThan(250);
    expect(paragraphs.map(({ text }) => countValues(text)).reduce((sum, one) => sum + one)).toBeGreaterThan(
      500,
    );
  });

  test('hold four values a paragraph at most', () => {
    expect(paragraphs.filter(({ text }) => countValues(text) > 4).map(({ name }) => name)).toEqual([]);
  });

  test('hold one value a clause, or a change', () => {
    const crowded = paragraphs.flatMap(({ text }) =>
      splitClauses(text).filter((clause) => countValues(clause) > (isChange(clause) ? 2 : 1)),
    );
    expect(crowded).toEqual([]);
  });

  test('leave intervals to notes', () => {
    expect(
      paragraphs.filter(({ text }) => /<Value[^>]*as="interval"/.test(text)).map(({ name }) => name),
    ).toEqual([]);
  });

  test('write measures in Arabic numerals', () => {
    const found = paragraphs.flatMap(({ name, text }) =>
      [...text.replaceAll(/<[^>]*>/g, '').matchAll(spelled)].map(([words]) => `${name}: ${words}`),
    );
    expect(found).toEqual([]);
    expect('四十八小时、百分之九十、零点五与五月四日'.match(spelled)).toEqual([
      '四十八小时',
      '百分之九十',
      '零点五',
      '五月四日',
    ]);
  });
});
