import type { BookFigure, BookTable } from '../report/book.ts';

const font = 'font-family="Noto Sans SC, sans-serif" font-size="11"';

/** A bar chart in the shape the charts give: colours only as custom properties, one clip path, Chinese labels. */
function drawBars(id: string, heights: number[]): string {
  const bar = (h: number, i: number) =>
    `<rect x="${70 + i * 80}" y="${200 - h}" width="44" height="${h}" fill="var(--c${(i % 6) + 1})"/>` +
    `<text x="${92 + i * 80}" y="218" text-anchor="middle" fill="var(--ink-2)" ${font}>第 ${10 + i} 周</text>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="560" height="240" viewBox="0 0 560 240">` +
    `<defs><clipPath id="${id}-1"><rect x="50" y="10" width="490" height="215"/></clipPath></defs>` +
    `<rect width="560" height="240" fill="var(--paper)"/>` +
    `<path d="M50,200H540M50,140H540M50,80H540" stroke="var(--line)" fill="none"/>` +
    `<g clip-path="url(#${id}-1)">${heights.map(bar).join('')}</g>` +
    `<text x="44" y="204" text-anchor="end" fill="var(--ink-3)" ${font}>0</text>` +
    `<text x="50" y="24" fill="var(--ink)" ${font}>新增用户（人）</text></svg>`
  );
}

function createFigure(
  id: string,
  number: string,
  chapter: string,
  caption: string,
  heights: number[],
): BookFigure {
  return {
    id,
    number,
    kind: 'trend',
    chapter,
    caption,
    clauses: [],
    finding: `第 13 周最高，为 ${heights[3]} 人。`,
    alternative: `柱形图：${caption}。四周分别为 ${heights.join('、')} 人。`,
    svg: drawBars(id, heights),
    width: 560,
    height: 240,
    phone: { svg: drawBars(`${id}-phone`, heights), width: 560, height: 240 },
    spec: '{}\n',
    data: {
      columns: [
        { name: 'week', label: '周', unit: '', align: 'left' },
        { name: 'users', label: '新增用户', unit: '人', align: 'right' },
      ],
      rows: heights.map((height, i) => [`第 ${10 + i} 周`, String(height)]),
    },
    of: ['新增用户'],
    tables: ['users'],
    place: { file: 'content/reports/sample/01-background.mdx', line: 9, column: 1 },
    cited: [{ chapter, anchor: 'r-1', label: '1.1' }],
  };
}

/** Three figures over both chapters. */
export const sampleFigures: BookFigure[] = [
  createFigure('new-users', '1-1', 'background', '各周新增用户与目标', [60, 90, 120, 150]),
  createFigure('cost', '2-1', 'results', '搜索引擎优化与搜索引擎营销的获客成本比较', [150, 120, 80, 60]),
  createFigure('attainment', '2-2', 'results', '关键指标目标达成情况', [130, 96, 120, 110]),
];

/** A short table, and one long enough to break over pages. */
export const sampleTables: BookTable[] = [
  {
    id: 'channels',
    number: '1-1',
    chapter: 'background',
    caption: '各渠道投入与产出',
    data: {
      columns: [
        { name: 'channel', label: '渠道', unit: '', align: 'left' },
        { name: 'spend', label: '花费', unit: '元', align: 'right' },
        { name: 'users', label: '新增用户', unit: '人', align: 'right' },
        { name: 'cpa', label: '获客成本', unit: '元/人', align: 'right' },
      ],
      rows: [
        ['搜索引擎营销', '120,500.00', '1,302', '92.55'],
        ['搜索引擎优化', '48,000.00', '936', '51.28'],
        ['公众号', '—', '410', '—'],
      ],
    },
    total: 3,
    of: ['ad_spend'],
    place: { file: 'content/reports/sample/01-background.mdx', line: 9, column: 1 },
    note: '公众号没有付费投放，获客成本不计。',
  },
  {
    id: 'events',
    number: '2-1',
    chapter: 'results',
    caption: '按日的关键事件数',
    data: {
      columns: [
        { name: 'day', label: '日期', unit: '', align: 'left' },
        { name: 'visit', label: '访问', unit: '次', align: 'right' },
        { name: 'pay', label: '支付', unit: '次', align: 'right' },
        { name: 'memo', label: '备注', unit: '', align: 'left' },
      ],
      rows: Array.from({ length: 45 }, (_, i) => [
        `2026-04-${String((i % 30) + 1).padStart(2, '0')}`,
        String(1000 + i * 37),
        String(25 + i),
        i % 7 === 0 ? '周会复盘，调整了落地页首屏的标题与按钮文字' : '',
      ]),
    },
    total: 118,
    of: ['events'],
    place: { file: 'content/reports/sample/01-background.mdx', line: 9, column: 1 },
  },
];
