/** Files that are none: links, pipes and folders in a course handed in are told with their place, and never opened. */
import { execFileSync } from 'node:child_process';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { checkCourse } from '../checks/checks.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse } from './copied-course.ts';

const secret = 'geheim-7261';

/** A course, and beside it a folder that it has no business with. */
async function createCourse(): Promise<{ root: string; victim: string }> {
  const [root, victim] = [await copyCourse('base'), await copyCourse()];
  for (const name of ['a.mdx', 'visits.csv', 'b.yaml']) await writeFile(join(victim, name), `${secret}: 1\n`);
  return { root, victim };
}

async function listProblems(root: string): Promise<string[]> {
  const built = checkCourse(
    await buildCourse({
      root,
      cache: { books: join(root, '.fupan/books'), drawings: join(root, '.fupan/drawings') },
    }),
  );
  const all = [...built.problems, ...built.reports.flatMap(({ problems }) => problems)];
  expect(JSON.stringify(built)).not.toContain(secret);
  return all.map(({ place, id }) => `${formatPlace(place)} ${id}`);
}

const places = [
  'content/course.yaml',
  'content/pages/a.mdx',
  'content/reports/r/index.mdx',
  'content/reports/r/02-more.mdx',
  'content/reports/r/references.bib',
  'content/reports/r/images/pic.png',
  'content/reports/r/images/pic.svg',
  'data/r/metrics.yaml',
  'data/r/tables.yaml',
  'data/r/more.csv',
  'data/r/more.parquet',
  'data/r/more.xlsx',
  'data/r/charts/own.vl.yaml',
];

const makers = {
  link: (path: string, victim: string) => symlink(join(victim, 'a.mdx'), path),
  'dead link': (path: string) => symlink('/nowhere/at/all', path),
  pipe: async (path: string) => void execFileSync('mkfifo', [path]),
  folder: (path: string) => mkdir(path),
};

const onUnix = process.platform !== 'win32';

describe.runIf(onUnix)('each file of a course', () => {
  const cases = places.flatMap((file) => Object.keys(makers).map((what) => [file, what] as const));
  // A folder is no image, and is told where it is shown.
  test.each(cases.filter(([file, what]) => !(file.includes('images') && what === 'folder')))(
    '%s as a %s',
    async (file, what) => {
      const { root, victim } = await createCourse();
      await rm(join(root, file), { force: true });
      await mkdir(dirname(join(root, file)), { recursive: true });
      await makers[what as keyof typeof makers](join(root, file), victim);
      const id = what.endsWith('link') ? 'outside-file' : 'odd-file';
      const told = await listProblems(root);
      expect(told.filter((one) => one.startsWith(file))).toEqual([`${file} ${id}`]);
    },
  );

  test.each(['content/pages', 'content/reports', 'content/reports/r', 'data', 'data/r', 'data/r/charts'])(
    'the folder %s as a link',
    async (folder) => {
      const { root, victim } = await createCourse();
      await rm(join(root, folder), { recursive: true, force: true });
      await symlink(victim, join(root, folder), 'junction');
      const told = (await listProblems(root)).filter((one) => / (outside|odd)-file$/.test(one));
      expect(told).toEqual([`${folder} outside-file`]);
    },
  );

  test('what an editor leaves beside a file is passed over', async () => {
    const { root } = await createCourse();
    await symlink('me@here.1234', join(root, 'content/reports/r/.#01-base.mdx'));
    expect(await listProblems(root)).toEqual([]);
  });

  test('names whose bytes are no UTF-8 are told', async () => {
    const { root } = await createCourse();
    for (const folder of ['content/reports/r', 'data/r', 'content/pages']) {
      await mkdir(join(root, folder), { recursive: true });
      const name = Buffer.from([0xcd, 0xc6, 0xb9, 0xe3]);
      const end = folder === 'data/r' ? '.csv' : '.mdx';
      await writeFile(Buffer.concat([Buffer.from(`${join(root, folder)}/`), name, Buffer.from(end)]), 'x');
    }
    expect((await listProblems(root)).map((one) => one.replace(/^(.*)\/.* /, '$1 '))).toEqual([
      'content/pages file-name-encoding',
      'content/reports/r file-name-encoding',
      'data/r file-name-encoding',
    ]);
  });
});
