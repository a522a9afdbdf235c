import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rules } from './checks.ts';
import { dataRules } from './data/data-rules.ts';
import { textRules } from './text/text-rules.ts';

test.each([
  ['data', Object.keys(dataRules)],
  ['text', Object.keys(textRules)],
])('every file of checks/%s holds one registered rule and bears its name', (folder, ids) => {
  const files = readdirSync(join(import.meta.dirname, folder));
  const named = files.filter((name) => !/-rules\.ts$|\.test\.ts$/.test(name));
  expect(named.map((name) => name.replace('.ts', '')).sort()).toEqual(ids.sort());
});

test.each(Object.entries(rules))('%s says what holds and why, in both languages', (_id, { title, why }) => {
  for (const { zh, en } of [title, why]) {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(en).toMatch(/^[A-Z].*[a-z]/);
  }
});
