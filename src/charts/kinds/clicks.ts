import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeRank, makeShare } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatBareNumber, formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { matrixWords } from '../../words/charts/matrix-words.ts';
import { createColumn } from '../data/chart-series.ts';
import {
  type ClickBin,
  countClicks,
  findClicks,
  findPageElements,
  groupClicks,
  isInElement,
} from '../data/page-clicks.ts';
import { formatShare } from '../data/percent-text.ts';
import { createColumnError } from '../data/table-columns.ts';
import { buildPixelAxis } from '../draw/pixels.ts';
import { buildExampleTable } from '../example.ts';
import { buildImageLayer } from '../image-placeholder.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildClasses, buildClassLegend, classEdge, getClassFill } from '../layout/classes.ts';
import {
  buildElementLabels,
  buildElementList,
  layoutPage,
  type Page,
  scaleEdges,
  usualRatio,
  wholePage,
} from '../layout/page-map.ts';
import { attributes } from '../props.ts';
import { getColour } from '../theme.ts';

export const clicks: ChartKind = {
  title: { zh: '点击热力图', en: 'Click map' },
  description: {
    zh: '页面各处的点击多少，颜色越深越多；page 给出页面截图时，点击画在淡化的截图上；layout 给出版面各块的位置时，画出它们的框并列出各得多少。用点击表 clicks 的 x、y（距左、距上占页面的比例），可有次数列 count；版面表要有 name、x、y、width、height。',
    en: 'Where on a page was clicked, the darker the more; over the image of the page where one is named; with a layout its parts are framed, and their shares listed. Columns x and y of the table clicks, as shares of the page, with a column count or without; the layout has name, x, y, width and height.',
  },
  use: {
    zh: '看用户点哪里、哪些块没人点，改版前后各画一张。',
    en: 'Where users click and which parts nobody does; one before and one after a change.',
  },
  avoid: {
    zh: '只比较几个按钮的点击数用 bars；滚动深度用 trend 或 bars。',
    en: 'To compare a few buttons use bars.',
  },
  sources: ['table'],
  props: z.strictObject({
    of: attributes.table,
    layout: z.string().optional().describe('版面各块位置的表（table of the parts of the page）'),
    page: z
      .string()
      .optional()
      .describe(
        '页面的截图，报告文件夹里的 PNG、JPEG 或 SVG 文件（image of the page, a file of the report’s folder）',
      ),
    where: z.string().optional().describe("筛选，SQL 条件，例如 page = '首页'（condition in SQL）"),
  }),
  panel: panelRefusals.tableRows,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="clicks" of="clicks" layout="home_layout" id="clicks" />',
    input: buildExample,
  },
};

function validate(input: ChartInput): InputError | undefined {
  const { name = '', columns = [] } = input.table ?? {};
  const found = findClicks(input);
  if (!found) return createColumnError({ name, columns });
  if (input.secondTable && !findPageElements(input)) return createColumnError(input.secondTable);
  return found.length === 0 ? { why: 'empty', name } : undefined;
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const words = matrixWords[language];
  const room = fullWidth - 6;
  const elements = findPageElements(input) ?? [];
  const page = layoutPage(room, fullWidth, {
    listed: elements.length > 0,
    ratio: input.page?.ratio ?? usualRatio,
  });
  const bins = groupClicks(findClicks(input)!);
  const classes = buildClasses(bins.map(({ count }) => count));
  const count = classes.bounds.length - 1;
  const bounds = classes.bounds.map((bound) => formatBareNumber(bound, language));
  const listed = buildElementList(listElementShares(input), page, room);
  const height = page.height + 46 + listed.below;
  const [x, y] = [buildPixelAxis(room), buildPixelAxis(height)];
  const box = {
    x: { ...x, field: 'left' },
    x2: { field: 'right' },
    y: { ...y, field: 'top' },
    y2: { field: 'bottom' },
  };
  const rect = (values: object[], mark: object, more: object = {}): Layer =>
    ({ data: { values }, mark: { type: 'rect', ...mark }, encoding: { ...box, ...more } }) as Layer;
  return {
    title: { text: words.clicks, offset: 8 },
    width: room,
    height,
    layer: [
      ...(input.page ? [buildImageLayer(scaleEdges(wholePage, page), box)] : []),
      rect(
        bins.map((bin) => buildBinRow(bin, page, input, getClassFill(classes.classify(bin.count), count))),
        // What is clicked on shows through.
        { aria: true, ...classEdge, ...(input.page && { fillOpacity: 0.85 }) },
        {
          fill: { field: 'fill', scale: null },
          description: { field: 'hover' },
        },
      ),
      rect([scaleEdges(wholePage, page)], {
        fill: null,
        stroke: getColour('ink-3'),
        strokeWidth: 1.2,
      }),
      rect(
        elements.map((element) => scaleEdges(element, page)),
        {
          fill: null,
          stroke: getColour('ink-2'),
          strokeWidth: 1,
          strokeDash: [4, 2],
        },
      ),
      ...buildElementLabels(elements, page),
      ...buildClassLegend(classes, bounds, page.height + 12),
      ...listed.layers,
    ],
  } as Spec;
}

function buildBinRow(bin: ClickBin, page: Page, { language }: ChartInput, fill: string) {
  const text = formatNumber(bin.count, { unit: '', language });
  return {
    ...scaleEdges(bin, page),
    fill,
    hover: chartWords[language].hover(formatShortPlace(bin, language), text),
  };
}

/** Across and down, in few bytes. */
function formatShortPlace({ x, y, width, height }: ClickBin, language: Language): string {
  const text = (share: number) => formatNumber(Math.round(share * 100), { unit: '%', language });
  return `${text(x + width / 2)} × ${text(y + height / 2)}`;
}

function formatPlace({ x, y, width, height }: ClickBin, language: Language): string {
  const text = (share: number) => formatNumber(Math.round(share * 100), { unit: '%', language });
  return matrixWords[language].spot(text(x + width / 2), text(y + height / 2));
}

/** The parts of the page, each with its share of the clicks. */
function listElementShares(input: ChartInput): { name: string; share: string }[] {
  const all = findClicks(input)!;
  return (findPageElements(input) ?? []).map((element) => {
    const inside = countClicks(all.filter((click) => isInElement(click, element)));
    return { name: element.name, share: formatShare(inside, countClicks(all), input) };
  });
}

function listClaims(input: ChartInput): Claim[] {
  const all = findClicks(input)!;
  const total = countClicks(all);
  const toMember = (name: string, value: number): Member => {
    return { name, value: (value / total) * 100, text: formatShare(value, total, input), unit: '%' };
  };
  const elements = (findPageElements(input) ?? []).map((element) =>
    toMember(
      matrixWords[input.language].quoted(element.name),
      countClicks(all.filter((click) => isInElement(click, element))),
    ),
  );
  const cells = groupClicks(all).map((bin) => toMember(formatPlace(bin, input.language), bin.count));
  const [only] = elements;
  return [
    ...makeCount('clicks', total),
    ...(only && elements.length === 1
      ? makeShare({
          what: 'side',
          of: '',
          members: [only],
          amount: only,
        })
      : elements.some(({ value }) => value > 0)
        ? makeRank(elements, { of: '', what: 'element', ends: ['highest'] })
        : makeRank(cells, { of: '', what: 'cell', ends: ['highest'] })),
  ];
}

/** The parts of the page, or without a layout its cells, the densest first. */
function buildTable(input: ChartInput): TableRows {
  const words = matrixWords[input.language];
  const columns = [createColumn('place', words.place, 'left'), createColumn('share', words.share)];
  if (findPageElements(input))
    return { columns, rows: listElementShares(input).map(({ name, share }) => [name, share]) };
  const all = findClicks(input)!;
  const total = countClicks(all);
  const bins = groupClicks(all).toSorted((a, b) => b.count - a.count);
  return {
    columns,
    rows: bins.map((bin) => [formatPlace(bin, input.language), formatShare(bin.count, total, input)]),
  };
}

function buildExample(language: Language): ChartInput {
  const parts = [
    ['顶部导航', 'Navigation', 0, 0, 1, 0.08],
    ['主图与按钮', 'Hero and button', 0, 0.08, 1, 0.3],
    ['热卖', 'Best sellers', 0, 0.4, 0.62, 0.34],
    ['优惠券', 'Coupons', 0.66, 0.4, 0.34, 0.34],
    ['页脚', 'Footer', 0, 0.9, 1, 0.1],
  ] as const;
  const centres = [
    [0.5, 0.3, 160],
    [0.84, 0.5, 60],
    [0.2, 0.52, 45],
    [0.45, 0.6, 30],
    [0.1, 0.03, 25],
    [0.5, 0.95, 6],
  ];
  const rows = centres.flatMap(([x = 0, y = 0, n = 0]) =>
    Array.from({ length: n }, (_, i) => ({
      x: Math.min(1, Math.max(0, x + (((i * 0.618034) % 1) - 0.5) * 0.16)),
      y: Math.min(1, Math.max(0, y + (((i * 0.754878) % 1) - 0.5) * 0.06)),
    })),
  );
  const layout = parts.map(([zh, en, x, y, width, height]) => ({
    name: language === 'zh' ? zh : en,
    x,
    y,
    width,
    height,
  }));
  const type = (column: string) => (column === 'name' ? 'text' : 'number');
  return {
    language,
    values: [],
    goals: [],
    table: buildExampleTable('clicks', rows, type),
    secondTable: buildExampleTable('home_layout', layout, type),
  };
}
