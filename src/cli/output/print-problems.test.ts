import { describe, expect, test } from 'vitest';
import type { ReportCard } from '../../base/card/report-card.ts';
import type { Problem } from '../../base/problem.ts';
import { checkFile } from '../../schema/check-file.ts';
import type { ProblemGroup } from '../problem-groups.ts';
import { openTerminal } from '../terminal.ts';
import { type ProblemFormatting, problemFormatters } from './print-problems.ts';

const both = (text: string) => ({ zh: text, en: text });

const finding: Problem = {
  id: 'missing-part',
  severity: 'finding',
  place: { file: 'content/reports/a/index.mdx', line: 1, column: 1 },
  what: { zh: '课程要求的“总结”还没有写。', en: 'The required part “总结” is missing.' },
  cure: { zh: '写一章。', en: 'Write a chapter.' },
};
const error: Problem = {
  id: 'bad-cell',
  severity: 'error',
  place: { file: 'data/a/推广.xlsx', cell: 'SEM!C17' },
  what: both('“12,a”不是数。'),
  cure: both('改成数：\n12'),
};

const groups: ProblemGroup[] = [
  { report: '', title: '课程文件', problems: [] },
  { report: 'a', title: '增长实训', problems: [error, finding] },
];

const card: ReportCard = {
  report: 'a',
  title: '增长实训',
  date: '2026-06-28',
  lines: [
    { check: 'parts', count: 2, of: 3 },
    { check: 'claims', count: 0, of: 0 },
    {
      check: 'sources',
      count: 0,
      of: 3,
      limit: 80,
      outcome: 'waived',
      waiver: { reason: '平台停用', until: '2026-07-01' },
    },
    { check: 'access', count: 1, limit: 0, outcome: 'missed' },
  ],
};

const { colours } = openTerminal({
  stdout: process.stdout,
  stderr: process.stderr,
  env: { NO_COLOR: '1' },
});
const printing: ProblemFormatting = { language: 'zh', colours, root: '/course', from: '/' };

describe('problem printers', () => {
  test('text: by report, the cure under the problem', () => {
    expect(problemFormatters.text(groups, printing)).toMatchInlineSnapshot(`
      "a 增长实训
      data/a/推广.xlsx!SEM!C17 错误 “12,a”不是数。 [bad-cell]
        → 改成数：
          12
      content/reports/a/index.mdx:1:1 发现 课程要求的“总结”还没有写。 [missing-part]
        → 写一章。

      错误 1 个，警告 0 个，发现 1 个"
    `);
  });

  test('text: in English', () => {
    expect(problemFormatters.text(groups, { ...printing, language: 'en' })).toMatchInlineSnapshot(`
      "a 增长实训
      data/a/推广.xlsx!SEM!C17 error “12,a”不是数。 [bad-cell]
        → 改成数：
          12
      content/reports/a/index.mdx:1:1 finding The required part “总结” is missing. [missing-part]
        → Write a chapter.

      1 error(s), 0 warning(s), 1 finding(s)"
    `);
  });

  test('text: no problem at all', () => {
    expect(problemFormatters.text([groups[0]!], printing)).toBe('没有问题');
  });

  test('json: one object with counts and places', () => {
    expect(problemFormatters.json(groups, printing)).toMatchInlineSnapshot(`
      "{
        "counts": {
          "error": 1,
          "warning": 0,
          "finding": 1
        },
        "problems": [
          {
            "id": "bad-cell",
            "severity": "error",
            "report": "a",
            "file": "data/a/推广.xlsx",
            "cell": "SEM!C17",
            "what": "“12,a”不是数。",
            "cure": "改成数：\\n12"
          },
          {
            "id": "missing-part",
            "severity": "finding",
            "report": "a",
            "file": "content/reports/a/index.mdx",
            "line": 1,
            "column": 1,
            "what": "课程要求的“总结”还没有写。",
            "cure": "写一章。"
          }
        ]
      }"
    `);
  });

  test('github: annotations with paths from the working folder, escaped', () => {
    expect(problemFormatters.github(groups, printing)).toMatchInlineSnapshot(`
      "::error file=course/data/a/推广.xlsx,title=bad-cell::SEM!C17: “12,a”不是数。%0A改成数：%0A12
      ::notice file=course/content/reports/a/index.mdx,line=1,col=1,title=missing-part::课程要求的“总结”还没有写。%0A写一章。
      错误 1 个，警告 0 个，发现 1 个"
    `);
  });

  const carded: ProblemGroup[] = [{ report: 'a', title: '增长实训', problems: [error], card }];

  test('text: the card below the problems, Chinese two cells wide', () => {
    expect(problemFormatters.text(carded, printing).split('\n\n')[1]).toMatchInlineSnapshot(`
      "体检单 a 增长实训
        必写部分已写    2/3（66.7%）
        论断经数据证实  没有可查的
        数据表写明来源  0/3（0%）  豁免到 2026-07-01：平台停用
        读屏障碍        1  没有达到：不多于 0"
    `);
  });

  test('json: as the published schema says, with cards and without', () => {
    for (const told of [carded, groups])
      expect(checkFile.safeParse(JSON.parse(problemFormatters.json(told, printing))).error).toBeUndefined();
    expect(JSON.parse(problemFormatters.json(carded, printing)).cards).toEqual([card]);
  });

  test('gitlab: an issue each, with fingerprints that differ and do not follow the line', () => {
    const twice: ProblemGroup[] = [{ report: 'a', title: '', problems: [error, finding, finding] }];
    const issues = JSON.parse(problemFormatters.gitlab(twice, printing));
    expect(issues[0]).toMatchObject({
      description: 'SEM!C17: “12,a”不是数。\n改成数：\n12',
      check_name: 'bad-cell',
      severity: 'critical',
      location: { path: 'course/data/a/推广.xlsx', lines: { begin: 1 } },
    });
    const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint);
    expect(new Set(prints).size).toBe(3);
    const moved = [
      { report: 'a', title: '', problems: [{ ...finding, place: { ...finding.place, line: 9 } }] },
    ];
    expect(JSON.parse(problemFormatters.gitlab(moved, printing))[0].fingerprint).toBe(prints[1]);
  });
});
