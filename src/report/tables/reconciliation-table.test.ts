import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFacts } from '../../checks/facts/facts.ts';
import { openEngine } from '../../data/open-engine.ts';
import { courseFile } from '../../schema/course-file.ts';
import { readTables } from '../../source/read-tables.ts';
import { buildReconciliationTable } from './reconciliation-table.ts';

const period = { from: '2026-03-02', to: '2026-03-15' };
let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'fupan-recon-'));
});
afterAll(() => rm(root, { recursive: true }));

async function matrix(report: string, files: Record<string, string>) {
  await mkdir(join(root, 'data', report), { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, 'data', report, name), text);
  const { tables } = await readTables(root, report);
  const { engine } = await openEngine(tables, { zone: 'Asia/Shanghai' });
  const facts = createFacts({ engine, sources: tables, period, course: courseFile.parse({ title: 't' }) });
  const rows = await buildReconciliationTable(facts, 'zh');
  engine.close();
  return rows && [rows.columns.map(({ label }) => label), ...rows.rows];
}

const rows = [
  '2026-03-02,点击,媒体,1000',
  '2026-03-02,点击,第三方,1100',
  '2026-03-02,点击,埋点,990',
  '2026-03-03,点击,媒体,1000',
  '2026-03-03,点击,第三方,1101',
  '2026-03-03,点击,埋点,1000',
  '2026-03-02,订单,订单库,0',
  '2026-03-02,订单,埋点,5',
];
const recon = `date,metric,source,value\n${rows.join('\n')}\n`;

test('IAB UK, Preventing discrepancy checklist: 10 % of the reference is allowed, own systems declare 1 %', async () => {
  const yaml = 'recon.csv: { reference: { 点击: 媒体, 订单: 订单库 }, tolerance: { 埋点: 0.01 } }\n';
  expect(await matrix('declared', { 'recon.csv': recon, 'tables.yaml': yaml })).toEqual([
    ['指标', '基准来源', '第三方（≤ 10%）', '埋点（≤ 1%）'],
    ['点击', '媒体', '2 次中 1 次超差，最大 +10.1%', '一致，最大 −1%'],
    ['订单', '订单库', '—', '1 次中 1 次超差，最大 —'],
  ]);
});

test('without a source of reference there is nothing to hold the others against', async () => {
  expect(await matrix('none', { 'recon.csv': recon })).toBeUndefined();
});
