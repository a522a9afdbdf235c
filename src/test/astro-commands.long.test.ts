import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { type CommandResult, copyCourse, listFiles, readSite, runFupan } from './copied-course.ts';
import { startDevProcess } from './dev-process.ts';

const minutes = 120_000;
const astro = join(packageDir, 'node_modules/astro/bin/astro.mjs');
const chapter = 'content/reports/alpha/01-background.mdx';

async function createCourse(): Promise<string> {
  const root = await copyCourse('sound');
  const functions = pathToFileURL(join(packageDir, 'src/cli/site/astro-config.ts')).href;
  await writeFile(
    join(root, 'astro.config.mjs'),
    `import { fupanConfig } from '${functions}';\nexport default fupanConfig({ root: import.meta.dirname });\n`,
  );
  return root;
}

const runAstro = (command: string, root: string): Promise<CommandResult> =>
  runFupan([command], { ASTRO_TELEMETRY_DISABLED: '1' }, root, astro);

test('the configuration of this repository is that of its course', async () => {
  const { default: config } = await import('../../astro.config.mjs');
  expect(config).toMatchObject({ root: join(packageDir, '.fupan/astro'), srcDir: join(packageDir, 'src') });
});

test('build makes the pages without PDFs, and with an error leaves them', {
  timeout: 4 * minutes,
}, async () => {
  const root = await createCourse();
  const built = await runAstro('build', root);
  expect(built.code, built.out + built.err).toBe(0);
  const files = await listFiles(join(root, 'dist'));
  expect(files).toContain('reports/alpha/background.html');
  expect(files).toContain('reports/alpha/data/visits.csv');
  for (const file of files.filter((name) => /^reports.*\.html$|^course\.json$/.test(name))) {
    expect(await readFile(join(root, 'dist', file), 'utf8'), file).not.toContain('.pdf');
  }
  expect(await readdir(join(root, '.fupan'))).toEqual(['astro', 'made-here']);
  const ours = await copyCourse('sound');
  expect((await runFupan(['build', '--root', ours])).code).toBe(0);
  const [theirs, mine] = await Promise.all([readSite(root), readSite(ours)]);
  mine.delete('reports/alpha.pdf');
  expect([...theirs.keys()]).toEqual([...mine.keys()]);
  const withoutPdf = (page: string) =>
    page
      .replaceAll(/<a [^>]*\.pdf"[^>]*>.*?<\/a>|"pdf": ".*?",\s*/gs, '')
      .replaceAll(/<(li|p)>\s*<\/\1>|\s/g, '');
  for (const [file, bytes] of mine) {
    const [page, other] = [bytes, theirs.get(file)!].map((text) =>
      withoutPdf(Buffer.from(text, 'base64').toString()),
    );
    expect(page, file).toBe(other);
  }

  await writeFile(
    join(root, chapter),
    `${await readFile(join(root, chapter), 'utf8')}\n<Value of="没有" />\n`,
  );
  const page = await readFile(join(root, 'dist/reports/alpha/background.html'), 'utf8');
  const broken = await runAstro('build', root);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain('[unknown-value]');
  expect(broken.err).toContain('原有的 dist/ 没有改动');
  expect(broken.out + broken.err).not.toContain('    at ');
  expect(await readFile(join(root, 'dist/reports/alpha/background.html'), 'utf8')).toBe(page);
  expect(await readdir(join(root, '.fupan'))).not.toContain('build.lock');
});

test('build waits for nobody who builds the same course', { timeout: 2 * minutes }, async () => {
  const root = await createCourse();
  const [a, b] = await Promise.all([runAstro('build', root), runAstro('build', root)]);
  expect([a!.code, b!.code].sort()).toEqual([0, 2]);
  expect(a!.err + b!.err).toContain('另一个构建');
});

test('sync builds no books', { timeout: minutes }, async () => {
  const root = await createCourse();
  const { code, out, err } = await runAstro('sync', root);
  expect(code, out + err).toBe(0);
  expect(await readdir(join(root, '.fupan'))).toEqual(['astro']);
  expect(await readFile(join(root, '.fupan/astro/.astro/content.d.ts'), 'utf8')).toContain('"reports"');
});

test('dev is ours', { timeout: 2 * minutes }, async () => {
  const root = await createCourse();
  const { url } = await startDevProcess([astro, 'dev', '--port', '0'], root);
  expect(await (await fetch(`${url}reports/alpha/background.html`)).text()).toContain('100 次');
});
