/**
 * Whatever an author writes into an attribute, a check ends and tells it once, where it stands: every attribute of
 * every tag is given every hostile value. What the attribute's schema refuses is told by the tag's own check.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Problem } from '../base/problem.ts';
import { checkCourse } from '../checks/checks.ts';
import { buildCourse } from '../report/build-course.ts';
import { type TagName, type TagSchema, tagNames, tagSchemas } from '../schema/tag-schemas.ts';
import { copyCourse } from './copied-course.ts';

const hostile: Record<string, string> = {
  wrong: 'nonsense',
  empty: '',
  blank: ' \u3000',
  long: '长'.repeat(3000),
  braces: '{process.exit(1)}',
  quotes: `a'b\`c' OR 1=1 --`,
  entities: '&quot;&gt;&lt;script&gt;',
  prototype: '__proto__',
  method: 'constructor',
};

/** Attributes with which a tag is right. */
const sound: Record<TagName, Record<string, string>> = {
  Value: { of: '访问量' },
  Verdict: { of: '访问量', vs: '0' },
  Ref: { to: 'base' },
  Cite: { of: 'k' },
  Term: { of: 't' },
  Figure: { kind: 'trend', of: '访问量' },
  Chart: { spec: 'own' },
  Table: { of: 'visits' },
  Kpis: { of: '访问量' },
  Conclusions: {},
  Covers: { of: 'part' },
  Note: {},
};

interface Trial {
  line: number;
  attribute: string;
  /** The attribute's schema takes the value. */
  accepted: boolean;
}

/** A chapter in which each attribute of each tag has the value once, alone on its line. */
function writeChapter(value: string): { text: string; trials: Trial[] } {
  const lines = ['---', 'title: 用例', '---', ''];
  const trials: Trial[] = [];
  const decoded = value.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim();
  for (const name of tagNames) {
    const { position, props }: TagSchema = tagSchemas[name];
    for (const [key, schema] of Object.entries(props.shape)) {
      trials.push({
        line: lines.length + 1,
        attribute: `${name}.${key}`,
        accepted: (schema as typeof props).safeParse(decoded).success,
      });
      const attributes = Object.entries({ ...sound[name], [key]: value }).map(([k, v]) => ` ${k}="${v}"`);
      const tag = `<${name}${attributes.join('')}`;
      if (position === 'inline') lines.push(`字 ${tag} />。`, '');
      else if (position === 'block') lines.push(`${tag} />`, '');
      else lines.push(`${tag}>`, '', '内容', '', `</${name}>`, '');
    }
  }
  return { text: lines.join('\n'), trials };
}

/** What follows from the trials beside their values: nothing refers to a figure, and the course has no such chart. */
const besides = new Set(['unreferenced-figure', 'chart-unknown']);

test('a hostile value of an attribute is told once, at its place, and stops nothing', {
  timeout: 120_000,
}, async () => {
  const root = await copyCourse('base');
  const chapters = Object.entries(hostile).map(([name, value]) => ({
    file: `02-${name}.mdx`,
    ...writeChapter(value),
  }));
  for (const { file, text } of chapters) await writeFile(join(root, 'content/reports/r', file), text);
  const { reports, problems } = checkCourse(await buildCourse({ root }));
  expect(problems).toEqual([]);
  const told = Map.groupBy(
    reports.flatMap((report) => report.problems).filter(({ id }) => !besides.has(id)),
    ({ place }: Problem) => `${place.file}:${place.line}`,
  );
  const wrong: string[] = [];
  for (const { file, trials } of chapters)
    for (const { line, attribute, accepted } of trials) {
      const ids = (told.get(`content/reports/r/${file}:${line}`) ?? []).map(({ id }) => id);
      told.delete(`content/reports/r/${file}:${line}`);
      const right = accepted ? ids.length <= 1 : ids.join() === 'bad-attribute';
      if (!right) wrong.push(`${file} ${attribute}: ${ids.join()}`);
    }
  expect(wrong).toEqual([]);
  // Nothing is told of another line.
  expect([...told.keys()]).toEqual([]);
});
