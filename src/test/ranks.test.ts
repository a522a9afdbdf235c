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
  'strip-types.mjs': 0,
  schema: 1,
  problems: 1,
  files: 1.5,
  source: 2,
  data: 2,
  metrics: 2,
  charts: 2,
  markdown: 2,
  references: 2,
  'checks/contract.ts': 1,
  'checks/facts': 2.5,
  'checks/data': 2.5,
  report: 3,
  simulate: 3,
  checks: 4,
  print: 5,
  styles: 6,
  scripts: 6,
  components: 6.1,
  layouts: 6.2,
  pages: 6.3,
  'content.config.ts': 6.3,
  'env.d.ts': 6.3,
  integration: 6.4,
  'integration.ts': 6.5,
  cli: 7,
  bench: 7.1,
};

/** Words may speak of languages, problems of the schema: inside a rank only these look at a neighbour. */
const neighbours = new Set([
  'words > base',
  'problems > schema',
  'schema > problems',
  'checks/data > checks/facts',
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

const getFolder = (path: string) => path.split('/')[0]!;

/** The longest beginning of a path that has a rank of its own. */
function findRanked(path: string): string {
  const parts = path.split('/');
  const beginnings = parts.map((_, at) => parts.slice(0, parts.length - at).join('/'));
  return beginnings.find((beginning) => beginning in ranks) ?? getFolder(path);
}

test('every folder has a rank', () => {
  const unranked = files.map(({ path }) => findRanked(path)).filter((folder) => !(folder in ranks));
  expect([...new Set(unranked)]).toEqual([]);
});

test('imports only run down the ranks', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => !mayImport(findRanked(path), findRanked(target)))
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

test('the rooms of a folder form no circle', () => {
  // A room is a folder without folders; a file beside rooms stands for itself.
  const houses = new Set(files.map(({ path }) => dirname(dirname(path))));
  const getRoom = (path: string) => (houses.has(dirname(path)) ? path : dirname(path));
  const doors = new Map<string, Map<string, string>>();
  for (const { path, imports } of files) {
    const room = getRoom(path);
    for (const target of imports.filter((one) => getFolder(one) === getFolder(path))) {
      const to = getRoom(target);
      if (to !== room) doors.set(room, (doors.get(room) ?? new Map()).set(to, `${path} > ${target}`));
    }
  }
  const done = new Set<string>();
  const circles: string[] = [];
  const visit = (room: string, trail: string[], steps: string[]) => {
    const at = trail.indexOf(room);
    if (at >= 0) circles.push(steps.slice(at).join(', '));
    if (at >= 0 || done.has(room)) return;
    for (const [to, step] of doors.get(room) ?? []) visit(to, [...trail, room], [...steps, step]);
    done.add(room);
  };
  for (const room of doors.keys()) visit(room, [], []);
  expect(circles).toEqual([]);
});

test('every relative import leads to a file and says its extension', () => {
  const wrong = files.flatMap(({ path, imports }) =>
    imports
      .filter((target) => !target.startsWith('..') && !/\.(ts|astro|css|m?js|json|svg)$/.test(target))
      .map((target) => `${path} > ${target}`),
  );
  expect(wrong).toEqual([]);
});

test('only the site knows Astro', () => {
  const site = new Set(['components', 'layouts', 'pages', 'content.config.ts', 'cli']);
  for (const name of ['env.d.ts', 'integration', 'integration.ts']) site.add(name);
  const wrong = files.filter(
    ({ path, packages }) =>
      !site.has(getFolder(path)) && packages.some((name) => /^astro(:|\/|$)/.test(name)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
  const virtual = files.filter(({ packages }) => packages.some((name) => name.startsWith('astro:')));
  const allowed = new Set(['components', 'layouts', 'pages', 'content.config.ts']);
  expect(virtual.map(({ path }) => path).filter((path) => !allowed.has(getFolder(path)))).toEqual([]);
});

test('only the rim prints, exits and reads the environment', () => {
  const rim = new Set(['cli', 'integration.ts', 'bench']);
  const touches = /\bconsole\.|\bprocess\.(exit|env)\b/;
  const wrong = files.filter(
    // What is generated quotes what authors write.
    ({ path, text }) =>
      !rim.has(getFolder(path)) && !path.endsWith('.generated.ts') && touches.test(withoutComments(text)),
  );
  expect(wrong.map(({ path }) => path)).toEqual([]);
});

test('no clock and no chance reach the output', () => {
  const rim = new Set(['cli', 'integration.ts', 'bench']);
  const touches = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\brandomUUID\(/;
  const wrong = files.filter(
    ({ path, text }) => !rim.has(getFolder(path)) && touches.test(withoutComments(text)),
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
