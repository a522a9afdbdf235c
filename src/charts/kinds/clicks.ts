import { z } from 'zod';
import type { Language } from '../../base/language.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { matrixWords } from '../../words/charts/matrix-words.ts';
import { createColumn } from '../data/chart-series.ts';
import {
  type ClickBin,
  findClicks,
  findPageElements,
  groupClicks,
  type PageElement,
} from '../data/page-clicks.ts';
import { formatShare } from '../data/percent-text.ts';
import { createColumnError } from '../data/table-columns.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import { buildPixelAxis, buildTextLayers } from '../draw/pixels.ts';
import { buildExampleTable } from '../example.ts';
import { buildImageLayer } from '../image-placeholder.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Layer, Spec } from '../kind.ts';
import { panelRefusals } from '../kind.ts';
import { buildClasses, buildClassLegend, classEdge, getClassFill } from '../layout/classes.ts';
import { attributes } from '../props.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

/** Elements named beside the page. */
const mostElements = 12;

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
  describeFinding,
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

interface Page {
  width: number;
  height: number;
}

function buildSpec(input: ChartInput, full: number): Spec {
  const { language } = input;
  const words = matrixWords[language];
  const room = full - 6;
  const elements = findPageElements(input) ?? [];
  const page = layoutPage(room, full, {
    listed: elements.length > 0,
    ratio: input.page?.ratio ?? usualRatio,
  });
  const bins = groupClicks(findClicks(input)!);
  const classes = buildClasses(bins.map(({ count }) => count));
  const count = classes.bounds.length - 1;
  const bounds = classes.bounds.map((bound) => formatNumber(bound, { unit: '', language }));
  const listed = buildElementList(input, elements, page, room);
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

const wholePage = { x: 0, y: 0, width: 1, height: 1 };

/** Height of a page that is a quarter higher than wide. */
const usualRatio = 1.25;
/** A long page is shown narrow: it would fill a sheet of paper else. */
const mostHeight = 400;

/** Leaves room for the list where there is one. */
function layoutPage(room: number, full: number, { listed, ratio }: { listed: boolean; ratio: number }): Page {
  const wanted = isNarrow(full) ? room : Math.min(listed ? 0.56 * room : 420, 460);
  const width = isNarrow(full) ? wanted : Math.min(wanted, mostHeight / ratio);
  return { width, height: ratio * width };
}

function scaleEdges({ x, y, width, height }: Omit<PageElement, 'name'>, page: Page) {
  return {
    left: x * page.width,
    right: (x + width) * page.width,
    top: y * page.height,
    bottom: (y + height) * page.height,
  };
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

/** In the upper left corner of a part, on paper, where it is large enough. Parts listed beside carry their number. */
function buildElementLabels(elements: readonly PageElement[], page: Page): Layer[] {
  return elements.slice(0, mostElements).flatMap((element, i) => {
    const { left, top, right, bottom } = scaleEdges(element, page);
    const text = String(i + 1);
    const wide = measureText(text, fontSizes.small) + 6;
    if (right - left < wide || bottom - top < 16) return [];
    return [
      {
        data: { values: [{}] },
        mark: { type: 'rect', fill: getColour('paper'), stroke: null },
        encoding: {
          x: { value: left + 1 },
          x2: { value: left + 1 + wide },
          y: { value: top + 1 },
          y2: { value: top + 15 },
        },
      } as Layer,
      ...buildTextLayers([{ text, x: left + 4, y: top + 8 }]),
    ];
  });
}

/** The parts with their shares: beside the page, or under it where the drawing is narrow. */
function buildElementList(input: ChartInput, elements: readonly PageElement[], page: Page, room: number) {
  const shown = elements.slice(0, mostElements);
  const beside = page.width < room - 120;
  const x = beside ? page.width + 22 : 0;
  const top = beside ? 8 : page.height + 54;
  const texts = shown.map((element, i) => {
    const share = formatElementShare(input, element);
    const name = truncateText(
      `${i + 1} ${element.name}`,
      fontSizes.small,
      room - x - measureText(share, fontSizes.small) - 16,
    );
    return { name, share, y: top + i * 20 };
  });
  const layers = [
    ...buildTextLayers(texts.map(({ name, y }) => ({ text: name, x, y }))),
    ...buildTextLayers(
      texts.map(({ share, y }) => ({ text: share, x: room, y })),
      { align: 'right' },
    ),
  ];
  return { layers, below: beside ? 0 : shown.length * 20 };
}

function formatElementShare(input: ChartInput, element: PageElement): string {
  const all = findClicks(input)!;
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const inside = all
    .filter(
      ({ x, y }) =>
        x >= element.x && x <= element.x + element.width && y >= element.y && y <= element.y + element.height,
    )
    .reduce((sum, { count }) => sum + count, 0);
  return formatShare(inside, total, input);
}

function describeFinding(input: ChartInput): string {
  const words = matrixWords[input.language];
  const all = findClicks(input)!;
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const bins = groupClicks(all).toSorted((a, b) => b.count - a.count);
  const elements = (findPageElements(input) ?? [])
    .map((element) => ({ element, text: formatElementShare(input, element) }))
    .sort((a, b) => Number.parseFloat(b.text) - Number.parseFloat(a.text));
  const [top] = elements;
  return chartWords[input.language].sentence([
    words.clicksOn(input.table!.name, formatNumber(total, { unit: '', language: input.language })),
    top
      ? words.within(top.element.name, top.text)
      : words.densest(formatPlace(bins[0]!, input.language), formatShare(bins[0]!.count, total, input)),
  ]);
}

/** The parts of the page, or without a layout its cells, the densest first. */
function buildTable(input: ChartInput): TableRows {
  const words = matrixWords[input.language];
  const columns = [createColumn('place', words.place, 'left'), createColumn('share', words.share)];
  const elements = findPageElements(input);
  if (elements)
    return { columns, rows: elements.map((element) => [element.name, formatElementShare(input, element)]) };
  const all = findClicks(input)!;
  const total = all.reduce((sum, { count }) => sum + count, 0);
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
