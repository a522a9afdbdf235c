/** A course whose reports are the examples of the author's guide, over the data of the demo. */
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { type GuideExample, getYamlFile, mergeYamlExamples } from './guide-examples.ts';

const isIndex = (example: GuideExample) => /^team:/m.test(example.text);
const isWhole = (example: GuideExample) => example.text.startsWith('---\n');

/** Writes the course; `my-team` holds the examples, `wrong` those that are shown for their problem. */
export async function writeGuideCourse(
  examples: readonly GuideExample[],
): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(join(tmpdir(), 'fupan-guide-'));
  const data = join(root, 'data/my-team');
  await cp(join(packageDir, 'data/growth-lab'), data, { recursive: true });
  await rm(join(data, 'charts'), { recursive: true });
  await mkdir(join(data, 'charts'));
  for (const example of examples) {
    const chart = getYamlFile(example).startsWith('charts/') ? getYamlFile(example) : '';
    const table = example.language === 'csv' ? example.meta : '';
    if (chart || table) await writeFile(join(data, chart || table), example.text);
  }
  await writeFile(join(data, 'metrics.yaml'), stringify(mergeYamlExamples(examples, 'metrics.yaml')));
  await writeFile(join(data, 'tables.yaml'), stringify(mergeYamlExamples(examples, 'tables.yaml')));
  await writeContent(root, examples);
  const { 新增用户 } = mergeYamlExamples(examples, 'metrics.yaml');
  await mkdir(join(root, 'data/wrong'));
  await writeFile(join(root, 'data/wrong/metrics.yaml'), stringify({ 新增用户 }));
  for (const table of ['users.csv', 'goals.csv'])
    await cp(join(data, table), join(root, 'data/wrong', table));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

async function writeContent(root: string, examples: readonly GuideExample[]): Promise<void> {
  const mdx = examples.filter(({ language }) => language === 'mdx');
  const [right, wrong] = [mdx.filter(({ meta }) => !meta), mdx.filter(({ meta }) => meta === 'wrong')];
  const fronts = right.filter(isIndex);
  await writeReport(
    root,
    'my-team',
    fronts.at(-1)?.text ?? '',
    right.filter((one) => !isIndex(one)),
  );
  await writeReport(root, 'wrong', fronts.at(-1)?.text ?? '', wrong);
  for (const [at, front] of fronts.entries()) await writeReport(root, `front-${at}`, front.text, []);
  const folder = join(root, 'content/reports/my-team');
  const bib = examples.filter(({ language }) => language === 'bibtex').map(({ text }) => text);
  await writeFile(join(folder, 'references.bib'), bib.join('\n'));
  await cp(join(packageDir, '.github/demo.png'), join(folder, 'poster.png'));
  const demo = parse(await readFile(join(packageDir, 'content/course.yaml'), 'utf8')) as object;
  const course = { ...demo, required: [], ...mergeYamlExamples(examples, 'course.yaml') };
  await writeFile(join(root, 'content/course.yaml'), stringify(course));
}

/** Each example is a chapter; one without front matter is given a title. */
async function writeReport(root: string, report: string, index: string, chapters: readonly GuideExample[]) {
  const folder = join(root, 'content/reports', report);
  await mkdir(folder, { recursive: true });
  const own = report.startsWith('front-') || report === 'my-team';
  await writeFile(join(folder, 'index.mdx'), own ? index : index.replace(/^kpis:.*\n/m, ''));
  for (const [at, example] of chapters.entries()) {
    const text = isWhole(example) ? example.text : `---\ntitle: ${example.at}\n---\n\n${example.text}`;
    const slug = isWhole(example) ? 'planning' : `example-${at}`;
    await writeFile(join(folder, `${String(at).padStart(2, '0')}-${slug}.mdx`), text);
  }
}
