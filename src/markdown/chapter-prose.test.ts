import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BlockTagUse, InlineTagUse, ParsedInline } from './markdown-chapter.ts';
import { parseChapter } from './parse-chapter.ts';
import { toPlainText } from './plain-text.ts';

/** A tree as a person would write it down: **strong**, _emphasis_, ~~delete~~, [text](url). */
function renderPlain(inlines: readonly ParsedInline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
          return inline.value;
        case 'strong':
          return `⟦${renderPlain(inline.children)}⟧`;
        case 'emphasis':
          return `⟨${renderPlain(inline.children)}⟩`;
        case 'delete':
          return `⟪${renderPlain(inline.children)}⟫`;
        case 'code':
          return `‹${inline.value}›`;
        case 'link':
          return `[${renderPlain(inline.children)}](${inline.url})`;
        case 'math':
          return `∫${inline.tex}∫`;
        case 'tag':
          return `<${inline.name} ${Object.values(inline.props).join(' ')}>`;
        case 'break':
          return '↵';
        case 'footnote':
          return `^${inline.number}`;
        case 'image':
          return `!${inline.src}!`;
        default:
          return inline satisfies never;
      }
    })
    .join('');
}

function parseParagraph(text: string): string {
  const { blocks, problems } = parseChapter({ file: 'a.mdx', text });
  expect(problems).toEqual([]);
  expect(blocks.map((block) => block.type)).toEqual(['paragraph']);
  return blocks[0]?.type === 'paragraph' ? renderPlain(blocks[0].children) : '';
}

const asWritten = [
  '{渠道}',
  '转化率 <5%，且>2%',
  '5~8 人，2~3 周',
  '$500，实际 $620',
  '价格$500，折后$620，省$120',
  '变量 $A、$B 与 $PATH',
  'a < b，c<d 且 e>f，if x<y then',
  '</ 与 <- 与 <=',
  '一个 {process.exit()} 表达式',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: as an author writes it
  '${name} 和 {{name}}',
  '面积 5*3=15，2*4=8',
  '销量 snake_case_name 与 _下划线',
  'import 一词是进口，export 是出口',
  'Import duties and export sales rose.',
  '[待定] 与 (说明) 与 【重点】',
  '50% 的用户、A/B 测试、C++、C#、100°C',
  '第 1 点。第 2 点：“引号”、‘单引号’——破折号……',
  '价格为 ￥1,302.00，约合 US$200',
  '“增长”（Growth）是 1 + 1 > 2 吗？',
  'List<String> 与 Map<K, V>',
  '𠮷野家、😀 与 é',
  'a_b_c 与 1_000',
  '3 > 2 且 2 < 3；x<10，y>5',
  '参见 §3.2、¶4、†',
  '~约 5 成~，5～8 人',
  '时间 10:30，比例 3:1，路径 C:\\数据',
];

describe('prose prints as it is written', () => {
  test.each(asWritten)('%s', (text) => {
    expect(parseParagraph(text)).toBe(text);
  });
  test.each(['import goods are taxed', 'export is not a keyword here', 'import data from the table'])(
    '%s, at the beginning of a paragraph',
    (text) => expect(parseParagraph(text)).toBe(text),
  );
});

const emphasised: [string, string][] = [
  ['**重点：**内容', '⟦重点：⟧内容'],
  ['这是**“引号”**后文', '这是⟦“引号”⟧后文'],
  ['**发展，**年', '⟦发展，⟧年'],
  ['*重点：*内容', '⟨重点：⟩内容'],
  ['~~旧价，~~新价', '⟪旧价，⟫新价'],
  ['***重点：***内容', '⟨⟦重点：⟧⟩内容'],
  ['**真**她', '⟦真⟧她'],
  ['和**重点**（注）', '和⟦重点⟧（注）'],
  ['（**“增长”**）：**增长（Growth）**是', '（⟦“增长”⟧）：⟦增长（Growth）⟧是'],
  ['**注意！**请看**《运营》**一书', '⟦注意！⟧请看⟦《运营》⟧一书'],
  ['共**50%**的用户', '共⟦50%⟧的用户'],
  ['**1.**第一，**2.**第二', '⟦1.⟧第一，⟦2.⟧第二'],
  ['**`code`**后，**[链接](a.md)**后', '⟦‹code›⟧后，⟦[链接](a.md)⟧后'],
  ['**<Value of="x" />**人', '⟦<Value x>⟧人'],
  ['**（一）**背景，**（二）**目标', '⟦（一）⟧背景，⟦（二）⟧目标'],
  ['**A，*B。*C**D', '⟦A，⟨B。⟩C⟧D'],
  ['**{渠道}**占比', '⟦{渠道}⟧占比'],
  ['a **b** c', 'a ⟦b⟧ c'],
  ['~~删~~ 和 **加**', '⟪删⟫ 和 ⟦加⟧'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['\\*不是强调\\*', '*不是强调*'],
  ['`**代码：**不变`', '‹**代码：**不变›'],
];

test.each(emphasised)('emphasis: %s', (text, expected) => {
  expect(parseParagraph(text)).toBe(expected);
});

const links: [string, string][] = [
  ['见https://a.cn/x，其中', '见[https://a.cn/x](https://a.cn/x)，其中'],
  ['https://a.cn/x的说明', '[https://a.cn/x](https://a.cn/x)的说明'],
  [
    'https://zh.wikipedia.org/wiki/复盘 一文',
    '[https://zh.wikipedia.org/wiki/复盘](https://zh.wikipedia.org/wiki/复盘) 一文',
  ],
  ['（https://a.cn）。', '（[https://a.cn](https://a.cn)）。'],
  ['see https://a.cn/x(y), ok.', 'see [https://a.cn/x(y)](https://a.cn/x(y)), ok.'],
  ['www.a.cn，好', '[www.a.cn](http://www.a.cn)，好'],
  ['**https://a.cn**后', '⟦[https://a.cn](https://a.cn)⟧后'],
  ['<https://a.cn/?a=1&b={c}>', '[https://a.cn/?a=1&b={c}](https://a.cn/?a=1&b={c})'],
  ['[文字](https://a.cn/~u，v)', '[文字](https://a.cn/~u，v)'],
  ['[https://a.cn](https://a.cn)', '[https://a.cn](https://a.cn)'],
  ['联系 a@b.cn。', '联系 [a@b.cn](mailto:a@b.cn)。'],
  ['`https://a.cn，x`', '‹https://a.cn，x›'],
  ['[计划](02-planning.mdx#目标)', '[计划](02-planning.mdx#目标)'],
  ['见![图](<截图 (1).png>)', '见!截图 (1).png!'],
  ['见![图](%E5%9B%BE.png)', '见!图.png!'],
];

test.each(links)('links: %s', (text, expected) => {
  expect(parseParagraph(text)).toBe(expected);
});

const formulas: [string, string][] = [
  ['面积 $x^2$，', '面积 ∫x^2∫，'],
  ['$\\frac{\\text{消费，元}}{n}$', '∫\\frac{\\text{消费，元}}{n}∫'],
  ['文中 $$x+y$$ 一式', '文中 ∫x+y∫ 一式'],
  ['**结论：**$x$后', '⟦结论：⟧∫x∫后'],
  ['`$x$` 与 \\$x\\$', '‹$x$› 与 $x$'],
  ['成本 $c$ 元，价 $5', '成本 ∫c∫ 元，价 $5'],
];

test.each(formulas)('math: %s', (text, expected) => {
  expect(parseParagraph(text)).toBe(expected);
});

const lines: [string, string][] = [
  ['中文\n换行', '中文换行'],
  ['中文，\n换行', '中文，换行'],
  ['用户\nARPU', '用户 ARPU'],
  ['two\nwords', 'two words'],
  ['行末  \n硬换行', '行末↵硬换行'],
  ['**粗**\n体', '⟦粗⟧体'],
  ['人数为\n<Value of="x" />\n较去年', '人数为 <Value x>较去年'],
  ['结果\n<Verdict of="x" />\n预期', '结果<Verdict x>预期'],
  ['　　首行缩进', '首行缩进'],
  ['    缩进四格不是代码', '缩进四格不是代码'],
  ['空格 的  处理', '空格 的  处理'],
];

test.each(lines)('line ends: %s', (text, expected) => {
  expect(parseParagraph(text)).toBe(expected);
});

test('code keeps every sign', () => {
  const code = 'import fs from "fs"\n<Value of={x}> {a} ~ $x$ **a：**b https://a.cn，b\n＃不是标题';
  const { blocks, problems } = parseChapter({ file: 'a.mdx', text: `\`\`\`js\n${code}\n\`\`\`\n` });
  expect(problems).toEqual([]);
  expect(blocks).toEqual([{ type: 'codeBlock', language: 'js', value: code }]);
});

test('random prose prints itself', () => {
  const word = fc.constantFrom(
    ...[
      '用户',
      '增长',
      'ARPU',
      'a',
      'B2B',
      '5',
      '，',
      '。',
      '：',
      '“',
      '”',
      '（',
      '）',
      '%',
      '{',
      '}',
      '<5',
      '~',
      ' ',
      '、',
      '$',
      '/',
      '+',
      '@',
      '—',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const text = `字${words.join('')}字`;
      // Two signs in a row make strike-through or math; a lone pair of $ may be a formula: both are markup.
      fc.pre(!/~~|\$.*\$|[\w.]@[\w.]/.test(text));
      const { blocks, problems } = parseChapter({ file: 'a.mdx', text });
      expect(problems).toEqual([]);
      expect(toPlainText<InlineTagUse, BlockTagUse>(blocks)).toBe(text);
    }),
    { numRuns: 500, seed: 20260302 },
  );
});
