/**
 * Files are written, moved and removed through `files/door.ts` and nowhere else, and the rest of the program imports from
 * `node:fs` what reads. Tests are exempt.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));

const files = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() && /\.(ts|astro|mjs)$/.test(item.name))
  .map((item) => relative(src, join(item.parentPath, item.name)).replaceAll('\\', '/'))
  .filter((path) => !/(^test\/|\.test\.ts$|\.sample\.ts$)/.test(path))
  .map((path) => ({ path, text: readFileSync(join(src, path), 'utf8') }));

const isFileSystem = (name: string) => /^(?:node:)?fs(?:\/promises)?$/.test(name);

/** What a file takes from `node:fs`: names, `*` for all of it, and other ways to it. */
function listTaken(path: string, text: string): string[] {
  const code = path.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.ESNext, true);
  const taken: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) taken.push(...listImported(node));
    if (ts.isCallExpression(node)) {
      const [first] = node.arguments;
      const isModule = first && ts.isStringLiteralLike(first) && isFileSystem(first.text);
      if (isModule || /getBuiltinModule$/.test(node.expression.getText())) taken.push('*');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return taken;
}

function listImported(node: ts.ImportDeclaration | ts.ExportDeclaration): string[] {
  const from = node.moduleSpecifier;
  if (!from || !ts.isStringLiteral(from) || !isFileSystem(from.text)) return [];
  const names = ts.isImportDeclaration(node) ? node.importClause?.namedBindings : node.exportClause;
  if (!names || !(ts.isNamedImports(names) || ts.isNamedExports(names))) return ['*'];
  return names.elements.map((one) => (one.propertyName ?? one.name).text);
}

const readers = new Set([
  'createReadStream',
  'Dirent',
  'existsSync',
  'lstat',
  'lstatSync',
  'readdir',
  'readdirSync',
  'readFile',
  'readFileSync',
  'realpath',
  'realpathSync',
  'stat',
  'statSync',
  'Stats',
]);

/** `open` may read and write: these read with it, and say no flag that writes but `r+`, which changes nothing by itself. */
const openers = new Set([
  'cli/import/import-pieces.ts',
  'cli/import/write-import.ts',
  'source/csv/csv-stream.ts',
  'source/csv/scan-csv.ts',
  'source/parquet/check-footer.ts',
  'source/read-course.ts',
]);

/** What writes into something that is no file of a course. */
const exceptions = new Set([
  // The pipe to the process that waits for a chart.
  'charts/draw/chart-watchdog.ts > writeSync',
]);

test('only the door changes files', () => {
  const wrong = files
    .filter(({ path }) => path !== 'files/door.ts')
    .flatMap(({ path, text }) =>
      listTaken(path, text)
        .filter((name) => !readers.has(name) && !(name === 'open' && openers.has(path)))
        .map((name) => `${path} > ${name}`)
        .filter((one) => !exceptions.has(one)),
    );
  expect(wrong).toEqual([]);
});

test('those that open files do not open them for writing', () => {
  const calls = files
    .filter(({ path }) => openers.has(path))
    .flatMap(({ text }) => text.match(/\bopen\([^)]*\)/g) ?? []);
  expect(calls.length).toBeGreaterThanOrEqual(openers.size);
  expect(calls.filter((call) => /,\s*'(?!r\+?')/.test(call))).toEqual([]);
});

test('the rule sees every way to the file system', () => {
  const ways = [
    "import { rm } from 'node:fs/promises';",
    "import fs from 'fs';",
    "import * as fs from 'node:fs';",
    "export { rm } from 'node:fs/promises';",
    "const fs = await import('node:fs');",
    "const fs = require('fs');",
    "const fs = process.getBuiltinModule('node:fs');",
  ];
  for (const way of ways) {
    const [taken] = listTaken('a.ts', way);
    expect(taken && !readers.has(taken), way).toBe(true);
  }
  expect(listTaken('a.ts', "import { readFile } from 'node:fs/promises';")).toEqual(['readFile']);
});
