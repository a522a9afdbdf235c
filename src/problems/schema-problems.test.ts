import { expect, test } from 'vitest';
import { formatPlace } from '../base/place.ts';
import { parseYaml } from '../base/yaml-text.ts';
import { courseFile } from '../schema/course-file.ts';
import { reportFront } from '../schema/front-matter.ts';
import { collectSchemaProblems } from './schema-problems.ts';

function check(text: string): string[] {
  const yaml = parseYaml({ file: 'course.yaml', text });
  const result = courseFile.safeParse(yaml.data);
  const problems = result.success ? [] : collectSchemaProblems(result.error, courseFile, yaml.data, yaml);
  return problems.map((one) => `${formatPlace(one.place)} ${one.id}: ${one.what.zh} ${one.cure.zh}`);
}

test('an unknown key stands where it was written, with the near one', () => {
  expect(check('title: A\ndescripton: B\n')).toEqual([
    expect.stringContaining(
      'course.yaml:2:1 unknown-key: 没有“descripton”这一项。 你是不是想写“description”？可用的项：title、description、',
    ),
  ]);
});

test('a missing key is told at the part that lacks it', () => {
  expect(check('title: A\nphases:\n  - { title: 需求调研, from: 2026-03-02 }\n')[0]).toMatch(
    /^course\.yaml:3:5 missing-key: 缺少“phases\.0\.to”/,
  );
});

test('a wrong value is shown with what is expected', () => {
  expect(check('title: A\nlanguage: 中文\n')).toEqual([
    'course.yaml:2:11 bad-key: “language”的内容不对：写的是 "中文"。 应为：课程首页语言',
  ]);
});

test('of several forms, the one that was taken is told; a key misspelt is not missing, too', () => {
  const text = 'title: A\nteam: B\nmentor: C\nperiod: { from: 2026-03-02, too: 2026-06-28 }\n';
  const yaml = parseYaml({ file: 'index.mdx', text });
  const result = reportFront.safeParse(yaml.data);
  const problems = result.success ? [] : collectSchemaProblems(result.error, reportFront, yaml.data, yaml);
  expect(problems.map((one) => [one.id, one.place.line, one.place.column])).toEqual([['unknown-key', 4, 29]]);
});
