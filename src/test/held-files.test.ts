/**
 * Files that another program holds, as Excel does on Windows: every read of them is refused here, since a test that runs
 * as root can take the right to read from nobody.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import promises, { readFile } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import * as xlsx from '@e965/xlsx';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { checkCourse } from '../checks/checks.ts';
import type { Context } from '../cli/command.ts';
import { type ImportPiece, readImportPieces } from '../cli/import/import-pieces.ts';
import { findConflicts } from '../cli/import/write-import.ts';
import { buildCourse } from '../report/build-course.ts';
import { hashFolder } from '../source/program-hash.ts';
import { readTables } from '../source/read-tables.ts';
import { commandWords } from '../words/command-words.ts';
import { copyCourse, writeCourse } from './copied-course.ts';

const held = { name: '', code: 'EBUSY', streams: true };

function findRefusal(path: unknown): Error | undefined {
  if (held.name === '' || !String(path).endsWith(`/${held.name}`)) return undefined;
  const message = `${held.code}: resource busy or locked, open '${String(path)}'`;
  return Object.assign(new Error(message), { code: held.code });
}

const real = {
  readFile: promises.readFile,
  open: promises.open,
  createReadStream: fs.createReadStream,
  readFileSync: fs.readFileSync,
};

/** Everybody's `readFile`, `open`, `readFileSync` and `createReadStream`, whoever imported them before. */
beforeAll(() => {
  promises.readFile = (async (...args: Parameters<typeof real.readFile>) => {
    const refusal = findRefusal(args[0]);
    if (refusal) throw refusal;
    return real.readFile(...args);
  }) as typeof real.readFile;
  promises.open = async (...args) => {
    const refusal = findRefusal(args[0]);
    if (refusal) throw refusal;
    return real.open(...args);
  };
  fs.readFileSync = ((...args: Parameters<typeof real.readFileSync>) => {
    const refusal = held.streams && findRefusal(args[0]);
    if (refusal) throw refusal;
    return real.readFileSync(...args);
  }) as typeof real.readFileSync;
  fs.createReadStream = ((...args: Parameters<typeof real.createReadStream>) => {
    const refusal = held.streams && findRefusal(args[0]);
    if (!refusal) return real.createReadStream(...args);
    return new Readable({ read: () => undefined }).destroy(refusal);
  }) as typeof real.createReadStream;
  syncBuiltinESMExports();
});

afterAll(() => {
  Object.assign(promises, { readFile: real.readFile, open: real.open });
  Object.assign(fs, { createReadStream: real.createReadStream, readFileSync: real.readFileSync });
  syncBuiltinESMExports();
});

/** From now until the test ends, no read of a file that is called so comes through. */
function hold(name: string, { code = 'EBUSY', streams = true } = {}): void {
  Object.assign(held, { name, code, streams });
  onTestFinished(() => {
    held.name = '';
  });
}

const book = xlsx.utils.book_new();
xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['渠道'], ['SEM']]), '推广');

const files = {
  'data/r/推广.csv': '渠道,花费\nSEM,12\n',
  'data/r/推广表.xlsx': xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer,
  'data/r/列.parquet': 'PAR1',
  'data/r/tables.yaml': '推广.csv: { title: 推广 }\n',
  'data/r/charts/a.vl.yaml': 'mark: bar\n',
  'content/reports/r/references.bib': '',
  'content/reports/r/01-base.mdx': '',
  'content/reports/r/index.mdx': '',
  'content/reports/r/图/流程.png': 'PNG',
  'data/r/metrics.yaml': '',
};

test.each([
  ...Object.keys(files).map((file) => [file, 'EBUSY']),
  ['data/r/推广.csv', 'EPERM'],
  ['data/r/推广.csv', 'EACCES'],
])('%s that is held (%s) is told with its place and what to do', async (file, code) => {
  const {
    'content/reports/r/01-base.mdx': _,
    'content/reports/r/index.mdx': __,
    'data/r/metrics.yaml': ___,
    ...own
  } = files;
  const root = await writeCourse(own);
  hold(file.slice(file.lastIndexOf('/') + 1), { code });
  const { problems, reports } = checkCourse(
    await buildCourse({
      root,
      cache: { books: join(root, 'books'), drawings: join(root, 'drawings') },
      downloads: join(root, 'downloads'),
    }),
  );
  const told = [...problems, ...reports.flatMap((one) => one.problems)];
  const about = told.filter(({ place }) => place.file === file);
  expect(about.map(({ id, severity }) => `${severity} ${id}`)).toEqual(['error file-in-use']);
  expect(about[0]?.cure.zh).toContain('关闭它');
  expect(JSON.stringify(told)).not.toMatch(/EBUSY|EPERM|EACCES|\/tmp/);
});

test('the course file and the pages are told of the course', async () => {
  const root = await writeCourse({ 'content/pages/a.mdx': '---\ntitle: A\n---\n\n正文。\n' });
  for (const file of ['content/course.yaml', 'content/pages/a.mdx']) {
    hold(file.slice(file.lastIndexOf('/') + 1));
    const { problems } = await buildCourse({ root });
    expect(problems.map(({ place, id }) => `${formatPlace(place)} ${id}`)).toEqual([`${file} file-in-use`]);
  }
});

test('a chapter that is held is the only problem of its report', async () => {
  const root = await copyCourse('base');
  hold('01-base.mdx');
  const { reports } = await buildCourse({ root });
  expect(reports[0]?.problems.map(({ id }) => id)).toEqual(['file-in-use']);
});

test('a large file that is held is told as a small one is', async () => {
  const root = await writeCourse({ 'data/r/大.csv': '渠道,花费\nSEM,12\n' });
  hold('大.csv');
  const { problems, tables } = await readTables(root, 'r', { large: 4 });
  expect(problems.map(({ id }) => id)).toEqual(['file-in-use']);
  expect(tables.map(({ name }) => name)).toEqual(['visits']);
});

test('files to import are told as they were typed', async () => {
  const root = await writeCourse({ 'x/a.csv': 'a,b\n1,2\n', 'x/b.xls': 'a,b\n1,2\n' });
  const context = { language: 'zh', words: commandWords.zh, terminal: { progress: () => undefined } };
  for (const name of ['a.csv', 'b.xls']) {
    hold(name);
    const file = { typed: `../x/${name}`, absolute: join(root, 'x', name), bytes: 8 };
    const { problems } = await readImportPieces([file], 'data/r', context as unknown as Context);
    expect(problems.map(({ place, id }) => `${formatPlace(place)} ${id}`)).toEqual([
      `../x/${name} file-in-use`,
    ]);
  }
});

test('a file that was held for a moment only is read the next time', async () => {
  const root = await writeCourse({ 'data/r/推广.csv': '渠道,花费\nSEM,12\n' });
  const build = async () =>
    (
      await buildCourse({
        root,
        cache: { books: join(root, 'books'), drawings: join(root, 'drawings') },
        downloads: join(root, 'downloads'),
      })
    ).reports[0];
  // The key of the cache is found from streams.
  hold('推广.csv', { streams: false });
  expect((await build())?.problems.map(({ id }) => id)).toEqual(['file-in-use']);
  held.name = '';
  const built = await build();
  expect(built?.problems).toEqual([]);
  expect(built?.book?.datasets.map(({ name }) => name)).toContain('推广');
});

test('a file that is to be written over is told before one is written', async () => {
  const root = await writeCourse({ 'data/r/推广.csv': 'a\n' });
  const file = { typed: 'a.csv', absolute: join(root, 'a.csv'), bytes: 8 };
  const table = { columns: [], content: { kind: 'rows', rows: [] } };
  const piece = { file, table, target: 'data/r/推广.csv', isMap: false } as unknown as ImportPiece;
  for (const name of ['推广.csv', 'tables.yaml']) {
    hold(name);
    const context = { force: true, language: 'zh' as const, words: commandWords.zh };
    const { conflicts } = await findConflicts(root, 'data/r', [piece], context);
    expect(conflicts).toHaveLength(1);
    expect(conflicts[0]).toMatch(`data/r/${name}: 打不开“${name}”`);
  }
});

test('the key of a report is found beside a lock file that cannot be read, and changes with it', async () => {
  const root = await writeCourse({ 'data/r/~$推广.xlsx': 'x' });
  const compute = async () => {
    const hash = createHash('sha256');
    await hashFolder(hash, join(root, 'data'));
    return hash.digest('hex');
  };
  const before = await compute();
  hold('~$推广.xlsx');
  expect(await compute()).not.toBe(before);
  expect(await compute()).toBe(await compute());
  await expect(readFile(join(root, 'data/r/~$推广.xlsx'))).rejects.toThrow('EBUSY');
});
