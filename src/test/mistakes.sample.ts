/** Plausible mistakes: one edit each of a sound report, a sound course file, or a command. */

/** The files of the sound report. */
export const soundReport = {
  'content/index.mdx': `---
title: 测试报告
team: 甲组
mentor: 王老师
period: { from: 2026-03-02, to: 2026-03-15 }
kpis: [访问量, 均值]
keywords: [运营, 增长]
---

两周访问量合计 <Value of="访问量" />。
`,
  'content/01-background.mdx': `---
title: 实训背景
summary: 两周的访问。
---

## 访问情况

访问量 <Value of="访问量" as="short" />，**重点**见<Ref to="visits" /> 与文献<Cite of="wang" />。

- 一
- 二

1. 甲
2. 乙

| 渠道 | 次数 |
| --- | --- |
| 搜索 | 10 |

> 引文

<Table of="visits" id="visits" caption="各日访问量" />

公式 $x^2$，[链接](https://example.com/a)。
`,
  'content/references.bib': `@article{wang,
  author = {王一},
  title = {访问},
  journal = {运营},
  year = {2025}
}
`,
  'data/metrics.yaml': `访问量: { metric: sum, from: visits, with: { column: visits }, by: week, unit: 次 }
均值: { metric: mean, from: visits, with: { column: visits }, unit: 次 }
大日: { sql: "SELECT count(*) FROM visits WHERE visits > 12", unit: 天 }
倍数: { formula: 访问量 / 均值 }
`,
  'data/tables.yaml': `visits.csv:
  title: 访问
  columns:
    visits: { label: 次数, unit: 次 }
`,
  'data/visits.csv': `date,channel,visits
2026-03-02,SEM,10
2026-03-03,SEM,20
2026-03-09,自然,15
2026-03-10,自然,25
`,
} as const;

type ReportFile = keyof typeof soundReport;
export type Mistake = readonly [file: ReportFile, written: string, instead: string];

const [index, chapter, bib, metrics, tables, visits] = [
  'content/index.mdx',
  'content/01-background.mdx',
  'content/references.bib',
  'data/metrics.yaml',
  'data/tables.yaml',
  'data/visits.csv',
] as const;

export const mistakes: readonly Mistake[] = [
  // Front matter.
  [index, 'title: 测试', 'title：测试'],
  [index, 'title: 测试', 'title:测试'],
  [index, 'title: 测试报告', 'title: 测试: 报告'],
  [index, 'title: 测试报告', 'title: “测试”: 报告'],
  [index, 'title: ', 'titel: '],
  [index, 'team: 甲组', 'team: @甲组'],
  [index, 'team: 甲组', '小组: 甲组'],
  [index, 'mentor: 王老师\n', ''],
  [index, 'from: 2026-03-02', 'from: 2026-02-30'],
  [index, 'from: 2026-03-02', 'from：2026-03-02'],
  [index, '{ from: 2026-03-02, to: 2026-03-15 }', '{ from: 2026-03-15, to: 2026-03-02 }'],
  [index, '{ from: 2026-03-02, to: 2026-03-15 }', '2026-03-15..2026-03-02'],
  [index, '{ from: 2026-03-02, to: 2026-03-15 }', '{ from: 2026-03-02, to: 2026-03-15'],
  [index, '[访问量, 均值]', '[访问量，均值]'],
  [index, '[访问量, 均值]', '访问量、均值'],
  [index, '[访问量, 均值]', '[访问量, 均植]'],
  [index, '[运营, 增长]', '［运营, 增长］'],
  [index, '---\ntitle', 'title'],
  [index, '---\ntitle', '－－－\ntitle'],
  [index, 'team: 甲组\n', '\tteam: 甲组\n'],
  [chapter, 'summary: 两周的访问。\n---\n', 'summary: 两周的访问。\n'],
  [chapter, 'summary: 两周的访问。', 'summary: 两周的访问。\nsummary: 三周的访问。'],
  [chapter, '---\ntitle', '——\ntitle'],
  // Headings, lists, tables, emphasis.
  [chapter, '## 访问', '##访问'],
  [chapter, '## 访问', '＃＃ 访问'],
  [chapter, '## 访问', '# 访问'],
  [chapter, '- 一\n- 二', '-一\n-二'],
  [chapter, '- 一\n- 二', '－ 一\n－ 二'],
  [chapter, '1. 甲\n2. 乙', '1）甲\n2）乙\n3）丙'],
  [chapter, '1. 甲\n2. 乙', '1、甲\n2、乙\n3、丙'],
  [chapter, '| --- | --- |\n', ''],
  [chapter, '| --- | --- |', '| —— | —— |'],
  [chapter, '| --- | --- |', '| --- |'],
  [chapter, '| 搜索 | 10 |', '| 搜索 | 10 | 20 |'],
  [chapter, '| 渠道 | 次数 |\n| --- | --- |\n| 搜索 | 10 |', '｜渠道｜次数｜\n｜搜索｜10｜'],
  [chapter, '> 引文', '＞ 引文'],
  [chapter, '**重点**', '**重点'],
  [chapter, '**重点**', '＊＊重点＊＊'],
  [chapter, '[链接](https', '[链接]（https'],
  [chapter, '[链接](https://example.com/a)', '【链接】(https://example.com/a)'],
  [chapter, '> 引文', '<!-- 引文'],
  [chapter, '> 引文', '引文[^1]'],
  [chapter, '> 引文', '换行<br/>'],
  [chapter, '$x^2$', '$\\fra{1}{2}$'],
  [chapter, '$x^2$', '$\\frac{1$'],
  [chapter, '> 引文', '<<<<<<< HEAD\n甲\n=======\n乙\n>>>>>>> 乙'],
  // Tags.
  [chapter, '<Value of="访问量" as="short" />', '＜Value of="访问量" as="short" /＞'],
  [chapter, '<Value of="访问量" as="short" />', '《Value of="访问量" as="short" /》'],
  [chapter, '<Value of="访问量" as="short" />', '<value of="访问量" as="short" />'],
  [chapter, '<Value of="访问量" as="short" />', '<Value of="访问量" as="short">'],
  [chapter, '<Value of="访问量" as="short" />', '<Value of="访问量" as="short" 次'],
  [chapter, '<Value of="访问量" as="short" />', '<Value of=“访问量” as="short" />'],
  [chapter, '<Value of="访问量" as="short" />', '<Value of=访问量 as="short" />'],
  [chapter, '<Value of="访问量" as="short" />', '<Value of={访问量} as="short" />'],
  [chapter, '<Value of="访问量" as="short" />', '< Value of="访问量" as="short" />'],
  [chapter, 'of="访问量" as', 'of="访问数" as'],
  [chapter, 'of="访问量" as', '数值="访问量" as'],
  [chapter, 'as="short"', 'as="shrot"'],
  [chapter, 'as="short"', 'as="百分比"'],
  [chapter, '<Ref to="visits" />', '<Ref to="visit" />'],
  [chapter, '<Cite of="wang" />', '<Cite of="wnag" />'],
  [chapter, '<Table of="visits"', '<Table of="visit"'],
  [chapter, '<Table of="visits"', '<表格 of="visits"'],
  [chapter, 'caption="各日访问量"', 'title="各日访问量"'],
  [
    chapter,
    '<Table of="visits" id="visits" caption="各日访问量" />',
    '<Figure kind="折线图" of="访问量" id="visits" />',
  ],
  [
    chapter,
    '<Table of="visits" id="visits" caption="各日访问量" />',
    '<Figure kind="line" of="访问量" id="visits" />',
  ],
  [chapter, '<Table of="visits" ', '<Table of="visits" where="channel = SEM" '],
  [chapter, '<Table of="visits" ', '<Table of="visits" where="channel ＝ \'SEM\'" '],
  [chapter, '<Table of="visits" ', '<Table of="visits" columns="date, 次" '],
  [chapter, '<Table of="visits" id', '见 <Table of="visits" id'],
  // References.
  [bib, 'title = {访问},', 'title = {访问,'],
  [bib, 'title = {访问},', 'title = {访问}'],
  [bib, 'title = {访问},', 'title {访问},'],
  [bib, '@article{wang,', '@article{wang，'],
  // metrics.yaml.
  [metrics, '访问量: {', '访问量：{'],
  [metrics, '均值: {', '均值:{'],
  [metrics, 'metric: mean', 'metric： mean'],
  [metrics, 'metric: mean, from', 'metric: mean，from'],
  [metrics, 'metric: mean', 'metric: 平均'],
  [metrics, 'metric: mean', 'metric: 中位数'],
  [metrics, 'metric: mean', 'metirc: mean'],
  [
    metrics,
    'from: visits, with: { column: visits }, unit: 次 }\n大',
    'from: visit, with: { column: visits }, unit: 次 }\n大',
  ],
  [metrics, 'with: { column: visits }, unit: 次 }\n大', 'with: { column: 次数量 }, unit: 次 }\n大'],
  [metrics, 'unit: 次 }\n大', 'unit: 次\n大'],
  [metrics, 'unit: 次 }\n大', 'unit: % }\n大'],
  [metrics, 'by: week', 'by: weekly'],
  [
    metrics,
    '"SELECT count(*) FROM visits WHERE visits > 12"',
    '“SELECT count(*) FROM visits WHERE visits > 12”',
  ],
  [
    metrics,
    '"SELECT count(*) FROM visits WHERE visits > 12"',
    '"SELECT count(*) FROM visits WHERE visits > 12',
  ],
  [metrics, 'SELECT count', 'SELCT count'],
  [metrics, 'WHERE visits > 12', 'WHERE visits > ‘12’'],
  [metrics, 'WHERE visits > 12', 'WHERE channel = SEM'],
  [metrics, 'WHERE visits > 12', "WHERE visits > '多'"],
  [metrics, 'count(*) FROM', 'coun(*) FROM'],
  [metrics, '访问量 / 均值', '访问数 / 均值'],
  [metrics, '访问量 / 均值', '访问量 ÷ 均值 +'],
  [metrics, '倍数:', '访问量: { metric: count, from: visits }\n倍数:'],
  [metrics, '均值:', '＃ 说明\n均值:'],
  // tables.yaml.
  [tables, '  title: 访问', '\ttitle: 访问'],
  [tables, 'visits.csv:', 'visit.csv:'],
  [tables, 'title: 访问', '标题: 访问'],
  [tables, 'unit: 次 }', 'unit: 次 ｝'],
  // Data.
  [visits, 'date,channel,visits', 'date，channel，visits'],
  [visits, '2026-03-03,SEM,20', '<<<<<<< HEAD\n2026-03-03,SEM,20\n=======\n2026-03-03,SEM,21\n>>>>>>> b'],
  [visits, '2026-03-03,SEM,20', '2026-03-03,SEM,20,5'],
  [visits, '2026-03-03,SEM,20', '2026-03-03,SEM,"20'],
];

export const soundCourse = `title: 测试课程
phases:
  - { title: 调研, from: 2026-03-02, to: 2026-03-08 }
  - { title: 执行, from: 2026-03-09, to: 2026-03-15 }
rubric:
  - { id: data, title: 数据, weight: 60 }
  - { id: text, title: 文字, weight: 40 }
`;

export const courseMistakes: readonly (readonly [written: string, instead: string])[] = [
  ['title: 测试', 'title：测试'],
  ['to: 2026-03-08', 'to: 2026-03-01'],
  ['from: 2026-03-09', 'from: 2026-03-07'],
  ['weight: 40', 'weight: 30'],
  ['weight: 40', 'weight: 四十'],
  ['  - { title: 执行', '  -{ title: 执行'],
  ['rubric:', '评分标准:'],
  ['title: 执行', '名称: 执行'],
];

export const commandMistakes: readonly (readonly string[])[] = [
  ['chek'],
  ['check', '--rot', 'x'],
  ['build', '--draff'],
  ['检查'],
];
