/** What a build asks the engine after an edit. */
import { writeFileSync } from 'node:fs';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { LockedEngine } from '../data/locked-engine.ts';
import { Cache } from '../files/cache.ts';
import { FileDigester } from '../files/folder-files.ts';
import { StepMemory } from '../files/step-memory.ts';
import { copyCourse } from '../test/copied-course.ts';
import { buildCourse } from './build-course.ts';

const query = vi.spyOn(LockedEngine.prototype, 'query');
afterEach(() => query.mockClear());

async function build(root: string) {
  const cache = {
    books: join(root, 'books'),
    drawings: join(root, 'drawings'),
    data: join(root, 'known'),
  };
  query.mockClear();
  const { reports } = await buildCourse({ root, cache, downloads: join(root, 'downloads') });
  return { ...reports[0]!, asked: query.mock.calls.length };
}

test('a paragraph asks nothing, and the book is that of a build from nothing', async () => {
  const root = await copyCourse('base');
  const chapter = join(root, 'content/reports/r/01-base.mdx');
  const first = await build(root);
  expect(first.asked).toBeGreaterThan(5);
  await appendFile(chapter, '\n又一段。\n');
  const second = await build(root);
  expect(second.asked).toBe(0);
  const { reports } = await buildCourse({ root });
  expect({ book: second.book, problems: second.problems }).toEqual({
    book: { ...reports[0]!.book!, datasets: second.book!.datasets },
    problems: reports[0]!.problems,
  });
});

async function changeCell(root: string): Promise<void> {
  const table = join(root, 'data/r/visits.csv');
  await writeFile(table, `${(await readFile(table, 'utf8')).trimEnd().replace(/\d+$/, '777')}\n`);
}

test('a cell asks what names its table, and no other', async () => {
  const root = await copyCourse('base');
  await writeFile(join(root, 'data/r/others.csv'), 'day,n\n2026-03-02,1\n2026-03-03,2\n');
  const first = await build(root);
  const { length: ofOthers } = query.mock.calls.filter(([sql]) => sql.includes('others'));
  expect(ofOthers).toBeGreaterThan(0);
  await changeCell(root);
  const second = await build(root);
  expect(second.asked).toBe(first.asked - ofOthers);
  expect(second.book!.values).not.toEqual(first.book!.values);
});

test('what is kept on disk gives the book of a build from nothing, edit by edit', {
  timeout: 240_000,
}, async () => {
  const root = await copyCourse('base');
  const chapter = join(root, 'content/reports/r/01-base.mdx');
  const metrics = join(root, 'data/r/metrics.yaml');
  const write = (file: string, change: (text: string) => string) => async () =>
    writeFile(file, change(await readFile(file, 'utf8')));
  const figure = '<Figure kind="trend" of="访问量" id="later" caption="访问" />';
  const edits: [name: string, edit: () => Promise<void>][] = [
    ['paragraph', () => appendFile(chapter, '\n又一段。\n')],
    ['figure', () => appendFile(chapter, `\n## 又一节\n\n${figure}\n`)],
    ['caption', write(chapter, (text) => text.replace('caption="访问"', 'caption="每周访问"'))],
    ['line', write(chapter, (text) => text.replace('## 又一节', '\n\n又一行。\n\n## 又一节'))],
    ['narrowed', write(chapter, (text) => text.replace('of="访问量" id', 'of="访问量" by="week" id'))],
    ['no such value', write(chapter, (text) => text.replace('of="访问量" by', 'of="访问" by'))],
    ['mended', write(chapter, (text) => text.replace('of="访问" by', 'of="访问量" by'))],
    ['cell', () => changeCell(root)],
    ['metric', () => appendFile(metrics, 'constructor: { metric: count, from: visits }\n')],
    ['course', () => writeFile(join(root, 'content/course.yaml'), 'title: 另一课程\nnames: shown\n')],
    ['references', () => writeFile(join(root, 'content/reports/r/references.bib'), '@book{a, title={甲}}\n')],
    ['no figure', write(chapter, (text) => text.replace(/<Figure[^>]*id="later"[^>]*>/, ''))],
  ];
  await build(root);
  for (const [name, edit] of edits) {
    await edit();
    const warm = await build(root);
    const cold = await buildCourse({ root, downloads: join(root, 'cold') });
    const { book, problems } = cold.reports[0]!;
    expect({ book: warm.book, problems: warm.problems }, name).toEqual({ book, problems });
  }
});

test('what nobody asked since values and figures are kept is not forgotten', async () => {
  const root = await copyCourse('base');
  const chapter = join(root, 'content/reports/r/01-base.mdx');
  const first = await build(root);
  await appendFile(
    chapter,
    '\n## 又一节\n\n<Table of="visits" by="week" id="weeks" caption="访问" />\n\n见<Ref to="weeks" />。\n',
  );
  await build(root);
  await appendFile(join(root, 'data/r/metrics.yaml'), '行数: { metric: count, from: visits }\n');
  expect((await build(root)).asked).toBeLessThan(first.asked / 2);
});

test('a formula asks what it needs', async () => {
  const root = await copyCourse('base');
  await build(root);
  await appendFile(join(root, 'data/r/metrics.yaml'), '行数: { metric: count, from: visits }\n');
  const { asked, book } = await build(root);
  expect(asked).toBeGreaterThan(0);
  expect(asked).toBeLessThan(5);
  expect(book!.values.行数!.value).toBeGreaterThan(0);
});

test('what is remembered gives the book of a build from nothing, edit by edit', async () => {
  const root = await copyCourse('base');
  const memory = new StepMemory(new FileDigester(Date.now));
  const cache = { books: join(root, 'books'), drawings: join(root, 'drawings'), data: join(root, 'known') };
  const chapter = join(root, 'content/reports/r/01-base.mdx');
  const downloads = join(root, 'downloads');
  const edits = [
    () => appendFile(chapter, '\n又一段。\n'),
    () => changeCell(root),
    () => appendFile(chapter, '\n## 又一节\n\n<Figure kind="trend" of="访问量" caption="访问" />\n'),
    () => appendFile(join(root, 'data/r/metrics.yaml'), '行数: { metric: count, from: visits }\n'),
    () => writeFile(join(root, 'data/r/tables.yaml'), 'visits.csv: { title: 每周访问 }\n'),
  ];
  for (const edit of edits) {
    await edit();
    const warm = await buildCourse({ root, cache, downloads, memories: { get: () => memory } });
    const cold = await buildCourse({ root, downloads: join(root, 'cold') });
    expect(warm.reports).toEqual(cold.reports);
  }
});

test('a table that is written while its report is built is not taken for what it was', async () => {
  const root = await copyCourse('base');
  const table = join(root, 'data/r/visits.csv');
  const text = await readFile(table, 'utf8');
  const readCold = async () => (await buildCourse({ root })).reports[0]!.book!.values;
  await build(root);
  await appendFile(
    join(root, 'data/r/metrics.yaml'),
    '合计: { metric: sum, from: visits, with: { column: visits } }\n',
  );
  // Its keys are known by then, and its tables are not read yet.
  const read = vi.spyOn(Cache.prototype, 'readJson').mockImplementationOnce(() => {
    writeFileSync(table, `${text.trimEnd().replace(/\d+$/, '777')}\n`);
    return undefined;
  });
  onTestFinished(() => read.mockRestore());
  expect((await build(root)).book!.values).toEqual(await readCold());
  await writeFile(table, text);
  expect((await build(root)).book!.values).toEqual(await readCold());
});
