import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { worldNames } from './reports/world-names.ts';
import { getAnswerKeyPath, simulate } from './simulation.ts';

const root = join(import.meta.dirname, '../..');

test.each(worldNames)('the data of %s are what the simulator writes, byte for byte', (report) => {
  const files = simulate({ report });
  const there = readdirSync(join(root, 'data', report)).filter((name) => name.endsWith('.csv'));
  const data = files.filter(({ file }) => file.startsWith('data/'));
  expect(data.map(({ file }) => file.split('/').at(-1)).sort()).toEqual(there.sort());
  for (const { file, text } of data) expect(readFileSync(join(root, file), 'utf8') === text, file).toBe(true);
});

test.each<[(typeof worldNames)[number], string]>([
  ['growth-lab', 'ea70c5035f9548425a456060e69872b1038414829f1330046ed6f2e5a6c864ac'],
  ['search-lab', '8eb3ec39db1c6360b5a854bb3fa540e5ab8b69994b5ce010733b28a80cb500ea'],
  ['community-lab', 'aed814019804e460b78b10e7e851cf3035ca9d88b063221021eeebdc88f0d783'],
])('the key of %s, which no file of the repository holds, is the same byte for byte', (report, sha256) => {
  const { file, text } = simulate({ report }).at(-1)!;
  expect(file).toBe(getAnswerKeyPath(report));
  expect(createHash('sha256').update(text).digest('hex')).toBe(sha256);
});

test.each(worldNames)('every table of %s has its title in tables.yaml', (report) => {
  const notes = parse(readFileSync(join(root, 'data', report, 'tables.yaml'), 'utf8')) as Record<
    string,
    { title: string }
  >;
  const there = readdirSync(join(root, 'data', report)).filter((name) => name.endsWith('.csv'));
  expect(Object.keys(notes).sort()).toEqual(there.sort());
  for (const { title } of Object.values(notes)) expect(title).toMatch(/（模拟数据）$|\(simulated\)$/);
});

test('the key is not among the data', () => {
  expect(getAnswerKeyPath('growth-lab')).toBe('out/keys/growth-lab.yaml');
});
