/** A site and its PDFs that a build makes of what was kept are those of a build from nothing, after each edit. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hashFile } from '../files/folder-files.ts';
import { copyCourse, listFiles, runFupan } from './copied-course.ts';

const minutes = 60_000;

/** Path and content of all that is published. */
async function readDist(root: string): Promise<Record<string, string>> {
  const files = await listFiles(join(root, 'dist'));
  const digests = files.map(async (file) => [file, await hashFile(join(root, 'dist', file))] as const);
  return Object.fromEntries(await Promise.all(digests));
}

async function buildCold(root: string): Promise<Record<string, string>> {
  const elsewhere = await mkdtemp(join(tmpdir(), 'fupan-cold-'));
  try {
    for (const folder of ['content', 'data'])
      await cp(join(root, folder), join(elsewhere, folder), { recursive: true });
    const { code, out, err } = await runFupan(['build', '--root', elsewhere]);
    expect(code, out + err).toBe(0);
    return await readDist(elsewhere);
  } finally {
    await rm(elsewhere, { recursive: true, force: true });
  }
}

const counted = /单个网页与下载文件：用已有的 (\d+)，新做 (\d+)/;

const alpha = 'content/reports/alpha';
const chapter = `${alpha}/01-background.mdx`;
const metrics = 'data/alpha/metrics.yaml';

/** By name: a file, and what becomes of it. Nothing: it goes. */
const edits: Record<string, [file: string, change: (text: string) => string | undefined]> = {
  paragraph: [chapter, (text) => `${text}\n又一段。\n`],
  'number cited': [chapter, (text) => `${text}\n共 <Value of="访问量" />。\n`],
  figure: [
    chapter,
    (text) =>
      `${text}\n<Figure kind="trend" of="访问量" id="more" caption="访问" />\n\n见<Ref to="more" />。\n`,
  ],
  caption: [chapter, (text) => text.replace('caption="访问"', 'caption="每周的访问"')],
  'new chapter': [`${alpha}/08-more.mdx`, () => '---\ntitle: 又一章\n---\n\n一段，见<Ref to="more" />。\n'],
  metric: [metrics, (text) => `${text}\n另一数: { metric: count, from: visits }\n`],
  'value of another metric': [`${alpha}/08-more.mdx`, (text) => `${text}\n<Value of="另一数" />\n`],
  cell: ['data/alpha/visits.csv', (text) => `${text.trimEnd().replace(/\d+$/, '777')}\n`],
  'front matter': [`${alpha}/index.mdx`, (text) => text.replace(/^title: .*$/m, 'title: 换了名字')],
  course: ['content/course.yaml', () => 'title: 另一门课\n'],
  references: [`${alpha}/references.bib`, () => '@book{li, title={书}, author={李明}, year={2020}}\n'],
  citation: [chapter, (text) => `${text}\n如<Cite of="li" />。\n`],
  'title of a chapter': [chapter, (text) => text.replace(/^title: .*$/m, 'title: 新的标题')],
  'chapter that goes': [`${alpha}/08-more.mdx`, () => undefined],
};

test('the site is that of a build from nothing, edit by edit', { timeout: 20 * minutes }, async () => {
  const root = await copyCourse('sound');
  const cleanUp = () => rm(join(root, 'dist'), { recursive: true, force: true });
  onTestFinished(cleanUp);
  const build = async () => {
    const { code, out, err } = await runFupan(['build', '--explain', '--root', root]);
    expect(code, out + err).toBe(0);
    const [, kept = '0', made = '0'] = counted.exec(out) ?? [];
    return { kept: Number(kept), made: Number(made) };
  };
  const first = await build();
  expect(first.kept).toBe(0);
  for (const [name, [file, change]] of Object.entries(edits)) {
    const text = await readFile(join(root, file), 'utf8').catch(() => '');
    const changed = change(text);
    expect(changed, name).not.toBe(text);
    await (changed === undefined ? rm(join(root, file)) : writeFile(join(root, file), changed));
    const pages = await build();
    expect(await readDist(root), name).toEqual(await buildCold(root));
    // Of some thirty: the chapter, what search finds in it, and the page of its figure, which says where it is cited.
    if (name === 'paragraph') expect(pages.made, name).toBe(3);
    expect(pages.made, name).toBeLessThan(first.made);
  }
  const { made } = await build();
  expect(made).toBe(0);
});

test('a page that somebody touched is made again, and a file too many goes', {
  timeout: 3 * minutes,
}, async () => {
  const root = await copyCourse('sound');
  await runFupan(['build', '--root', root]);
  const built = await readDist(root);
  const home = join(root, 'dist/reports/alpha/index.html');
  await writeFile(home, (await readFile(home, 'utf8')).replace('<title>', '<title>!'));
  await writeFile(join(root, 'dist/reports/alpha/old.html'), 'old');
  await runFupan(['build', '--root', root]);
  expect(await readDist(root)).toEqual(built);
  await rm(join(root, 'dist/reports/alpha.pdf'));
  await runFupan(['build', '--root', root]);
  expect(await readDist(root)).toEqual(built);
});
