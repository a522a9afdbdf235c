import { describe, expect, test } from 'vitest';
import type { BlockTagUse, InlineTagUse } from './markdown-chapter.ts';
import { parseChapter } from './parse-chapter.ts';
import { toPlainText } from './plain-text.ts';

/** `id@line:column`, in order. */
function listProblems(text: string): string[] {
  const { problems } = parseChapter({ file: 'a.mdx', text });
  for (const { what, cure } of problems) {
    for (const words of [what.zh, what.en, cure.zh, cure.en]) expect(words).not.toMatch(/undefined|^$/);
  }
  return problems.map(({ id, place }) => `${id}@${place.line}:${place.column}`);
}

const cases: [string, string[]][] = [
  ['文字 <Value of={x} />', ['attribute-computed@1:11']],
  ['文字 <Value of=x />', ['attribute-unquoted@1:11']],
  ['<Value of=“x” />', ['attribute-full-width@1:8']],
  ['<Value of＝"x" />', ['attribute-full-width@1:8']],
  ['<Value {...a} />', ['attribute-computed@1:8']],
  ['<Value of="x" wide />', ['attribute-bare@1:15']],
  ['<Value of="x />，见 <Value of="y" />', ['attribute-quote-open@1:8']],
  ['<Value of="x" of="y" />', ['duplicate-attribute@1:15']],
  ['<Value of="x"> 人', ['unclosed-tag@1:1']],
  ['<Value of="x"，后文', ['unclosed-tag@1:1']],
  ['<Value of="x"></Value>', []],
  ['文字</Value>', ['stray-closing-tag@1:3']],
  ['<Valeu of="x" />', ['unknown-tag@1:1']],
  ['<value of="x" />', ['unknown-tag@1:1']],
  ['<Widget x="1" />', ['unknown-tag@1:1']],
  ['<Value fo="x" />', ['missing-attribute@1:1', 'unknown-attribute@1:12']],
  ['<Value of="x" as="pecent" />', ['bad-attribute@1:19']],
  ['<script>alert(1)</script>', ['raw-html@1:1']],
  ['一\n二<font color=red>红</font>', ['raw-html@2:2']],
  ['换行<br>换行<br/>', ['raw-html@1:3', 'raw-html@1:9']],
  ['<p><img src="a.png"></p>', ['raw-html@1:1', 'raw-html@1:4']],
  ['图 <img src="a.png" 后', ['raw-html@1:3']],
  ['<table><tr><td>x</td></tr></table>', ['raw-html@1:1', 'raw-html@1:8', 'raw-html@1:12']],
  ["import fs from 'fs'", ['es-module@1:1']],
  ['import {\n  a,\n} from "b"', ['es-module@1:1']],
  ['export const a = 1', ['es-module@1:1']],
  ['export default function f() {}', ['es-module@1:1']],
  ['##标题', ['heading-mark@1:1']],
  ['＃标题', ['heading-mark@1:1']],
  ['＃＃ 标题', ['heading-mark@1:1']],
  ['##　标题', ['heading-mark@1:1']],
  ['#春招季# 阅读量', []],
  ['#1 渠道', []],
  ['# 一级', ['heading-one@1:1']],
  ['一段话\n---', ['heading-underlined@1:1']],
  ['[a](javascript:alert(1))', ['unsafe-link@1:1']],
  ['[文](https://a.cn)\n\n见 [b][c]\n\n[c]: data:text/html,x', ['unsafe-link@3:3']],
  ['![图](https://a.cn/b.png)', ['unsafe-image@1:1']],
  ['![图](/b.png)', ['unsafe-image@1:1']],
  ['![图](images\\b.png)', ['unsafe-image@1:1']],
  ['![图](截图 1.png)', ['link-space@1:6']],
  ['[文字]（https://a.cn/x）', ['link-brackets@1:1']],
  ['公式 $\\foo{x}$', ['bad-tex@1:4']],
  ['$$\n\\frac{a\n$$', ['bad-tex@1:1']],
  ['<!-- 未完', ['unclosed-comment@1:1']],
  ['<!-- 注释 <b> -->文字', []],
  ['```js\nx', ['unclosed-fence@1:1']],
  ['- a\n\n  ```\n  b\n  ```\n', []],
  ['见[^1]', ['unknown-footnote@1:2']],
  ['[^注]: 内容', ['unused-footnote@1:1']],
  ['见[^注]\n\n[^注]: 一\n\n[^注]: 二', ['duplicate-footnote@5:1']],
  ['见 <Figure kind="a" of="b" caption="c" /> 后', ['block-tag-inline@1:3']],
  ['## <Kpis of="a" />', ['block-tag-inline@1:4']],
  ['| a |\n|---|\n| <Kpis of="a" /> |', ['block-tag-inline@3:3']],
  ['<Note kind="tip">\n\n内容', ['unclosed-note@1:1']],
  ['内容\n\n</Note>', ['stray-closing-tag@3:1']],
  ['1、一\n2、二', ['line-runs-on@2:1']],
  ['| a | b |\n|---|\n| c |', ['table-broken@1:1']],
  ['| a | b |\n| 1 | 2 |', ['table-no-rule@1:1']],
  ['文字\n\n| a | b |\n| —— | —— |\n| 1 | 2 |', ['table-no-rule@3:1']],
  ['｜甲｜乙｜\n｜1｜2｜', ['table-no-rule@1:1']],
  ['甲 | 乙 | 丙\n1 | 2 | 3\n4 | 5 | 6', ['table-no-rule@1:1']],
  ['甲|乙 都可以\n丙也行', []],
  ['| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 1 | 2 | |\n| 1 \\| 2 | 3 |', ['table-extra-cell@3:1']],
  ['> | a |\n> |---|\n> | 1 | 多 |', ['table-extra-cell@3:3']],
  ['＜Value of="x" /＞', ['wide-tag@1:1']],
  ['见《Value of=“x”/》。', ['wide-tag@1:2']],
  ['＜value of＝"x"／＞', ['wide-tag@1:1']],
  ['< Value of="x" />', ['wide-tag@1:1']],
  ['＜Note kind="tip"＞\n\n内容', ['wide-tag@1:1']],
  ['《Value》是一本书，《Note to Self》是一首歌，【Table 1】', []],
  ['a < Value 时', []],
  ['-一\n-二\n-三', ['block-mark@1:1']],
  ['－ 一', ['block-mark@1:1']],
  ['- 一\n-二', ['block-mark@2:1']],
  ['＞ 引文', ['block-mark@1:1']],
  ['＋ 一', ['block-mark@1:1']],
  ['-5% 的降幅\n\n- 项\n- 项\n\n---\n\n增幅为\n-x 的相反数', []],
  ['——鲁迅', []],
  ['1）一\n2）二\n3）三', ['line-runs-on@2:1']],
  ['要点：\n1.一\n2.二', ['line-runs-on@2:1']],
  ['要点：\n• 一\n• 二', ['line-runs-on@2:1']],
  ['版本\n1.5 倍', []],
  ['**重点：内容', ['emphasis-open@1:1']],
  ['文字 **重点** 与**开头', ['emphasis-open@1:12']],
  ['用户张**、李**，号码 138****1234，2**3，\\*\\*星', []],
  ['＊＊重点＊＊', ['emphasis-mark@1:1']],
  ['！[图](a.png)', ['image-mark@1:1']],
  ['好！[文字](https://a.cn)', ['image-mark@1:2']],
  ['【文字】(https://a.cn)', ['link-brackets@1:1']],
  ['【提示】(重要)', []],
  [`${'> '.repeat(100)}深`, ['nesting-too-deep@1:81']],
];

test.each(cases)('%j', (text, expected) => {
  expect(listProblems(text)).toEqual(expected);
});

test('all problems of a chapter come in one run, at the places of the file', () => {
  const text = [
    '---',
    'title: 背景',
    '---',
    '',
    '## 一、{渠道}与 5~8 人',
    '',
    '**重点：**见 https://a.cn，<Valeu of="a" />。',
    '',
    '> - 引用 $x^2$ 里的 <Value of={b} />',
    '',
    '| 渠道 | 数 |',
    '|------|----|',
    '| a~b  | <Value of=c /> |',
    '',
    '文字 **强，**调 [x](vbscript:y)',
    '',
    '<Figure kind="trend"',
    '  of="a"',
    '  caption=无引号',
    '/>',
  ].join('\n');
  expect(listProblems(text)).toEqual([
    'unknown-tag@7:23',
    'attribute-computed@9:24',
    'attribute-unquoted@13:17',
    'unsafe-link@15:12',
    'attribute-unquoted@19:3',
  ]);
});

const refused = [
  '[a](javascript:alert(1))',
  '[a](JaVaScRiPt:alert(1))',
  '[a](java&#115;cript:alert(1))',
  '[a](&#x6A;avascript:alert(1))',
  '[a](java&Tab;script:alert(1))',
  '[a](java&NewLine;script:alert(1))',
  '[a](<java\tscript:alert(1)>)',
  '[a](java\u200bscript:alert(1))',
  '[a](&nbsp;javascript:alert(1))',
  '[a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:msgbox)',
  '[a](file:///etc/passwd)',
  '[a](//evil.example)',
  '[a](\\\\\\\\evil.example)',
  '[a](blob:https://a.cn/x)',
  '[a]( javascript:alert(1) )',
  '[a][b]\n\n[b]: javascript:alert(1)',
  '[a][b]\n\n[b]: <javascript:alert(1)>',
  '<javascript:alert(1)>',
  '<data:text/html,x>',
  '![a](javascript:alert(1))',
  '![a](data:image/svg+xml,<svg onload=alert(1)>)',
  '![a](//evil.example/x.png)',
  '![a][b]\n\n[b]: http://evil.example/x.png',
  '[![a](x.png)](javascript:alert(1))',
];

describe('hostile links', () => {
  test.each(refused)('%j never reaches the tree', (text) => {
    const { blocks, problems } = parseChapter({ file: 'a.mdx', text });
    expect(problems.length).toBeGreaterThan(0);
    const urls = [...JSON.stringify(blocks).matchAll(/"(?:url|src)":"([^"]*)"/g)].map((match) => match[1]);
    expect(urls.filter((url) => url !== 'x.png')).toEqual([]);
  });
});

const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
  '<iframe src="//evil"></iframe>',
  '<SCRIPT SRC=//evil></SCRIPT>',
  '<script\n>alert(1)</script\n>',
  '<style>*{display:none}</style>',
  '<Value of="x" onclick="alert(1)" />',
  '<Value dangerouslySetInnerHTML={{__html: "x"}} />',
  '<><b>x</b></>',
  '{(() => fetch("//evil"))()}',
  '<!--><script>alert(1)</script>-->',
];

test.each(hostile)('%j is text or a problem, and never markup', (text) => {
  const { blocks, uses } = parseChapter({ file: 'a.mdx', text });
  expect(uses.every((use) => use.name === 'Value')).toBe(true);
  const types = new Set([...JSON.stringify(blocks).matchAll(/"type":"([^"]*)"/g)].map((match) => match[1]));
  expect(
    [...types].filter((type) => !['paragraph', 'quote', 'text', 'tag', 'emphasis'].includes(type!)),
  ).toEqual([]);
});

test('an expression prints as text', () => {
  const { blocks, problems } = parseChapter({ file: 'a.mdx', text: '退出 {process.exit()} 吗' });
  expect(problems).toEqual([]);
  expect(toPlainText<InlineTagUse, BlockTagUse>(blocks)).toBe('退出 {process.exit()} 吗');
});
