import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listPublicColumns } from '../../data/csv-export.ts';
import { openEngine } from '../../data/open-engine.ts';
import { readTables } from '../../source/read-tables.ts';
import { buildMasks, maskNames, maskText } from './mask-names.ts';
import { readMembers } from './read-members.ts';

test('student numbers are for the hand-in PDF only, names as the course says', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fupan-members-'));
  await mkdir(join(root, 'data/r'), { recursive: true });
  const rows = ['M1,林知遥,20260101,运营', 'M2,Ann Lee,20260102,设计', 'M3,林小雨,20260103,开发'];
  await writeFile(join(root, 'data/r/members.csv'), `member_id,name,student_no,role\n${rows.join('\n')}\n`);
  const { tables } = await readTables(root, 'r');
  const told = async (given: typeof tables, withNumbers: boolean) => {
    const { engine } = await openEngine(given, { zone: 'Asia/Shanghai' });
    const members = await readMembers(engine, withNumbers);
    expect(listPublicColumns(engine.tables[0]!).map(({ name }) => name)).not.toContain('student_no');
    engine.close();
    return members.map(({ name, number = '' }) => `${name} ${number}`.trim());
  };
  expect(await told(tables, true)).toEqual(['林知遥 20260101', 'Ann Lee 20260102', '林小雨 20260103']);
  expect(await told(tables, false)).toEqual(['林知遥', 'Ann Lee', '林小雨']);
  const masks = buildMasks(tables);
  expect(await told(maskNames(tables, masks), false)).toEqual(['林××', 'A.', '林××（2）']);
  await rm(root, { recursive: true });
});

test('a name is masked as a cell, in a list and in a sentence; one that is a word as well only where it stands alone', () => {
  const masks = new Map([
    ['林知遥', '林××'],
    ['陈述', '陈×'],
    ['Ann Lee', 'A.'],
  ]);
  const said = (text: string) => maskText(text, masks);
  expect(said(' 林知遥 ')).toBe('林××');
  expect(said('林知遥；陈述、Ann Lee')).toBe('林××；陈×、A.');
  expect(said('由林知遥陈述方案')).toBe('由林××陈述方案');
  expect(said('Lee')).toBe('Lee');
});
