/** A small whole book for tests of the printings: every kind of block and inline tag occurs in it. */
import type { Book } from '../report/book.ts';
import { sampleAbstract, sampleChapters } from './sample-chapters.ts';
import { sampleFigures, sampleTables } from './sample-figures.ts';
import { sampleDatasets, sampleReferences, sampleTiles, sampleValues } from './sample-values.ts';

const book: Book = {
  report: 'sample',
  language: 'zh',
  front: {
    title: '互联网运营实训报告',
    subtitle: '以“增长实验室”项目为例',
    team: '增长实验室',
    mentor: '王老师',
    period: { from: '2026-03-02', to: '2026-06-28' },
    date: '2026-07-03',
    dataDate: '2026-06-28',
    corrections: [{ date: '2026-07-10', what: '复购率原按订单计，现按用户计', where: '2.1 节' }],
    keywords: ['用户增长', '内容运营', '转化率', '复盘'],
    cover: [
      { label: '学校', value: '某某大学' },
      { label: '专业', value: '电子商务' },
    ],
    members: [
      { name: '李雷', role: '组长', duty: '统筹、数据分析' },
      { name: '韩梅梅', role: '内容', duty: '公众号与短视频' },
    ],
    zone: 'Asia/Shanghai',
    simulated: true,
    draft: false,
  },
  abstract: sampleAbstract,
  chapters: sampleChapters,
  values: sampleValues,
  figures: sampleFigures,
  pictures: [
    {
      id: 'poster',
      number: '1-9',
      chapter: 'background',
      caption: '开学季满减海报',
      alternative: '蓝底海报，右下角是二维码',
      src: 'poster.png',
      place: { file: 'content/reports/sample/01-background.mdx', line: 47, column: 1 },
      cited: [],
    },
  ],
  images: {
    'poster.png': {
      file: 'content/reports/sample/poster.png',
      width: 900,
      height: 600,
      sizes: [
        { name: 'poster-0a-480.webp', width: 480 },
        { name: 'poster-0a-900.webp', width: 900 },
      ],
    },
  },
  tables: sampleTables,
  datasets: sampleDatasets,
  checks: [],
  references: sampleReferences,
  kpis: sampleTiles,
  goals: [
    {
      kpi: '新增用户',
      unit: '人',
      direction: 'higher',
      baseline: { value: 400, text: '400 人' },
      target: { value: 1000, text: '1,000 人' },
      actual: { value: 1302, text: '1,302 人' },
      attainment: { value: 130.2, text: '130.2%', outcome: 'exceeded' },
      value: '新增用户',
    },
  ],
  coverage: {
    done: 1,
    total: 2,
    items: [
      { id: 'background', title: '项目背景', done: true, lacks: [], place: { file: 'a.mdx' } },
      { id: 'survey', title: '用户调研', done: false, lacks: [], place: { file: 'a.mdx' } },
    ],
  },
  conclusions: [],
  ruleTitles: {},
  problems: [
    {
      id: 'required-part-missing',
      severity: 'finding',
      place: { file: 'content/reports/sample/index.mdx' },
      what: { zh: '缺少必备部分“用户调研”。', en: 'The required part “用户调研” is missing.' },
      cure: { zh: '写一节以此为题。', en: 'Write a section with this title.' },
    },
  ],
};

/** A fresh copy, so that a test may change it. */
export function createSampleBook(changes: Partial<Book> = {}): Book {
  return { ...structuredClone(book), ...changes };
}
