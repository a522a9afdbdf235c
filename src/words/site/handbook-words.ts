import type { Bilingual, Language } from '../../base/language.ts';

/** Words of the metrics handbook. */
interface HandbookWords {
  title: string;
  lead: string;
  count: (metrics: number) => string;
  json: string;
  families: string;
  unit: string;
  noUnit: string;
  sameUnit: string;
  direction: string;
  directions: Record<'higher' | 'lower' | 'none', string>;
  interval: string;
  wilson: string;
  formula: string;
  table: string;
  anyTable: string;
  columns: string;
  beside: string;
  optional: string;
  byHand: string;
  params: string;
  standard: (value: string) => string;
  needed: string;
  edges: string;
  conventions: string;
  conventionsLead: string;
  /** Between the names of conventions. */
  and: string;
  source: string;
  own: string;
  example: string;
  data: (file: string) => string;
  more: (rows: number) => string;
  written: string;
  answer: string;
  published: string;
  next: string;
  previous: string;
}

export const handbookWords: Record<Language, HandbookWords> = {
  zh: {
    title: '指标手册',
    lead: '报告里能用的每个指标：定义、公式、单位、边界情况、算例和出处。在 metrics.yaml 里写上代号，就能算出同样的数。',
    count: (metrics) => `共 ${metrics} 个`,
    json: '机器可读的清单（JSON）',
    families: '分类',
    unit: '单位',
    noUnit: '无',
    sameUnit: '与所选列相同',
    direction: '好的方向',
    directions: { higher: '越高越好', lower: '越低越好', none: '没有好坏' },
    interval: '区间',
    wilson: '95% Wilson 区间',
    formula: '公式',
    table: '常用数据表',
    anyTable: '任意一张表，用 from 写明',
    columns: '用到的列',
    beside: '第二张表',
    optional: '可缺',
    byHand: '手算',
    params: '参数（写在 with 里）',
    standard: (value) => `默认 ${value}`,
    needed: '必填',
    conventions: '口径约定',
    conventionsLead: '同一件事全站只有一种算法：正文、图、表、目标卡和指标都照这里。',
    and: '、',
    edges: '边界情况',
    source: '出处',
    own: '本工具的约定',
    example: '算例',
    data: (file) => `数据 ${file}`,
    more: (rows) => `…… 另有 ${rows} 行`,
    written: '写法',
    answer: '答案',
    published: '答案出处',
    next: '下一类',
    previous: '上一类',
  },
  en: {
    title: 'Metrics handbook',
    lead: 'Every metric a report can use: definition, formula, unit, edge cases, a worked example and the source. Name it in metrics.yaml and get the same number.',
    count: (metrics) => `${metrics} in all`,
    json: 'List for machines (JSON)',
    families: 'Families',
    unit: 'Unit',
    noUnit: 'none',
    sameUnit: 'that of the column',
    direction: 'Good direction',
    directions: { higher: 'higher is better', lower: 'lower is better', none: 'neither' },
    interval: 'Interval',
    wilson: '95 % Wilson interval',
    formula: 'Formula',
    table: 'Usual table',
    anyTable: 'any table, named by from',
    columns: 'Columns read',
    beside: 'Second table',
    optional: 'may be missing',
    byHand: 'by hand',
    params: 'Parameters (in with)',
    standard: (value) => `default ${value}`,
    needed: 'required',
    conventions: 'Conventions',
    conventionsLead:
      'One thing is computed in one way: text, figures, tables, tiles and metrics all follow this page.',
    and: ', ',
    edges: 'Edge cases',
    source: 'Source',
    own: 'convention of this tool',
    example: 'Worked example',
    data: (file) => `Data ${file}`,
    more: (rows) => `… ${rows} more rows`,
    written: 'Written as',
    answer: 'Answer',
    published: 'Published by',
    next: 'Next family',
    previous: 'Previous family',
  },
};

/** The side of a description `中文（English）` that a reader of this language wants. */
export function selectLanguageSide(description: string, language: Language): string {
  const sides = /^(.*?)[（(]([A-Za-z`"“0-9][^（）]*)[）)](.*)$/su.exec(description);
  if (!sides) return description;
  const both: Bilingual = { zh: `${sides[1]}${sides[3]}`, en: sides[2]! };
  return both[language];
}
