import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openColumns } from '../data/download.ts';
import { openEngine } from '../data/open.ts';
import { readTables } from '../source/tables.ts';
import { readMembers } from './members.ts';

test('student numbers are for the hand-in PDF only, names as the course says', async () => {
  const root = await mkdtemp(join(tmpdir(), 'fupan-members-'));
  await mkdir(join(root, 'data/r'), { recursive: true });
  const rows = ['M1,林知遥,20260101,运营', 'M2,Ann Lee,20260102,设计'];
  await writeFile(join(root, 'data/r/members.csv'), `member_id,name,student_no,role\n${rows.join('\n')}\n`);
  const { engine } = await openEngine((await readTables(root, 'r')).tables, { zone: 'Asia/Shanghai' });
  const told = async (naming: 'identity' | 'shown' | 'masked') =>
    (await readMembers(engine, naming)).map(({ name, number = '' }) => `${name} ${number}`.trim());
  expect(await told('identity')).toEqual(['林知遥 20260101', 'Ann Lee 20260102']);
  expect(await told('shown')).toEqual(['林知遥', 'Ann Lee']);
  expect(await told('masked')).toEqual(['林××', 'A.']);
  expect(openColumns(engine.tables[0]!).map(({ name }) => name)).not.toContain('student_no');
  engine.close();
  await rm(root, { recursive: true });
});
