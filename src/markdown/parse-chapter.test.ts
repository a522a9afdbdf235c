import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LineIndex } from '../base/source-text.ts';
import type { BlockTagUse, InlineTagUse } from './markdown-chapter.ts';
import { parseChapter } from './parse-chapter.ts';
import { toPlainText } from './plain-text.ts';
import { scanText } from './scan/scan-text.ts';

const parse = (text: string) => parseChapter({ file: 'content/reports/r/01-a.mdx', text });

describe('front matter', () => {
  test('is read with the place of every key', () => {
    const { front, frontPlaces, blocks } = parse(
      '---\ntitle: 实训背景\nperiod: { from: 2026-03-02, to: 2026-06-28 }\n---\n正文',
    );
    expect(front).toEqual({ title: '实训背景', period: { from: '2026-03-02', to: '2026-06-28' } });
    expect(frontPlaces.title).toMatchObject({ line: 2, column: 1 });
    expect(frontPlaces['period.to']).toMatchObject({ line: 3, column: 29 });
    expect(blocks).toEqual([{ type: 'paragraph', children: [{ type: 'text', value: '正文' }] }]);
  });

  test.each([
    ['---js\n{ title: process.exit() }\n---\n', 'front-matter-language', 1],
    ['---json\n{"title": 1}\n---\n', 'front-matter-language', 1],
    ['---\ntitle: a\n正文', 'front-matter-unclosed', 1],
    ['---\ntitle：背景\n---\n', 'yaml-syntax', 2],
    ['---\n背景\n---\n', 'front-matter-shape', 2],
    ['---\ntitle: a\n\n## 背景\n\n| a |\n|---|\n---\n', 'front-matter-unclosed', 1],
    ['title: a\n---\n\n正文\n', 'front-matter-unopened', 1],
    ['\n---\ntitle: a\n---\n', 'front-matter-unopened', 2],
    ['－－－\ntitle: a\n－－－\n', 'front-matter-unopened', 1],
    ['---\ntitle: a\nteam: [b\n---\n', 'yaml-syntax', 3],
    ['---\ntitle: a\ntitle: b\n---\n', 'yaml-repeated', 3],
  ])('%j', (text, id, line) => {
    const { problems } = parse(text);
    expect(problems.map((problem) => [problem.id, problem.place.line])).toEqual([[id, line]]);
  });

  test('nothing in it is run', () => {
    parse('---js\n(globalThis.evaluated = true, {})\n---\n');
    expect('evaluated' in globalThis).toBe(false);
  });
});

test('headings have unique anchors, footnotes are numbered by their first mark', () => {
  const { headings, footnotes, blocks } = parse(
    '## 结论\n\n### 结论\n\n文[^乙]与[^甲]，再[^乙]。\n\n[^甲]: 甲注\n\n[^乙]: 乙注 <Value of="x" />',
  );
  expect(headings.map(({ id, depth }) => [id, depth])).toEqual([
    ['结论', 2],
    ['结论-2', 3],
  ]);
  expect(
    footnotes.map(({ number, children }) => [number, toPlainText<InlineTagUse, BlockTagUse>(children)]),
  ).toEqual([
    [1, '乙注 '],
    [2, '甲注'],
  ]);
  const marks = JSON.stringify(blocks).match(/"number":\d/g);
  expect(marks).toEqual(['"number":1', '"number":2', '"number":1']);
});

test('tags keep their places and the order of the text', () => {
  const { uses } = parse(
    '见[^1] <Value of="a" />\n\n[^1]: 注 <Term of="b" />\n\n<Figure kind="trend" of="c" caption="d" />\n',
  );
  expect(uses.map(({ name, place }) => [name, place.line, place.column])).toEqual([
    ['Value', 1, 7],
    ['Term', 3, 9],
    ['Figure', 5, 1],
  ]);
  expect(uses[2]?.propPlaces.of).toEqual({ file: 'content/reports/r/01-a.mdx', line: 5, column: 26 });
});

test('places are those of the file, however much is rewritten before them', () => {
  const { uses, headings, blocks } = parse(
    '{a} **b：**c $x$ <5%\n\n## {d} 5~8\n\n**e，**f [g](h.md) <Ref to="i" />\n',
  );
  expect(headings[0]?.place).toMatchObject({ line: 3, column: 1 });
  expect(uses[0]?.place).toMatchObject({ line: 5, column: 19 });
  expect(JSON.stringify(blocks)).toContain(
    '"url":"h.md","children":[{"type":"text","value":"g"}],"place":{"file":"content/reports/r/01-a.mdx","line":5,"column":9}',
  );
});

describe('block tags', () => {
  const kinds = (text: string) => {
    const { blocks, problems } = parse(text);
    expect(problems).toEqual([]);
    return blocks.map((block) => (block.type === 'block-tag' ? block.name : block.type));
  };
  const figure = '<Figure kind="trend" of="a" caption="b" />';

  test('stand alone with or without empty lines around them', () => {
    expect(kinds(`一\n\n${figure}\n\n二`)).toEqual(['paragraph', 'Figure', 'paragraph']);
    expect(kinds(`一\n${figure}\n二`)).toEqual(['paragraph', 'Figure', 'paragraph']);
    expect(kinds('<Kpis of="a" />\n<Covers of="b" />')).toEqual(['Kpis', 'Covers']);
    expect(kinds('<Figure\n  kind="trend"\n  of="a"\n  caption="b"\n/>')).toEqual(['Figure']);
  });

  test('stand in list items and quotes', () => {
    const { blocks } = parse(`- 一\n  ${figure}\n- 二\n\n> ${figure}\n> 三`);
    expect(blocks).toMatchObject([
      { type: 'list', items: [{ children: [{ type: 'paragraph' }, { name: 'Figure' }] }, {}] },
      { type: 'quote', children: [{ name: 'Figure' }, { type: 'paragraph' }] },
    ]);
  });

  test('an inline tag alone is a paragraph', () => {
    expect(parse('<Value of="a" />').blocks).toMatchObject([
      { type: 'paragraph', children: [{ name: 'Value' }] },
    ]);
  });
});

const notes: [string, string][] = [
  ['blank lines', '<Note kind="tip">\n\n一 **二**\n\n- 三\n\n</Note>\n\n后'],
  ['no blank lines', '<Note kind="tip">\n一 **二**\n\n- 三\n</Note>\n后'],
  ['indented', '<Note kind="tip">\n  一 **二**\n\n  - 三\n</Note>\n后'],
];

test.each(notes)('a note holds blocks: %s', (_, text) => {
  const { blocks, problems } = parse(text);
  expect(problems).toEqual([]);
  expect(blocks).toMatchObject([
    {
      name: 'Note',
      props: { kind: 'tip' },
      children: [{ type: 'paragraph', children: [{ value: '一 ' }, { type: 'strong' }] }, { type: 'list' }],
    },
    { type: 'paragraph' },
  ]);
});

test('notes nest, hold tags, and stand in one line or in a list', () => {
  const { blocks, problems, uses } = parse(
    '<Note>\n外\n<Note kind="tip">内 <Value of="a" /></Note>\n<Kpis of="b" />\n</Note>\n\n- 项\n  <Note>\n  里\n  </Note>\n',
  );
  expect(problems).toEqual([]);
  expect(blocks).toMatchObject([
    { name: 'Note', children: [{ type: 'paragraph' }, { name: 'Note', children: [{}] }, { name: 'Kpis' }] },
    { type: 'list', items: [{ children: [{ type: 'paragraph' }, { name: 'Note', children: [{}] }] }] },
  ]);
  expect(uses.map(({ name }) => name)).toEqual(['Note', 'Note', 'Value', 'Kpis', 'Note']);
});

test('tables hold tags and formulas with | in them, and have full rows', () => {
  const { blocks, problems } = parse('| a | b |\n|:--|--:|\n| <Value of="x|y" /> | $|z|$ |\n| 1 |');
  expect(problems).toEqual([]);
  expect(blocks).toMatchObject([
    {
      type: 'grid',
      align: ['left', 'right'],
      header: [[{ value: 'a' }], [{ value: 'b' }]],
      rows: [
        [[{ props: { of: 'x|y' } }], [{ tex: '|z|' }]],
        [[{ value: '1' }], []],
      ],
    },
  ]);
});

test('lists: task items, nested, ordered from a number', () => {
  const { blocks } = parse('- [x] 完成\n- [ ] 未完成\n  - 子项\n\n3. 三\n');
  expect(blocks).toMatchObject([
    { ordered: false, items: [{ checked: true }, { checked: false, children: [{}, { type: 'list' }] }] },
    { ordered: true, start: 3 },
  ]);
  expect('checked' in (blocks[1] as { items: object[] }).items[0]!).toBe(false);
});

test('display math', () => {
  const { blocks } = parse('前\n\n$$\nCPA=\\frac{消费}{转化数}\n$$\n\n> $$x$$');
  expect(blocks).toMatchObject([
    {},
    { type: 'mathBlock', tex: 'CPA=\\frac{消费}{转化数}', typst: 'C P A = "消费"/"转化数"' },
    { type: 'quote', children: [{ type: 'mathBlock' }] },
  ]);
});

test('any text is read without throwing; the parser sees no program, the tree no sign of the scan', () => {
  const bit = fc.constantFrom(
    ...[
      '<Value of="x" />',
      '<Note>',
      '</Note>',
      '**',
      '*',
      '~~',
      '`',
      '```\n',
      '\n',
      '\n\n',
      '> ',
      '- ',
      '1. ',
      '$',
      '$$',
    ],
    ...[
      '{',
      '}',
      '<',
      '>',
      '，',
      '。',
      '“',
      '文',
      'abc',
      '5',
      '[',
      '](',
      ')',
      '!',
      '[^a]',
      '[^a]: ',
      'http://a.cn',
      '##',
    ],
    ...[
      '| ',
      '|--|\n',
      '\\',
      '&lt;',
      '<!--',
      '-->',
      'import x from "y"',
      '\0',
      '\uFDD0',
      '\uFDE1',
      '\ud800',
      '---\n',
      '<br/>',
    ],
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(bit, { maxLength: 40 }).map((bits) => bits.join('')),
  );
  fc.assert(
    fc.property(text, (written) => {
      const { blocks, footnotes, problems } = parse(written);
      expect(scanText(written, new LineIndex('a.mdx', written)).text).not.toMatch(/[{}<]/);
      expect(problems.filter(({ id }) => id === 'markdown-failed')).toEqual([]);
      expect(JSON.stringify([blocks, footnotes])).not.toMatch(/[\uFDD0-\uFDEF]/);
    }),
    { numRuns: 400, seed: 20260302 },
  );
}, 30_000);

test.each(['> ', '- ', '**', '[', '<Note>\n', '<Value of="', '{', '$', '<!--', '*_'])(
  'much of %j is no trap',
  (bit) => {
    const start = performance.now();
    parse(bit.repeat(5000));
    expect(performance.now() - start).toBeLessThan(2000);
  },
);

test('a heading named like the id of a figure gets another anchor', () => {
  const { headings } = parse('## Weekly\n\n<Figure kind="trend" of="a" id="weekly" caption="b" />\n');
  expect(headings.map(({ id }) => id)).toEqual(['weekly-2']);
});

test.each([
  ['![题注](a.png)', ['{"src":"a.png","alt":"题注"}']],
  ['![画面](<a b.png> "题注"){#海报}', ['{"src":"a b.png","alt":"画面","title":"题注","id":"海报"}']],
  ['![](a.png)\n![二](b.png)\n', ['{"src":"a.png"}', '{"src":"b.png","alt":"二"}']],
  ['![一][a]\n\n[a]: a.png "题注"\n', ['{"src":"a.png","alt":"一","title":"题注"}']],
  ['见 ![一](a.png)', []],
  ['![一](a.png){渠道}', []],
  ['[![一](a.png)](b.html)', []],
])('pictures of %j', (text, props) => {
  const { uses, problems, images } = parse(text);
  expect({ problems, props: uses.map((use) => JSON.stringify(use.props)) }).toEqual({ problems: [], props });
  expect(images.length).toBeGreaterThan(0);
});

test('a heading named like a picture gets another anchor', () => {
  const { headings } = parse('## Poster\n\n![一](a.png "二"){#poster}\n');
  expect(headings.map(({ id }) => id)).toEqual(['poster-2']);
});
