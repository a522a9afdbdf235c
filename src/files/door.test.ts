import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import {
  copyFolderInto,
  copyInto,
  emptyInside,
  linkInto,
  makeFolder,
  makeScratch,
  moveInside,
  openInside,
  removeInside,
  removeScratch,
  writeInside,
  writeNew,
  writeWhole,
} from './door.ts';
import { findOddBelow, RefusedPathError, resolveInside } from './path-guard.ts';

let top = '';
let folder = '';

beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'fupan-door-'));
  folder = join(top, 'course');
  mkdirSync(folder);
  mkdirSync(join(top, 'victim'));
  writeFileSync(join(top, 'victim', 'a.txt'), 'theirs');
  onTestFinished(() => rmSync(top, { recursive: true, force: true }));
});

type Action = (name: string) => unknown;

const actions: Record<string, Action> = {
  makeFolder: (name) => makeFolder(folder, name),
  writeInside: (name) => writeInside(folder, name, 'x'),
  writeNew: (name) => writeNew(folder, name, 'x'),
  writeWhole: (name) => writeWhole(folder, name, 'x'),
  openInside: async (name) => openInside(folder, name),
  removeInside: (name) => removeInside(folder, name),
  emptyInside: (name) => emptyInside(folder, name),
  'moveInside from': (name) => moveInside(folder, name, 'b'),
  'moveInside to': async (name) => {
    writeFileSync(join(folder, 'b'), '');
    await moveInside(folder, 'b', name);
  },
  copyInto: (name) => copyInto(join(top, 'victim', 'a.txt'), folder, name),
  copyFolderInto: (name) => copyFolderInto(join(top, 'victim'), folder, name),
  linkInto: (name) => linkInto(join(top, 'victim', 'a.txt'), folder, name),
};

const isUntouched = () =>
  readdirSync(join(top, 'victim')).join() === 'a.txt' &&
  readFileSync(join(top, 'victim', 'a.txt'), 'utf8') === 'theirs';

test.each(Object.keys(actions))('%s keeps out of other folders', async (action) => {
  const outside = [
    '../victim/a.txt',
    '../victim',
    '..',
    '../course-2',
    'x/../../victim',
    join(top, 'victim'),
  ];
  for (const name of outside)
    await expect(async () => actions[action]!(name)).rejects.toThrow(RefusedPathError);
  expect(isUntouched()).toBe(true);
});

test.each(Object.keys(actions))('%s goes through no link', async (action) => {
  symlinkSync(join(top, 'victim'), join(folder, 'to-folder'), 'junction');
  symlinkSync(join(top, 'victim', 'a.txt'), join(folder, 'to-file'));
  symlinkSync(join(top, 'nothing'), join(folder, 'to-nothing'));
  for (const name of ['to-folder', 'to-folder/a.txt', 'to-folder/new/b', 'to-file', 'to-nothing'])
    await expect(async () => actions[action]!(name)).rejects.toThrow(RefusedPathError);
  expect(isUntouched()).toBe(true);
  expect(existsSync(join(top, 'nothing'))).toBe(false);
});

test('a folder that was typed may be a link itself, and names may be absolute inside of it', async () => {
  symlinkSync(folder, join(top, 'link'), 'junction');
  await writeInside(join(top, 'link'), 'a/b.txt', '1');
  await writeWhole(join(top, 'link'), join(top, 'link', 'a', 'c.txt'), '2');
  expect(readdirSync(join(folder, 'a')).sort()).toEqual(['b.txt', 'c.txt']);
});

test('removing a folder leaves what links in it lead to', async () => {
  mkdirSync(join(folder, 'old'));
  symlinkSync(join(top, 'victim'), join(folder, 'old', 'link'), 'junction');
  await removeInside(folder, 'old');
  expect(existsSync(join(folder, 'old'))).toBe(false);
  expect(isUntouched()).toBe(true);
});

test('the first odd thing below a folder is named', () => {
  mkdirSync(join(folder, 'a', 'b'), { recursive: true });
  expect(findOddBelow(folder, 'a')).toBeUndefined();
  expect(findOddBelow(folder, 'missing')).toBeUndefined();
  symlinkSync(join(top, 'victim'), join(folder, 'a', 'b', 'link'), 'junction');
  expect(findOddBelow(folder, 'a')).toEqual({ path: join(folder, 'a', 'b', 'link'), kind: 'link' });
});

test('names that merely begin with dots stay inside', () => {
  expect(resolveInside(folder, '..x')).toBe(join(folder, '..x'));
  expect(() => resolveInside(folder, '../course/../x')).toThrow(RefusedPathError);
});

test('only scratch folders of this process are removed as such', () => {
  const scratch = makeScratch(top);
  removeScratch(join(top, 'victim'));
  removeScratch(scratch);
  expect(existsSync(scratch)).toBe(false);
  expect(isUntouched()).toBe(true);
});
