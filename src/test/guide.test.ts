/** What the author's guide shows is built as it stands there. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { kinds } from '../charts/kinds/kinds.ts';
import { packageDir } from '../cli/workspace/work-folders.ts';
import { catalog } from '../problems/catalog.ts';
import { type BuiltCourse, buildCourse } from '../report/build-course.ts';
import { courseFile } from '../schema/course-file.ts';
import { knownTables } from '../schema/tables/known-tables.ts';
import { tagNames, tagSchemas } from '../schema/tag-schemas.ts';
import { applySettings } from '../simulate/plan-settings.ts';
import { worlds } from '../simulate/reports/worlds.ts';
import { checkCommand } from './check-command.ts';
import { writeGuideCourse } from './guide-course.ts';
import { getYamlFile, readGuideExamples, readGuidePages } from './guide-examples.ts';

const examples = await readGuideExamples();
const pages = await readGuidePages();
const filterExamples = (language: string) => examples.filter((one) => one.language === language);
const shell = filterExamples('sh').flatMap(({ at, text }) =>
  text
    .trim()
    .split('\n')
    .map((line) => ({ at, line })),
);

/** 7 → 七, 40 → 四十, 45 → 四十五: as the guide writes counts below a hundred. */
function formatCount(count: number): string {
  const tens = Math.floor(count / 10);
  const digit = (one: number) => ['', ...'一二三四五六七八九'][one];
  return tens === 0 ? `${digit(count)}` : `${tens === 1 ? '' : digit(tens)}十${digit(count % 10)}`;
}

describe('commands of the guide', () => {
  test.each(shell)('$at $line', async ({ line }) => {
    const { set } = (await checkCommand(line))?.flags ?? {};
    if (typeof set !== 'string') return;
    const { plan } = worlds['growth-lab'];
    expect(applySettings(plan, set.split(','))).not.toEqual(plan);
  });
});

describe('files of the guide', () => {
  test('each example in YAML names a file that is known', () => {
    const named = /^(metrics\.yaml|tables\.yaml|course\.yaml|charts\/.+\.vl\.yaml)$/;
    for (const example of filterExamples('yaml')) expect(getYamlFile(example), example.at).toMatch(named);
    expect(new Set(examples.map(({ language }) => language))).toEqual(
      new Set(['mdx', 'yaml', 'sh', 'csv', 'bibtex', 'text']),
    );
  });

  test.each(filterExamples('yaml').filter((one) => getYamlFile(one) === 'course.yaml'))(
    '$at is of a course',
    ({ text }) => {
      const { severities } = courseFile.parse({ title: '课程', ...parseYaml(text) });
      expect(Object.keys(catalog)).toEqual(expect.arrayContaining(Object.keys(severities)));
    },
  );
});

describe('the guide is whole', () => {
  const whole = pages.map(({ text }) => text).join('\n');
  test('it names every tag', () => {
    expect(tagNames.filter((name) => !whole.includes(`\`${name}\``))).toEqual([]);
  });

  test('its table of questions names every kind of figure', () => {
    const figures = pages.find(({ file }) => file === 'guide-figures.mdx')?.text ?? '';
    const rows = [...figures.matchAll(/^\|.*\|$/gm)].join('\n');
    expect(Object.keys(kinds).filter((kind) => !rows.includes(`\`${kind}\``))).toEqual([]);
  });

  test('it says how many tables are known, how many there are of practice and of chapters to begin with', async () => {
    const chapters = (await readdir(join(packageDir, 'src/cli/commands/starter/zh'))).filter((name) =>
      name.endsWith('.mdx'),
    ).length;
    const known = Object.keys(knownTables).length;
    const written = Object.keys(worlds['growth-lab'].tables).length;
    const listCounts = (pattern: RegExp) => [...whole.matchAll(pattern)].map(([, count]) => count);
    const number = '([一二三四五六七八九十]+)';
    expect(listCounts(new RegExp(`${number}种(?:数据)?表`, 'g'))).toEqual([
      formatCount(known),
      formatCount(known),
    ]);
    expect(listCounts(new RegExp(`${number}多张`, 'g'))).toEqual([formatCount(written - (written % 10))]);
    // Without the page of the report itself.
    expect(listCounts(new RegExp(`建好${number}章`, 'g'))).toEqual([formatCount(chapters - 1)]);
  });

  test('the table of tags says where each stands as the schema does', () => {
    const writing = pages.find(({ file }) => file === 'guide-writing.mdx')?.text ?? '';
    const rows = [...writing.matchAll(/^\| `([A-Z]\w+)` \| [^|]+ \| ([^|]+?) \|$/gm)];
    const places = { inline: '句子里', block: '单独一行', container: '单独一行，里面写 Markdown' };
    const told = rows.map(([, name, place]) => [name, place]).sort();
    expect(told).toEqual(tagNames.map((name) => [name, places[tagSchemas[name].position]]).sort());
  });

  test('its first page leads to each of the others, in their order', () => {
    const order = ({ text }: { text: string }) => Number(/^order: (\d+)/m.exec(text)?.[1]);
    const others = pages.filter(({ text }) => /^in: guide$/m.test(text)).sort((a, b) => order(a) - order(b));
    const index = pages.find(({ file }) => file === 'guide.mdx')?.text ?? '';
    const led = [...index.matchAll(/\]\((guide-[\w-]+)\.html\)/g)].map(([, slug]) => `${slug}.mdx`);
    expect(led).toEqual(others.map(({ file }) => file));
    expect(led).toHaveLength(pages.length - 1);
  });
});

describe('examples of the guide, built over the data of the demo', () => {
  let copy: { root: string; remove: () => Promise<void> };
  let built: BuiltCourse;
  const report = (name: string) => built.reports.find((one) => one.report === name);
  const listProblems = (name: string) =>
    (report(name)?.problems ?? [])
      .filter(({ severity }) => severity !== 'finding')
      .map(({ id, place, what }) => `${id} ${place.file} ${what.zh}`);

  beforeAll(async () => {
    copy = await writeGuideCourse(examples);
    built = await buildCourse({ root: copy.root });
  }, 300_000);
  afterAll(() => copy.remove());

  test('the chapters, values, tables and charts have no error and no warning', () => {
    expect(built.problems).toEqual([]);
    expect(listProblems('my-team')).toEqual([]);
  });

  test('every value of the guide is a number or a series', () => {
    const values = Object.values(report('my-team')?.book?.values ?? {});
    expect(values.length).toBeGreaterThanOrEqual(18);
    expect(values.filter(({ value }) => value === null).map(({ name }) => name)).toEqual([]);
  });

  test('the section shown for a required part covers it', () => {
    const { done, total } = report('my-team')?.book?.coverage ?? { done: 0, total: 0 };
    expect({ done, total }).toEqual({ done: 1, total: 1 });
  });

  test('the front matter shown holds: such a report lacks only its values and chapters', () => {
    const ids = built.reports
      .filter(({ report }) => report.startsWith('front-'))
      .flatMap(({ problems }) => problems.filter(({ severity }) => severity === 'error').map(({ id }) => id));
    expect(ids.filter((id) => id !== 'unknown-value' && id !== 'no-chapters')).toEqual([]);
  });

  test('the one shown for its problem has it, in the words shown', () => {
    const problems = report('wrong')?.problems.filter(({ id }) => id === 'unknown-value') ?? [];
    expect(problems).toHaveLength(1);
    const page = pages.find(({ text }) => text.includes('```mdx wrong'))?.text ?? '';
    const shown = /```mdx wrong[\s\S]*?```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
    const [first] = problems;
    const { line, column } = first?.place ?? {};
    expect(shown).toContain(`.mdx:${line}:${column} 错误 ${first?.what.zh} [unknown-value]`);
    expect(shown).toContain(first?.cure.zh.trim().split('\n')[0]);
  });
});
