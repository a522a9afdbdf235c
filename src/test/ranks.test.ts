/**
 * The borders of the house: a file imports from its own folder and from folders of lower rank only, nothing goes
 * in circles, and the outside world is touched in named places. Tests are exempt.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const src = fileURLToPath(new URL('..', import.meta.url));

const ranks: Record<string, number> = {
  base: 0,
  words: 0,
  schema: 1,
  problems: 1,
  source: 2,
  data: 2,
  metrics: 2,
  charts: 2,
  markdown: 2,
  references: 2,
  report: 3,
  simulate: 3,
  check: 4,
  print: 5,
  styles: 6,
  components: 6.1,
  layouts: 6.2,
  pages: 6.3,
  'content.config.ts': 6.3,
  'env.d.ts': 6.3,
  cli: 7,
  'integration-dev.ts': 6.9,
  'integration.ts': 7,
  bench: 7.1,
};

/** Words may speak of languages, problems of the schema: inside a rank only these look at a neighbour. */
const neighbours = new Set([
  'words > base',
  'problems > schema',
  'schema > problems',
  'cli > integration.ts',
]);

interface SourceFile {
  /** From `src`. */
  path: string;
  text: string;
  /** Files of `src` it imports, types included. */
  imports: string[];
  /** Packages and `node:`, `astro:` modules. */
  packages: string[];
}

const isTest = (path: string) => /(^test\/|\.test\.ts$|\.sample\.ts$)/.test(path);

const files: SourceFile[] = readdirSync(src, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile() && /\.(ts|astro|mjs)$/.test(item.name))
  .map((item) => relative(src, join(item.parentPath, item.name)).replaceAll('\\', '/'))
  .filter((path) => !isTest(path))
  .sort()
  .map(readSource);

function readSource(path: string): SourceFile {
  const text = readFileSync(join(src, path), 'utf8');
  const code = path.endsWith('.astro') ? (text.split(/^---$/m)[1] ?? '') : text;
  const specifiers = [
    ...code.matchAll(/^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*['"]([^'"]+)['"]/gm),
    ...code.matchAll(/\bimport\(\s*['"]([^'"]+)['"]\s*\)/g),
    ...code.matchAll(/new URL\(\s*['"](\.[^'"]+\.ts)['"],\s*import\.meta\.url/g),
  ].map((match) => match[1]!.replace(/\?.*$/, ''));
  const own = specifiers.filter((specifier) => specifier.startsWith('.'));
  return {
    path,
    text,
    imports: own.map((specifier) => join(dirname(path), specifier).replaceAll('\\', '/')),
    packages: specifiers.filter((specifier) => !specifier.startsWith('.')),
  };
}

const folderOf = (path: string) => path.split('/')[0]!;

test('every folder has a rank', () => {
  const unranked = files.map(({ path }) => folderOf(path)).filter((folder) => !(folder in ranks));
  expect([...new Set(unranked)]).toEqual([]);
});

test('imports only run down the ranks', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => !mayImport(folderOf(path), folderOf(target)))
      .map((target) => `${path} > ${target}`),
  );
  expect(wrong).toEqual([]);
});

function mayImport(from: string, to: string): boolean {
  if (from === to || neighbours.has(`${from} > ${to}`)) return true;
  // What is not a module (styles, public files, package.json) has no rank.
  const rank = ranks[to];
  return rank === undefined ? to === '..' : rank < ranks[from]!;
}

test('no imports go in a circle, types included', () => {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (path: string, trail: string[]) => {
    const at = trail.indexOf(path);
    if (at >= 0) circles.push([...trail.slice(at), path].join(' > '));
    if (at >= 0 || done.has(path)) return;
    for (const target of byPath.get(path)?.imports ?? []) visit(target, [...trail, path]);
    done.add(path);
  };
  for (const { path } of files) visit(path, []);
  expect(circles).toEqual([]);
});

test('every relative import leads to a file and says its extension', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => !target.startsWith('..') && !/\.(ts|astro|css|mjs|json|svg)$/.test(target))
      .map((target) => `${path} > ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('only the site knows Astro', () => {
  const site = new Set(['components', 'layouts', 'pages', 'content.config.ts', 'integration.ts', 'cli']);
  const wrong = files.filter(
    ({ path, packages }) => !site.has(folderOf(path)) && packages.some((name) => /^astro(:|\/|$)/.test(name)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
  const virtual = files.filter(({ packages }) => packages.some((name) => name.startsWith('astro:')));
  const allowed = new Set(['components', 'layouts', 'pages', 'content.config.ts']);
  expect(virtual.map(({ path }) => path).filter((path) => !allowed.has(folderOf(path)))).toEqual([]);
});

test('only the rim prints, exits and reads the environment', () => {
  const rim = new Set(['cli', 'integration.ts', 'bench']);
  const touches = /\bconsole\.|\bprocess\.(exit|env)\b/;
  const wrong = files.filter(
    ({ path, text }) => !rim.has(folderOf(path)) && touches.test(withoutComments(text)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no clock and no chance reach the output', () => {
  const rim = new Set(['cli', 'integration.ts', 'bench']);
  const touches = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(/;
  const wrong = files.filter(
    ({ path, text }) => !rim.has(folderOf(path)) && touches.test(withoutComments(text)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, '');
}

test('no type is switched off', () => {
  const touches = /@ts-(ignore|nocheck|expect-error)|:\s*any\b|\bas any\b|<any>/;
  const wrong = files.filter(
    ({ text }) => touches.test(withoutComments(text)) || /@ts-(ignore|nocheck)/.test(text),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('files are named in kebab-case; only components are in Pascal', () => {
  const ok =
    /^(?:[a-z0-9.-]+\/|\[[a-zA-Z.]+\]\/|_[a-z-]+\/)*(?:[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)*|\[[a-zA-Z.]+\](?:\.[a-z]+)*|[A-Z][A-Za-z]*\.astro)$/;
  expect(files.map(({ path }) => path).filter((path) => !ok.test(path.replace(/\.(ts|mjs)$/, '')))).toEqual(
    [],
  );
});
