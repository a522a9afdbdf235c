import type { BookDataset, BookReference, BookValue, DatasetColumn, Tile } from '../report/book.ts';

const place = { file: 'data/sample/metrics.yaml', line: 2, column: 1 };
const files = [{ path: 'data/sample/users.csv', sha256: 'a'.repeat(64) }];

/** A counted value with target, a ratio with interval, and a formula. */
export const sampleValues: Record<string, BookValue> = {
  新增用户: {
    name: '新增用户',
    value: 1302,
    text: '1,302 人',
    unit: '人',
    short: '1,302 人',
    direction: 'higher',
    target: { value: 1000, text: '1,000 人', source: 'goals' },
    attainment: { value: 130.2, text: '130.2%', outcome: 'exceeded' },
    points: [
      { key: '2026-W10', label: '第 10 周', value: 60, text: '60 人', n: 60 },
      { key: '2026-W11', label: '第 11 周', value: 90, text: '90 人', n: 90 },
    ],
    lineage: {
      kind: 'metric',
      metric: { id: 'new_users', name: '新增用户数', definition: '期内首次注册的用户数，按用户去重。' },
      formula: '去重计数（用户）',
      sql: 'SELECT count(DISTINCT user_id) FROM users',
      inputs: [],
      tables: ['users'],
      rows: 1302,
      filter: "channel <> 'test'",
      period: { from: '2026-03-02', to: '2026-06-28' },
      files,
    },
    cited: [{ chapter: 'background', anchor: 'c-1', label: '1.1' }],
    place,
  },
  期末转化率: {
    name: '期末转化率',
    value: 4.8,
    text: '4.8%',
    unit: '%',
    short: '4.8%',
    direction: 'higher',
    interval: { low: 4.2, high: 5.5, level: 0.95, method: 'Wilson', text: '4.2%～5.5%' },
    points: [],
    lineage: {
      kind: 'metric',
      formula: '支付用户 ÷ 访问用户',
      sql: 'SELECT …',
      inputs: [],
      tables: ['events'],
      rows: 88213,
      numerator: { value: 240, text: '240 人' },
      denominator: { value: 5000, text: '5,000 人' },
      files: [{ path: 'data/sample/events.parquet', sha256: 'b'.repeat(64) }],
    },
    cited: [{ chapter: 'results', anchor: 'c-2', label: '2.1' }],
    place: { ...place, line: 3 },
  },
  转化率提升: {
    name: '转化率提升',
    value: null,
    text: '—',
    unit: '个百分点',
    short: '—',
    direction: 'higher',
    points: [],
    lineage: {
      kind: 'formula',
      formula: '期末转化率 − 期初转化率',
      inputs: ['期末转化率'],
      tables: [],
      rows: 0,
      files: [],
    },
    cited: [],
    place: { ...place, line: 4 },
  },
};

/** One tile with a series, one without a target. */
export const sampleTiles: Tile[] = [
  {
    name: '新增用户',
    label: '新增用户',
    text: '1,302 人',
    target: '1,000 人',
    attainment: { value: 130.2, text: '130.2%', outcome: 'exceeded' },
    tone: 'good',
    spark: '0,24 33,18 66,10 100,4',
    href: { chapter: 'numbers', anchor: 'v-新增用户' },
  },
  {
    name: '期末转化率',
    label: '期末转化率',
    text: '4.8%',
    tone: 'even',
    spark: '',
    href: { chapter: 'numbers', anchor: 'v-期末转化率' },
  },
];

const createColumn = (
  name: string,
  about: Pick<DatasetColumn, 'label' | 'unit' | 'type' | 'description'>,
) => ({
  ...about,
  name,
  header: name,
  profile: { missing: '', values: '', bars: [], ordered: false },
});

/** A file read row by row and one read by the engine. */
export const sampleDatasets: BookDataset[] = [
  {
    name: 'events',
    title: '用户行为事件',
    file: 'data/sample/events.parquet',
    sha256: 'b'.repeat(64),
    bytes: 4_812_003,
    rows: 88213,
    known: true,
    columns: [
      createColumn('user_id', { label: '用户', unit: '', type: 'text', description: '用户的编号' }),
      createColumn('event', { label: '事件', unit: '', type: 'text', description: 'visit、signup、pay' }),
      createColumn('time', { label: '时间', unit: '', type: 'timestamp', description: '事件发生的时间' }),
    ],
    leftOut: ['第 8 行：从这里起有 1 行是合计，不是数据，没有计入。'],
    personal: 0,
    sample: [['u-001', 'visit', '2026-03-02T09:00:00']],
  },
  {
    name: 'users',
    title: '用户',
    file: 'data/sample/users.csv',
    sha256: 'a'.repeat(64),
    bytes: 48_120,
    encoding: 'GBK',
    rows: 1302,
    known: false,
    columns: [
      createColumn('user_id', { label: '用户', unit: '', type: 'text', description: '' }),
      createColumn('spend', { label: '消费', unit: '元', type: 'number', description: '累计消费' }),
    ],
    leftOut: [],
    personal: 0,
    sample: [['u-001', '92.50']],
  },
];

/** A Chinese book, a Western article and a web page, as GB/T 7714—2025 prints them. */
export const sampleReferences: BookReference[] = [
  {
    key: 'yang2010',
    number: 1,
    text: '扬奎斯特，萨金特. 递归宏观经济理论[M]. 杨斌，王忠玉，陈彦斌，等，译. 2 版. 北京：中国人民大学出版社，2010：798.',
  },
  {
    key: 'yu2012',
    number: 2,
    text: '于潇，刘义，柴跃廷，等. 互联网药品可信交易环境中主体资质审核备案模式[J]. 清华大学学报（自然科学版），2012，52（11）：1518-1523.',
  },
  {
    key: 'praetzellis2011',
    number: 3,
    text: 'Praetzellis A. Death by theory[M/OL]. Rev. ed. Rowman & Littlefield，2011：13. http://www.example.com/book?id=3',
    url: 'http://www.example.com/book?id=3',
  },
];
