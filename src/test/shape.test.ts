/** Files and functions stay small enough to be read in one go. Tests and tables are not measured. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));
const table = /\.generated\.ts$|^words\/|^problems\/|^schema\/tables\//;

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() && /\.(ts|astro)$/.test(item.name) && !/\.(test|d)\.ts$/.test(item.name))
  .map((item) => relative(src, join(item.parentPath, item.name)).replaceAll('\\', '/'))
  .filter((path) => !path.startsWith('test/') && !table.test(path))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

const countLines = (text: string) => text.trimEnd().split('\n').length;

/** Value that the share `p` of sorted numbers does not exceed. */
const quantile = (numbers: number[], p: number) =>
  numbers.toSorted((a, b) => a - b)[Math.ceil(p * numbers.length) - 1]!;

function listFunctions({ path, text }: { path: string; text: string }) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true);
  const found: { where: string; lines: number }[] = [];
  const visit = (node: ts.Node) => {
    const named =
      ts.isFunctionDeclaration(node) || ts.isMethodDeclaration(node) || ts.isConstructorDeclaration(node);
    if (named && node.body) {
      const from = source.getLineAndCharacterOfPosition(node.getStart()).line;
      const to = source.getLineAndCharacterOfPosition(node.end).line;
      found.push({ where: `${path}:${from + 1}`, lines: to - from + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

test('files: median at most 80 lines, nine of ten at most 220, none above 400', () => {
  const lengths = files.map(({ text }) => countLines(text));
  expect(quantile(lengths, 0.5)).toBeLessThanOrEqual(80);
  expect(quantile(lengths, 0.9)).toBeLessThanOrEqual(220);
  expect(files.filter(({ text }) => countLines(text) > 400).map(({ path }) => path)).toEqual([]);
});

test('functions: nine of ten at most 35 lines, none above 80', () => {
  const functions = files.filter(({ path }) => path.endsWith('.ts')).flatMap(listFunctions);
  expect(
    quantile(
      functions.map(({ lines }) => lines),
      0.9,
    ),
  ).toBeLessThanOrEqual(35);
  expect(functions.filter(({ lines }) => lines > 80)).toEqual([]);
});

/** Sets with one file a member, held complete by a typed record or a test of their own. */
const registeredSets = new Set(['charts/kinds', 'checks/data', 'components/tags', 'simulate/tables']);

test('no folder holds more than 25 files side by side, but for registered sets', () => {
  const counts = Map.groupBy(files, ({ path }) => path.split('/').slice(0, -1).join('/'));
  const crowded = [...counts].filter(([folder, { length }]) => length > 25 && !registeredSets.has(folder));
  expect(crowded.map(([folder, { length }]) => `${folder} ${length}`)).toEqual([]);
});

test('the top level holds what people look for, and dotfiles', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const given = ['LICENSE', 'README.md', 'astro.config.mjs', 'content', 'data', 'package-lock.json'];
  given.push('package.json', 'public', 'src', 'tsconfig.json');
  // Made by commands, and kept out of Git.
  const ignored = readFileSync(join(root, '.gitignore'), 'utf8').split('\n');
  const made = ['node_modules', 'dist', 'out'];
  expect(ignored).toEqual(expect.arrayContaining(made.map((folder) => `${folder}/`)));
  const found = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name));
  expect(found.sort()).toEqual(given.sort());
});
