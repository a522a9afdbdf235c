import { expect, test } from 'vitest';
import { parseYaml } from '../base/yaml-text.ts';
import { collectSyntaxProblems } from './syntax-problems.ts';

const listProblems = (text: string) =>
  collectSyntaxProblems(parseYaml({ file: 'a.yaml', text })).map((problem) => ({
    name: `${problem.id}@${problem.place.line}:${problem.place.column}`,
    ...problem,
  }));

/** A slip, where it is told, and what the cure writes in place of what is quoted. */
const slips: [text: string, where: string, cure: string][] = [
  ['新增： { metric: a }\n转化: { metric: b }', '1:3', '新增: { metric: a }'],
  ['a: { metric: x }\n新增：{ metric: b }\nc: 1', '2:3', '新增: { metric: b }'],
  ['a: { metric： x, from: y }', '1:12', 'a: { metric: x, from: y }'],
  ['title：复盘', '1:6', 'title: 复盘'],
  ['title: a\nteam：x', '2:5', 'team: x'],
  ['a:{ metric: x }\nb: { metric: y }', '1:3', 'a: { metric: x }'],
  ['title:复盘\nteam: x', '1:7', 'title: 复盘'],
  ['a: { metric:x, from: y }', '1:13', 'a: { metric: x, from: y }'],
  ['a: { sql: "select 1, unit: x }\nb: { metric: y }', '1:20', 'a: { sql: "select 1", unit: x }'],
  ["a: 'x\nb: y", '1:6', "a: 'x'"],
  ['a: “x: y”\nb: c', '1:4', 'a: "x: y"'],
  ['a: { where: “x = 1”, from: y }', '1:13', 'a: { where: "x = 1", from: y }'],
  ['a: { metric: x，from: y }', '1:15', 'a: { metric: x, from: y }'],
  ['kpis: [甲，乙]', '1:9', 'kpis: [甲, 乙]'],
  ['a: { metric: x, from: y\nb: { metric: z }', '1:24', 'a: { metric: x, from: y }'],
  ['a: { metric: x, from: y ｝\nb: { metric: z }', '1:25', 'a: { metric: x, from: y }'],
  ['kpis: [a, b\ntitle: x', '1:12', 'kpis: [a, b]'],
  ['a: { metric: x } }\nb: 2', '1:18', 'a: { metric: x }'],
  ['members:\n  - 甲\n  -乙', '3:4', '- 乙'],
  ['title: a: b', '1:8', 'title: "a: b"'],
  ['unit: %', '1:7', 'unit: "%"'],
  ['a: @x', '1:4', 'a: "@x"'],
  ['a: *x', '1:4', 'a: "*x"'],
  ['a: !x y', '1:4', 'a: "!x y"'],
  ['a: "x\\d"', '1:4', "a: 'x\\d'"],
  ['＃ 注释\na: 1', '1:1', '# 注释'],
  ['// 注释\na: 1', '1:1', '# 注释'],
];

test.each(slips)('the cure of %j is one line to paste', (text, where, cure) => {
  const [problem, ...more] = listProblems(text);
  expect(more).toEqual([]);
  expect(problem?.name).toBe(`yaml-syntax@${where}`);
  expect(problem?.cure.zh).toBe(`写成 \`${cure}\``);
  const written = /^“(.*)”读不懂/.exec(problem?.what.zh ?? '')?.[1] ?? '';
  const cured = text.replace(written, cure);
  expect(cured).not.toBe(text);
  expect(listProblems(cured)).toEqual([]);
});

test.each([
  ['a:\n\tb: x\n\tc: y', 'yaml-syntax@2:1', '制表符（Tab）缩进（另有 1 行也是）'],
  ['a:\n　　b: x', 'yaml-syntax@2:1', '全角空格'],
  ['a:\n  b: x\n   c: y', 'yaml-syntax@3:3', '缩进'],
  ['a: 1\nb\nc: 2', 'yaml-trouble@2:1', '“b”'],
  ['a: 1\n---\nb: 2', 'yaml-trouble@2:1', '---'],
  ['a: { b: 1 }\nb: 1\na: { b:  1 }', 'yaml-repeated@3:1', '第 1 行已经有了，内容相同'],
  [
    'a: { b: 1 }\na: { b: 2 }\na: 3\nb: 1\nb: 1',
    'yaml-repeated@2:1',
    '不同，多半是两个人的修改合在了一起（另有 2 个名字也重复）',
  ],
])('%j', (text, name, what) => {
  const problems = listProblems(text);
  expect(problems.map((one) => one.name)).toEqual([name]);
  expect(problems[0]?.what.zh).toContain(what);
});

test('one message for the same slip on many lines, and one for another in the same file', () => {
  const lines = Array.from({ length: 2000 }, (_, index) => `数${index}： { metric: a, from: b }`);
  const problems = listProblems([...lines, 'x: { metric: a，from: b }'].join('\n'));
  expect(problems.map(({ name }) => name)).toEqual(['yaml-syntax@1:3', 'yaml-syntax@2001:15']);
  expect(problems[0]?.what.zh).toContain('另有 1999 行也是');
});

test('a file of nothing but brackets, and one of very long lines, are told within seconds', () => {
  for (const text of [
    '{[}]'.repeat(20_000),
    `a: {${'x：'.repeat(400_000)}`,
    `${'a: "'.repeat(400)}\n`.repeat(300),
  ])
    expect(listProblems(text).length).toBeGreaterThan(0);
}, 20_000);

test('a sound file with such signs in its texts has no problem', () => {
  const text = [
    '# 注：全角冒号',
    'title: 复盘：三月',
    'sql: |',
    '  select 1 -- 说明：“甲，乙”',
    'glossary: { "a:b": x, 8:00: y, "【甲】": z }',
    'time: 10:30',
    'url: https://a.cn/x，其中',
    'roles: [运营, 设计]',
  ].join('\n');
  expect(listProblems(text)).toEqual([]);
});
