import { expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { writeCourse } from '../test/copied-course.ts';
import { readTables } from './read-tables.ts';
import { decodeAuthorText, findMergeConflict } from './text-faults.ts';

async function listProblems(text: string, large?: number): Promise<string[]> {
  const root = await writeCourse({ 'data/r/more.csv': text });
  const { problems } = await readTables(root, 'r', large === undefined ? {} : { large });
  return problems.map(({ id, place }) => `${formatPlace(place)} ${id}`);
}

test.each([
  ['date，a\n2026-03-02,1\n', 'data/r/more.csv:1:5 wide-comma-header'],
  ['date,a，b\n2026-03-02,1,2\n', 'data/r/more.csv:1:7 wide-comma-header'],
  [
    'date,a\n<<<<<<< HEAD\n2026-03-02,1\n=======\n2026-03-02,2\n>>>>>>> b\n',
    'data/r/more.csv:2:1 merge-conflict',
  ],
])('a small and a large file are told the same: %j', async (text, expected) => {
  expect(await listProblems(text)).toEqual([expected]);
  expect(await listProblems(text, 0)).toEqual([expected]);
});

test.each(['日期，数\n2026-03-02，1\n', '日期,“甲，乙”\n2026-03-02,1\n', 'a,b\n"x，y",1\n'])(
  '%j is read',
  async (text) => {
    expect((await listProblems(text)).filter((one) => one.includes('wide-comma'))).toEqual([]);
  },
);

test('a code block may show a conflict, and a line of = is none', () => {
  const marks = '<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> b\n';
  expect(findMergeConflict('a.mdx', marks)?.place.line).toBe(1);
  expect(findMergeConflict('a.mdx', `\`\`\`\n${marks}\`\`\`\n`)).toBeUndefined();
  expect(findMergeConflict('a.mdx', '标题\n=======\n\n> 引文\n')).toBeUndefined();
});

test('an author’s text is UTF-8, with or without its mark', () => {
  expect(decodeAuthorText('a', Buffer.from('\ufeff中文'))).toEqual({ text: '中文' });
  expect(decodeAuthorText('a', Buffer.from('替换 \ufffd 符'))).toEqual({ text: '替换 \ufffd 符' });
  const cut = decodeAuthorText('a', Buffer.from('中文\n中').subarray(0, -1));
  expect('problem' in cut && cut.problem.place).toEqual({ file: 'a', line: 2, column: 1 });
});
