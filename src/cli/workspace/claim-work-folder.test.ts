import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { RefusedPathError } from '../../files/path-guard.ts';
import { claimWorkFolder } from './claim-work-folder.ts';

let root = '';
let victim = '';

beforeEach(() => {
  const top = mkdtempSync(join(tmpdir(), 'fupan-claim-'));
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
  [root, victim] = [join(top, 'course'), join(top, 'victim')];
  mkdirSync(root);
  mkdirSync(victim);
  writeFileSync(join(victim, 'a.txt'), 'theirs');
});

test.each(['.fupan', '.fupan/out', '.fupan/cache/books/r.json', '.fupan/made-here', 'dist', 'dist/reports'])(
  '%s that is a link is refused by its name, and nothing is removed',
  async (name) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    symlinkSync(victim, join(root, name), 'junction');
    await expect(claimWorkFolder(root)).rejects.toEqual(new RefusedPathError(join(root, name), 'link'));
    expect(readdirSync(victim)).toEqual(['a.txt']);
  },
);

test('what was made here is kept', async () => {
  await claimWorkFolder(root);
  writeFileSync(join(root, '.fupan/kept'), '');
  await claimWorkFolder(root);
  expect(readdirSync(join(root, '.fupan')).sort()).toEqual(['kept', 'made-here']);
});

test('what came with the course is gone, but for the claim of a build that runs', async () => {
  await claimWorkFolder(root);
  const stamp = readFileSync(join(root, '.fupan/made-here'));
  rmSync(join(root, '.fupan'), { recursive: true });
  mkdirSync(join(root, '.fupan/astro'), { recursive: true });
  writeFileSync(join(root, '.fupan/made-here'), Buffer.concat([stamp, Buffer.from('1')]));
  writeFileSync(join(root, '.fupan/build.lock'), '1');
  await claimWorkFolder(root);
  expect(readdirSync(join(root, '.fupan')).sort()).toEqual(['build.lock', 'made-here']);
});
