/** Of members whose names are masked, nothing that both printings or a download are made of holds a full name or a number. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCourse } from '../../checks/checks.ts';
import { copyCourse } from '../../test/copied-course.ts';
import { buildCourse } from '../build-course.ts';

const names = ['林知遥', '林小雨', 'Ann Lee'];
const numbers = ['20260101', '20260102', '20260103'];

const files = {
  'data/r/members.csv': `member_id,name,student_no,role\n${names.map((name, at) => `M${at + 1},${name},${numbers[at]},运营\n`).join('')}`,
  'data/r/tasks.csv': `task_id,name,phase,owner,start_date,end_date,actual_end\nK1,访谈,调研,林知遥,2026-03-02,2026-03-05,2026-03-09\nK2,方案,规划,林小雨；Ann Lee,2026-03-06,2026-03-10,2026-03-10\n`,
  'data/r/weekly_review.csv': `iso_week,date,done,attendees\n2026-W10,2026-03-06,由林知遥完成访谈,林知遥、Ann Lee\n`,
  'data/r/metrics.yaml': '任务: { metric: count, from: tasks, by: owner, unit: 项 }\n',
  'content/reports/r/01-base.mdx': `---\ntitle: 底稿\n---\n\n共 <Value of="任务" /> 任务。\n\n${['tasks', 'weekly_review', 'members', 'findings', '任务'].map((of, at) => `<Table of="${of}" id="t${at}" caption="表" />\n`).join('\n')}`,
};

async function buildMaskedCourse(
  identity: boolean,
): Promise<{ book: string; downloads: string; errors: string[] }> {
  const root = await copyCourse('base');
  for (const [path, text] of Object.entries(files)) await writeFile(join(root, path), text);
  const folder = join(root, 'downloads');
  const { reports } = checkCourse(await buildCourse({ root, identity, downloads: folder }));
  const { book, problems } = reports[0]!;
  const csv = await readdir(join(folder, 'r'));
  const texts = await Promise.all(csv.map((name) => readFile(join(folder, 'r', name), 'utf8')));
  const errors = problems.filter(({ severity }) => severity === 'error').map(({ id }) => id);
  return { book: JSON.stringify(book), downloads: texts.join(''), errors };
}

test('masked: no full name and no student number in the book, its findings, its tables or a download', async () => {
  const { book, downloads, errors } = await buildMaskedCourse(false);
  expect(errors).toEqual([]);
  for (const secret of [...names, ...numbers]) {
    expect(book).not.toContain(secret);
    expect(downloads).not.toContain(secret);
  }
  for (const shown of ['林××', '林××（2）', 'A.']) expect(book).toContain(shown);
});

test('the hand-in PDF is made of a book with names and numbers', async () => {
  const { book } = await buildMaskedCourse(true);
  for (const secret of [...names, ...numbers]) expect(book).toContain(secret);
});
