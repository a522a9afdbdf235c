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
  for (const { file, text } of files)
    expect(readFileSync(join(root, file), 'utf8') === text, file).toBe(true);
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
  expect(getAnswerKeyPath('growth-lab')).toBe('data-key/growth-lab.yaml');
});
