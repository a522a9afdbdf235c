import type { Language } from '../../base/language.ts';

/** Words of the gallery of figures. */
interface GalleryWords {
  title: string;
  lead: string;
  count: (kinds: number) => string;
  json: string;
  use: string;
  avoid: string;
  write: string;
  inMetrics: string;
  inChapter: string;
  attributes: string;
  optional: string;
  /** Attributes of every kind. */
  common: Record<'id' | 'caption' | 'wide', string>;
  data: string;
  finding: string;
  sources: string;
  source: Record<'values' | 'goals' | 'table', string>;
  next: string;
  previous: string;
}

export const galleryWords: Record<Language, GalleryWords> = {
  zh: {
    title: '图表手册',
    lead: '报告里能画的每一种图：样例、数据、写法，什么时候用，什么时候换一种。',
    count: (kinds) => `共 ${kinds} 种`,
    json: '机器可读的清单（JSON）',
    use: '适合',
    avoid: '不适合',
    write: '写法',
    inMetrics: 'metrics.yaml',
    inChapter: '章节（.mdx）',
    attributes: '属性',
    optional: '可省',
    common: {
      id: '图的编号，供 <Ref to> 引用',
      caption: '图题；省略时用由数据算出的一句话',
      wide: 'yes 时与页面同宽，打印时单独横排一页',
    },
    data: '样例数据',
    finding: '由数据算出的一句话',
    sources: '画什么',
    source: { values: '数值', goals: '目标表 goals', table: '数据表或命名查询' },
    next: '下一种',
    previous: '上一种',
  },
  en: {
    title: 'Gallery of figures',
    lead: 'Every kind of figure a report can draw: an example, its data, how to write it, when to use it and when not.',
    count: (kinds) => `${kinds} kinds`,
    json: 'List for machines (JSON)',
    use: 'Use it for',
    avoid: 'Not for',
    write: 'How to write it',
    inMetrics: 'metrics.yaml',
    inChapter: 'Chapter (.mdx)',
    attributes: 'Attributes',
    optional: 'optional',
    common: {
      id: 'name of the figure, for <Ref to>',
      caption: 'caption; without one, the sentence computed from the data',
      wide: 'yes: as wide as the page, in print on a turned page of its own',
    },
    data: 'Data of the example',
    finding: 'Sentence computed from the data',
    sources: 'Draws',
    source: { values: 'values', goals: 'the table goals', table: 'a table or a named query' },
    next: 'Next kind',
    previous: 'Previous kind',
  },
};
