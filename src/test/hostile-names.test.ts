/** Names that come with a course handed in, and what becomes of them: a safe file, or a problem with its place. */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import * as xlsx from '@e965/xlsx';
import { expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { checkCourse } from '../checks/checks.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse, listFiles, runFupan, writeCourse } from './copied-course.ts';

/** A workbook whose only sheet is called so, as no office program would save it. */
function buildWorkbook(name: string): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([['渠道'], ['=盗']]), 'PLACE');
  const zip = xlsx.CFB.read(xlsx.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer, {
    type: 'buffer',
  });
  const entry = xlsx.CFB.find(zip, '/xl/workbook.xml')!;
  const text = Buffer.from(entry.content as Uint8Array).toString('utf8');
  entry.content = Buffer.from(
    text.replaceAll('PLACE', name.replaceAll('"', '&quot;').replaceAll('<', '&lt;')),
  );
  return xlsx.CFB.write(zip, { fileType: 'zip', type: 'buffer' }) as Buffer;
}

async function listProblems(root: string): Promise<string[]> {
  const options = { root, downloads: join(root, '.fupan/downloads') };
  const built = checkCourse(await buildCourse(options));
  const all = [...built.problems, ...built.reports.flatMap(({ problems }) => problems)];
  return all.map(({ place, id }) => `${formatPlace(place)} ${id}`);
}

test.each(['../../../data/victim/visits', '/tmp/fupan-victim/visits', '..\\..\\victim', 'con', 'a<b'])(
  'a sheet called %s becomes no file',
  async (name) => {
    const root = await writeCourse({
      'data/victim/visits.csv': 'theirs\n',
      'data/r/推广.xlsx': buildWorkbook(name),
    });
    const before = await listFiles(join(root, 'data'));
    expect(await listProblems(root)).toEqual([`data/r/推广.xlsx!${name}!A1 table-file-name`]);
    expect(await readFile(join(root, 'data/victim/visits.csv'), 'utf8')).toBe('theirs\n');
    expect(await listFiles(join(root, 'data'))).toEqual(before);
    expect(await listFiles(join(root, '.fupan/downloads'))).toEqual(['r/visits.csv']);
  },
);

test('a sheet with signs that only addresses mind is a table like others', async () => {
  const root = await writeCourse({ 'data/r/推广.xlsx': buildWorkbook('转化率(%)#1') });
  expect(await listProblems(root)).toEqual([]);
});

test('a sheet that leads elsewhere is imported under a name of this folder', async () => {
  const root = await writeCourse({
    'data/victim/visits.csv': 'theirs\n',
    'x.xlsx': buildWorkbook('../../../data/victim/visits'),
  });
  const { code } = await runFupan(['import', join(root, 'x.xlsx'), '--report', 'r', '--root', root]);
  expect(code).toBe(0);
  expect(await readFile(join(root, 'data/victim/visits.csv'), 'utf8')).toBe('theirs\n');
  expect(await listFiles(join(root, 'data/r'))).toContain('data-victim-visits.csv');
});

const onLinux = process.platform === 'linux';

test.runIf(onLinux)('report folders that no system can carry are told, and no other', async () => {
  const root = await copyCourse('base');
  const unfit = ['"<>|', '..x', 'NUL', 'R', 'a#b?c%41', 'a. ', 'r.pdf', '\u202Ex'];
  for (const name of [...unfit, '甲组（一）', 'a b']) {
    for (const part of ['content/reports', 'data']) await mkdir(join(root, part, name));
    await writeFile(join(root, 'data', name, 'visits.csv'), 'date,visits\n2026-03-02,1\n');
    await writeFile(
      join(root, 'content/reports', name, 'index.mdx'),
      await readFile(join(root, 'content/reports/r/index.mdx')),
    );
  }
  const found = await listProblems(root);
  const ofFolders = found.filter((one) => / report-folder-/.test(one));
  expect(ofFolders.map((one) => one.replace('content/reports/', ''))).toEqual([
    '"<>| report-folder-name',
    '..x report-folder-name',
    'NUL report-folder-name',
    'a#b?c%41 report-folder-name',
    'a.  report-folder-name',
    'r report-folder-twice',
    'r.pdf report-folder-reserved',
    '\u202Ex report-folder-name',
  ]);
  const { code, out, err } = await runFupan(['check', '--root', root]);
  expect(code).toBe(1);
  expect(out + err).toContain('content/reports/a#b?c%41');
});

test.runIf(onLinux)('a course with nothing but such folders is not said to have no report', async () => {
  const root = await copyCourse('base');
  await rename(join(root, 'content/reports/r'), join(root, 'content/reports/a#b'));
  expect(await listProblems(root)).toEqual(['content/reports/a#b report-folder-name']);
});

test.runIf(onLinux)('chapters and pages are files of the site, too', async () => {
  const chapter = '---\ntitle: 章\n---\n\n正文。\n';
  const root = await writeCourse({
    'content/reports/r/02-a#b.mdx': chapter,
    'content/reports/r/03-nul.mdx': chapter,
    'content/reports/r/04-BASE.mdx': chapter,
    'content/pages/index.mdx': chapter,
    'content/pages/a%2Fb.mdx': chapter,
    'content/pages/1-x.mdx': chapter,
    'content/pages/2-X.mdx': chapter,
  });
  expect((await listProblems(root)).filter((one) => /chapter/.test(one))).toEqual([
    'content/pages/2-X.mdx duplicate-chapter',
    'content/pages/a%2Fb.mdx chapter-file-name',
    'content/pages/index.mdx reserved-chapter',
    'content/reports/r/02-a#b.mdx chapter-file-name',
    'content/reports/r/03-nul.mdx chapter-file-name',
    'content/reports/r/04-BASE.mdx duplicate-chapter',
  ]);
});

test('so are figures, by their id', async () => {
  const ids = ['con', 'x'.repeat(240), 'trend', 'TREND', '../../x', 'a/b'];
  const figures = ids.map((id) => `<Table of="visits" id="${id}" caption="图" rows="2" />\n`);
  const root = await writeCourse({
    'content/reports/r/02-x.mdx': `---\ntitle: 章\n---\n\n## 图\n\n${figures.join('\n')}`,
  });
  const found = (await listProblems(root)).filter((one) => / bad-attribute| duplicate-id/.test(one));
  expect(found.map((one) => one.replace(/^\S+mdx:(\d+):\d+/, '$1'))).toEqual([
    '7 bad-attribute',
    '9 bad-attribute',
    '13 duplicate-id',
    '15 bad-attribute',
    '17 bad-attribute',
  ]);
});
