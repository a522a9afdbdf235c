import type { Place } from '../base/place.ts';
import type { BookBlock, BookChapter, BookInline, Passage } from '../report/book.ts';
import { sampleTiles } from './sample-values.ts';

const background = 'content/reports/sample/01-background.mdx';
const results = 'content/reports/sample/02-results.mdx';

const createPlace = (file: string, line: number): Place => ({ file, line, column: 1 });
const createText = (value: string): BookInline => ({ type: 'text', value });
const createParagraph = (...children: (BookInline | string)[]): BookBlock => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? createText(child) : child)),
});

function createHeading(
  file: string,
  line: number,
  depth: 2 | 3 | 4,
  number: string,
  title: string,
): BookBlock {
  const id = title.replaceAll(' ', '-');
  return {
    type: 'heading',
    depth,
    id,
    number,
    text: title,
    children: [createText(title)],
    place: createPlace(file, line),
  };
}

const createValue = (name: string, shown: string, anchor: string): BookInline => ({
  type: 'value',
  name,
  text: shown,
  anchor,
});

/** Every inline there is, in one section. */
const inlines: BookBlock[] = [
  createHeading(background, 7, 2, '1.1', '项目背景'),
  createParagraph(
    '实训期内新增用户 ',
    createValue('新增用户', '1,302 人', 'c-1'),
    '，',
    {
      type: 'verdict',
      name: '新增用户',
      text: '超额完成',
      tone: 'good',
      basis: '1,302 人 对 目标 1,000 人',
      anchor: 'c-3',
    },
    '预期目标（',
    { type: 'ref', text: '图 2-2', target: { chapter: 'results', anchor: 'attainment' } },
    '），方法见',
    { type: 'ref', text: '第 2.1 节', target: { chapter: 'results', anchor: '目标达成情况' } },
    '，数据见',
    { type: 'ref', text: '表 1-1', target: { chapter: 'background', anchor: 'channels' } },
    '，理论依据见文献',
    { type: 'cite', numbers: [1, 3], text: '[1,3]' },
    '。这里用到',
    { type: 'term', name: 'CVR', text: '转化率', definition: '完成支付的用户占访问用户的比例' },
    '。',
  ),
  createParagraph(
    { type: 'emphasis', children: [createText('强调')] },
    '、',
    { type: 'strong', children: [createText('重点：'), { type: 'code', value: 'utm_source="<a>"' }] },
    '、',
    { type: 'delete', children: [createText('作废')] },
    '、',
    {
      type: 'link',
      url: 'https://example.com/x?a=1&b=2',
      children: [createText('外部链接')],
      place: createPlace(background, 12),
    },
    '，公式 ',
    { type: 'math', tex: 'a^2+b^2', mathml: '<math><mi>a</mi></math>', typst: 'a^2 + b^2' },
    '，脚注',
    { type: 'footnote', id: '口径', number: 1 },
    '，换行',
    { type: 'break' },
    '之后。花费 $500，实际 $620；转化率 <5%；{渠道}；5~8 人；#import "x"；*星号*；_下划线_；反斜杠 \\ 与引号 "q"。',
  ),
];

const lists: BookBlock[] = [
  createHeading(background, 20, 2, '1.2', '分工与方法'),
  {
    type: 'list',
    ordered: false,
    start: 1,
    items: [
      { children: [createParagraph('内容组：公众号与短视频')] },
      {
        children: [
          createParagraph('数据组：'),
          {
            type: 'list',
            ordered: true,
            start: 3,
            items: [{ children: [createParagraph('埋点')] }, { children: [createParagraph('看板')] }],
          },
        ],
      },
    ],
  },
  {
    type: 'list',
    ordered: false,
    start: 1,
    items: [
      { checked: true, children: [createParagraph('完成竞品分析')] },
      { checked: false, children: [createParagraph('补齐问卷')] },
    ],
  },
  { type: 'quote', children: [createParagraph('下棋的人把走过的棋再摆一遍，叫复盘。')] },
  {
    type: 'codeBlock',
    language: 'sql',
    value: 'SELECT channel,\n       count(*) AS 人数 -- 按渠道\nFROM users\nWHERE note <> \'\\n "x" #y\';',
  },
  { type: 'mathBlock', tex: '\\mathrm{ROI}', mathml: '<math></math>', typst: 'upright("ROI") = (R - C) / C' },
  {
    type: 'grid',
    align: ['left', 'right', 'center', null],
    header: [[createText('阶段')], [createText('周数')], [createText('负责人')], [createText('说明')]],
    rows: [
      [
        [createText('冷启动')],
        [createText('4')],
        [createText('李雷')],
        [{ type: 'strong', children: [createText('找到种子用户')] }],
      ],
      [[createText('增长')], [createText('8')], [createText('韩梅梅')], [createText('投放与活动并行')]],
    ],
  },
  { type: 'rule' },
  createHeading(background, 44, 3, '1.2.1', '资料来源'),
  createParagraph('资料取自课程平台与公开报告。', {
    type: 'image',
    src: 'logo.svg',
    alt: '团队标志',
    place: createPlace(background, 46),
  }),
  { type: 'picture', id: 'poster' },
  { type: 'table', id: 'channels' },
  { type: 'figure', id: 'new-users' },
];

const outcomeBlocks: BookBlock[] = [
  createHeading(results, 5, 2, '2.1', '目标达成情况'),
  { type: 'kpis', tiles: sampleTiles },
  createParagraph(
    '期末转化率为 ',
    createValue('期末转化率', '4.8%', 'c-2'),
    '，提高 ',
    createValue('转化率提升', '—', 'c-4'),
    '。',
  ),
  { type: 'figure', id: 'cost' },
  { type: 'note', kind: 'note', children: [createParagraph('数据为模拟生成。')] },
  {
    type: 'note',
    kind: 'tip',
    title: '读数的次序',
    children: [createParagraph('先看漏斗，再看渠道。')],
  },
  { type: 'note', kind: 'warning', children: [createParagraph('样本不足 30 时不下结论。')] },
  {
    type: 'note',
    kind: 'example',
    children: [createParagraph('例如，第 12 周的活动。'), createParagraph('第二段。')],
  },
  createHeading(results, 20, 2, '2.2', '明细'),
  createParagraph(
    '逐日的事件数如',
    { type: 'ref', text: '表 2-1', target: { chapter: 'results', anchor: 'events' } },
    '所示。',
  ),
  { type: 'table', id: 'events' },
  { type: 'figure', id: 'attainment' },
];

/** Two chapters that together hold every kind of block and inline. */
export const sampleChapters: BookChapter[] = [
  {
    slug: 'background',
    number: 1,
    title: '背景与方法',
    summary: '为什么做、怎么做。',
    file: background,
    blocks: [...inlines, ...lists],
    footnotes: [
      {
        id: '口径',
        number: 1,
        children: [createParagraph('口径：按 ', { type: 'code', value: 'user_id' }, ' 去重。')],
      },
    ],
  },
  { slug: 'results', number: 2, title: '成果与复盘', file: results, blocks: outcomeBlocks, footnotes: [] },
];

/** Body of the sample's `index.mdx`. */
export const sampleAbstract: Passage = {
  blocks: [
    createParagraph(
      '本报告复盘一次为期十七周的互联网运营实训。团队以内容获客，实训期内新增用户 ',
      createValue('新增用户', '1,302 人', 'c-5'),
      '。',
    ),
    createParagraph(
      '结果表明，搜索引擎优化在第六个月起比投放更省',
      { type: 'footnote', id: 'fn-1', number: 1 },
      '。',
    ),
  ],
  footnotes: [{ id: 'fn-1', number: 1, children: [createParagraph('按首次来源归因。')] }],
};
