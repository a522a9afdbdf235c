import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse } from '../test/copied-course.ts';
import { checkCourse } from './checks.ts';

async function listProblems(edit: (root: string) => Promise<void>): Promise<string[]> {
  const root = await copyCourse('sound');
  await edit(root);
  const course = checkCourse(await buildCourse({ root }));
  const all = [...course.problems, ...course.reports.flatMap(({ problems }) => problems)];
  return all.map(({ place, id, what }) => `${formatPlace(place)} ${id} ${what.zh}`);
}

const change = (file: string, from: string, to: string) => async (root: string) => {
  const text = await readFile(join(root, file), 'utf8');
  expect(text).toContain(from);
  await writeFile(join(root, file), text.replace(from, to));
};

test('metrics.yaml that cannot be read is told alone, with the count of what needs it', async () => {
  const [first, ...more] = await listProblems(change('data/alpha/metrics.yaml', ': {', '：{'));
  expect(more).toEqual([]);
  expect(first).toMatch(/^data\/alpha\/metrics\.yaml:1:4 yaml-syntax .*全角冒号.*另有 4 处/);
});

test('without metrics.yaml every name is told: nothing is the cause of it', async () => {
  const all = await listProblems((root) => rm(join(root, 'data/alpha/metrics.yaml')));
  expect(all.filter((one) => one.includes('unknown-value')).length).toBeGreaterThan(1);
});

test('what names a table whose file is not read is counted at the file', async () => {
  const all = await listProblems(change('data/alpha/visits.csv', 'date,visits', 'date，visits'));
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(/^data\/alpha\/visits\.csv:1:5 wide-comma-header .*另有 \d 处/);
});

test('a chapter in another encoding is one problem', async () => {
  const file = 'content/reports/alpha/01-background.mdx';
  const bytes = Buffer.from([0xd6, 0xd0, 0xce, 0xc4, 0xb5, 0xc4, 0xd5, 0xc2, 0xbd, 0xda, 0x0a]);
  const all = await listProblems((root) => writeFile(join(root, file), bytes));
  expect(all).toHaveLength(1);
  expect(all[0]).toMatch(/text-encoding .*GBK/);
  const wide = Buffer.from('\ufeff---\ntitle: 背景\n---\n', 'utf16le');
  const again = await listProblems((root) => writeFile(join(root, file), wide));
  expect(again).toHaveLength(1);
  expect(again[0]).toMatch(/text-encoding .*UTF-16/);
});
