/** A build that takes what was kept gives what a build without anything gives, after whatever was changed in the course. */
import { cp, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkCourse } from '../checks/checks.ts';
import { buildCourse } from '../report/build-course.ts';
import { copyCourse, listFiles } from './copied-course.ts';

/** A fixed sequence of numbers in [0, 1): xorshift32. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

const random = createRandom(20_261_130);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;

/** Something that an author does between two builds; the name of what was done. */
async function edit(root: string, step: number): Promise<string> {
  const files = (await listFiles(root)).filter((file) => /^(?:content|data)\//.test(file));
  const chapters = files.filter((file) => /\/\d\d-.*\.mdx$/.test(file));
  const tables = files.filter((file) => file.endsWith('.csv'));
  const read = (file: string) => readFile(join(root, file), 'utf8');
  const put = async (file: string, text: string) => {
    await writeFile(join(root, file), text);
    return file;
  };
  const edits: (() => Promise<string>)[] = [
    async () => {
      const file = pick(chapters);
      return put(file, `${await read(file)}\n第 ${step} 次补写的一段。\n`);
    },
    async () => {
      const file = pick(tables);
      const text = await read(file);
      return put(
        file,
        text.replace(/\d+(?=\r?\n[^\n]*\s*$)/, (number) => String(Number(number) + step)),
      );
    },
    async () => {
      const file = pick(tables);
      const lines = (await read(file)).trimEnd().split('\n');
      return put(file, `${[...lines, lines.at(-1)].join('\n')}\n`);
    },
    async () => put('content/course.yaml', `title: 课程 ${step}\n`),
    async () => put(join(dirname(pick(chapters)), 'board.png').replaceAll('\\', '/'), `no image ${step}`),
    async () => {
      const file = pick(chapters);
      return put(file, `${await read(file)}\n[链接 ${step}](https://a.cn/${step}) ![图](board.png)\n`);
    },
    async () => {
      const file = pick(chapters);
      const to = join(dirname(file), `${10 + (step % 80)}-${basename(file).slice(3)}`);
      await rename(join(root, file), join(root, to));
      return `${file} → ${to}`;
    },
    async () => {
      if (chapters.length < 3) return 'nothing';
      const file = pick(chapters);
      await rm(join(root, file));
      return `without ${file}`;
    },
    async () =>
      put(
        join(dirname(pick(chapters)), `${30 + (step % 60)}-new.mdx`),
        `---\ntitle: 新 ${step}\n---\n\n新的一章。\n`,
      ),
    async () => {
      const file = pick(files.filter((one) => one.endsWith('metrics.yaml')));
      return put(file, `${await read(file)}\n数 ${step}: { value: ${step}, unit: 次 }\n`);
    },
    async () => {
      const file = pick(files.filter((one) => one.endsWith('metrics.yaml')));
      return put(file, `${await read(file)}\n行数 ${step}: { metric: count, from: visits }\n`);
    },
    async () => {
      const file = pick(chapters);
      const shown = pick(['<Value of="访问量" />', '<Value of="行数" />', `<Ref to="图 ${step}" />`]);
      return put(file, `${await read(file)}\n第 ${step} 次写到 ${shown}。\n`);
    },
    async () => {
      const file = pick(chapters);
      const tag = pick(['Figure kind="trend"', 'Figure kind="bars"', 'Table']);
      return put(
        file,
        `${await read(file)}\n<${tag} of="访问量" id="item-${step}" caption="第 ${step} 个" />\n`,
      );
    },
    async () => {
      const file = pick(chapters);
      return put(file, (await read(file)).replace(/caption="[^"]*"/, `caption="改为 ${step}"`));
    },
    async () => {
      const file = pick(files.filter((one) => one.endsWith('/index.mdx')));
      return put(file, (await read(file)).replace(/^title: .*$/m, `title: 题目 ${step}`));
    },
    async () => {
      const file = join(dirname(pick(chapters)), 'references.bib').replaceAll('\\', '/');
      return put(file, `@book{b${step}, title={书 ${step}}, author={李明}, year={2020}}\n`);
    },
  ];
  return pick(edits)();
}

async function build(root: string, kept: string) {
  const [books, drawings, data] = ['books', 'drawings', 'data'].map((name) => join(kept, name));
  const cache = { books: books!, drawings: drawings!, data: data! };
  const downloads = join(kept, 'downloads');
  const { course, pages, reports, problems } = checkCourse(await buildCourse({ root, cache, downloads }));
  const names = (await readdir(downloads, { recursive: true }).catch(() => [])).filter((name) =>
    name.endsWith('.csv'),
  );
  const listed = reports.flatMap(({ report, book }) =>
    (book?.datasets ?? []).map(({ name }) => join(report, `${name}.csv`)),
  );
  const tables = names.filter((name) => listed.includes(name)).sort();
  const contents = await Promise.all(tables.map((name) => readFile(join(downloads, name), 'utf8')));
  return { course, pages, reports, problems, tables, contents };
}

/** After each of so many edits the same comes out, warm and cold, in two folders. */
export function testEdits(count: number): void {
  test(`${count} edits: warm is cold, in another folder`, { timeout: count * 20_000 }, () => runEdits(count));
}

async function runEdits(count: number): Promise<void> {
  const root = await copyCourse('base', 'sound');
  const makeFolder = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'fupan-warm-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return folder;
  };
  const kept = await makeFolder();
  await build(root, kept);
  for (let step = 1; step <= count; step++) {
    const done = await edit(root, step);
    const elsewhere = await makeFolder();
    await cp(root, join(elsewhere, 'course'), { recursive: true });
    const [warm, cold] = [
      await build(root, kept),
      await build(join(elsewhere, 'course'), join(elsewhere, 'kept')),
    ];
    expect(JSON.stringify(warm), `${step}: ${done}`).toBe(JSON.stringify(cold));
    await rm(elsewhere, { recursive: true, force: true });
  }
}
