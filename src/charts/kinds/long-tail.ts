import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeRank, makeShare } from '../../base/claims/make-claims.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { Point, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { distributionWords } from '../../words/charts/distribution-words.ts';
import { createColumn, filterPresent, listGroups } from '../data/chart-series.ts';
import { formatPercent } from '../data/percent-text.ts';
import { headShare, type Ranked, rankPoints, selectDrawnRanks } from '../data/ranks.ts';
import { validateSum } from '../data/value-parts.ts';
import { formatDirectText } from '../draw/direct-text.ts';
import { spreadPositions } from '../draw/labels.ts';
import { measureText, truncateText } from '../draw/measure-text.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, InputError, Panel, Spec } from '../kind.ts';
import { truncateTitle } from '../layout/chart-heading.ts';
import { buildRuleLabel, buildUprightRule } from '../layout/marks.ts';
import {
  buildHorizontalScale,
  buildPlotAxis,
  buildVerticalScale,
  countSteps,
  formatPlotTitle,
  measureLabelRoom,
  type PlotAxis,
  toPixel,
  withTicks,
} from '../layout/plot.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

const mostNamed = 3;
const tableRows = 20;

export const longTail: ChartKind = {
  title: { zh: '长尾图', en: 'Long tail' },
  description: {
    zh: '很多项按数值排名，上图是每个名次的数值，下图是累计占比；深色的头部合占 80%，其余是长尾。数值要可以相加，有 `by: content_id` 这样的分组，或用表的 x、y 两列。',
    en: 'Many members by rank: the value of each above, the running share below; the dark head makes up 80%, the rest is the tail. A value that adds up, by groups, or columns x and y of a table.',
  },
  use: {
    zh: '头部与长尾各占多少：关键词、内容、商品。',
    en: 'How much the head holds and how much the tail: keywords, posts, goods.',
  },
  avoid: {
    zh: '不超过 40 项、要看到每项名称时用 pareto。',
    en: 'For up to 40 members with all their names use pareto.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({
    of: attributes.valuesOrTable,
    ...filterAttributes,
    x: columnAttributes.x,
    y: columnAttributes.y,
  }),
  panel: 'ranked',
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="long-tail" of="阅读量" by="content_id" id="tail" />',
    metrics: '阅读量: { metric: sum, from: content_metrics, with: { column: reads }, unit: 次 }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '阅读量', en: 'Reads' },
        unit: '次',
        points: Array.from({ length: 90 }, (_, i) => {
          const label = language === 'zh' ? `文章 ${i + 1}` : `Article ${i + 1}`;
          return { key: `a${i}`, label, value: Math.round(24_000 / (i + 1) ** 1.1) };
        }),
      }),
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  if (value.points.length === 0 || listGroups(value).length > 1)
    return { why: 'needs-parts', name: value.name };
  return filterPresent(value.points).length === 0 ? { why: 'empty', name: value.name } : validateSum(value);
}

const formatCount = (number: number, { language }: ChartInput) =>
  formatNumber(number, { unit: '', language });

interface Frame {
  input: ChartInput;
  ranked: Ranked;
  /** The axis of ranks: rank 1 lies from 0 to 1. */
  x: PlotAxis;
  y: PlotAxis;
  width: number;
  fullWidth: number;
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const { language, values } = input;
  const ranked = rankPoints(input);
  const { unit } = values[0]!;
  const y = buildPlotAxis([0, ranked.points[0]!.value], unit, language, { count: 4 });
  const room = Math.max(measureLabelRoom(y), measureLabelRoom(buildPlotAxis([0, 100], '%', language)));
  const width = fullWidth - room - 16;
  const members = ranked.points.length;
  const free = buildPlotAxis([0, members], '', language, { count: Math.min(countSteps(width), members) });
  const x = { ...withTicks(free, (tick) => tick <= members), high: members };
  const frame = { input, ranked, x, y, width, fullWidth };
  return { vconcat: [buildValuePanel(frame), buildSharePanel(frame)], spacing: 26 } as Spec;
}

function buildValuePanel(frame: Frame): Panel {
  const { input, ranked, x, y, width } = frame;
  const { language } = input;
  const value = input.values[0]!;
  const words = distributionWords[language];
  const steps = selectDrawnRanks(ranked).map((i) => ({
    at: i,
    value: ranked.points[i]!.value,
    head: i < ranked.head,
  }));
  const end = { at: ranked.points.length, value: ranked.points.at(-1)!.value };
  const border = { at: ranked.head, value: ranked.points[ranked.head - 1]!.value };
  const across = buildHorizontalScale(x, '', width, { title: null, labels: false });
  const encoding = {
    x: { ...across, field: 'at' },
    y: { ...buildVerticalScale(y), field: 'value' },
  };
  const area = (values: object[], paint: string) => ({
    data: { values },
    mark: { type: 'area', interpolate: 'step-after', color: paint },
    encoding,
  });
  const text = words.headIs(
    formatCount(ranked.head, input),
    formatPercent(ranked.running[ranked.head - 1]!, input),
  );
  return {
    title: { text: truncateTitle(formatPlotTitle(value.label, value.unit, y, language), width), offset: 12 },
    width,
    height: 200,
    layer: [
      area([...steps.filter((step) => step.head), border], getColour('c1')),
      area([...steps.filter((step) => !step.head), end], getColour('s3')),
      ...buildHeadRule(frame, across, text),
      ...buildNameLayers(frame),
    ],
  } as Panel;
}

/** Where the head ends, with its text over the plot. */
function buildHeadRule({ ranked, x, width }: Frame, scale: object, text?: string) {
  const at = { ...scale, datum: ranked.head };
  const rule = buildUprightRule(at);
  if (text === undefined) return [rule];
  return [rule, buildRuleLabel(text, at, { pixel: toPixel(x, ranked.head, width), width })];
}

/** The first names at the right of their bars, where the tail leaves room for them. */
function buildNameLayers({ input, ranked, x, y, width }: Frame) {
  const height = 200;
  const { unit } = input.values[0]!;
  const first = ranked.points.slice(0, mostNamed);
  const wanted = first.map(({ value }) => height - toPixel(y, value, height) + 8);
  const placed = spreadPositions(wanted, 18, 8, height - 8);
  const border = toPixel(x, ranked.head, width);
  const widest = Math.max(
    ...first.map((point) => measureText(formatName(point, unit, input), fontSizes.label)),
  );
  const near = toPixel(x, first.length, width) + 16;
  // Names do not stand on the line at the end of the head.
  const from = near < border && near + widest > border - 4 ? border + 12 : near;
  const texts = first.map((point) =>
    truncateText(formatName(point, unit, input), fontSizes.label, width - from - 4),
  );
  const under = ranked.points[Math.min(ranked.points.length - 1, Math.floor((from / width) * x.high))]!.value;
  const free = height - toPixel(y, under, height) > Math.max(...placed) + 10;
  if (!free || width - from < 90) return [];
  return first.flatMap((_, i) => {
    const data = { values: [{}] };
    const end = toPixel(x, i + 1, width);
    return [
      {
        data,
        mark: { type: 'rule', color: getColour('ink-3') },
        encoding: {
          x: { value: end + 2 },
          x2: { value: from - 4 },
          y: { value: wanted[i]! - 6 },
          y2: { value: placed[i]! },
        },
      },
      {
        data,
        mark: { type: 'text', text: texts[i]!, align: 'left', baseline: 'middle' },
        encoding: { x: { value: from }, y: { value: placed[i]! } },
      },
    ];
  });
}

function formatName(point: Point, unit: string, { language }: ChartInput): string {
  return `${point.label} ${formatDirectText(point, unit, language)}`;
}

function buildSharePanel(frame: Frame): Panel {
  const { input, ranked, x, width, fullWidth } = frame;
  const { language } = input;
  const words = distributionWords[language];
  const y = buildPlotAxis([0, 100], '%', language, { count: 2 });
  const values = [
    { at: 0, share: 0 },
    ...selectDrawnRanks(ranked).map((i) => ({ at: i + 1, share: ranked.running[i]! })),
  ];
  const title = words.rankOf(formatCount(ranked.points.length, input));
  const across = buildHorizontalScale(x, title, width);
  const encoding = {
    x: { ...across, field: 'at' },
    y: { ...buildVerticalScale(y), field: 'share' },
  };
  return {
    title: truncateTitle(chartWords[language].runningTitle(`${headShare}%`), width),
    width,
    height: isNarrow(fullWidth) ? 90 : 110,
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', strokeDash: [3, 3], color: getColour('ink-3') },
        encoding: { y: { ...buildVerticalScale(y), datum: headShare } },
      },
      ...buildHeadRule(frame, across),
      { data: { values }, mark: { type: 'line', color: getColour('c2') }, encoding },
      {
        data: { values: buildHoverPoints(frame) },
        mark: { type: 'point', size: 14, opacity: 1, color: getColour('c2'), aria: true },
        encoding: { ...encoding, description: { field: 'hover' } },
      },
    ],
  } as Panel;
}

/** Points to hover over: the first ten ranks and every tenth after them, at most thirty. */
function buildHoverPoints({ input, ranked }: Frame) {
  const words = chartWords[input.language];
  const { points, running } = ranked;
  const step = Math.max(10, Math.ceil(points.length / 200) * 10);
  return points.flatMap(({ label, text }, i) => {
    if (i >= 10 && (i + 1) % step !== 0) return [];
    const hoverText = words.join([text, words.runningIs(formatPercent(running[i]!, input))]);
    return [{ at: i + 1, share: running[i]!, hover: words.hover(label, hoverText) }];
  });
}

function listClaims(input: ChartInput): Claim[] {
  const { label: of, unit } = input.values[0]!;
  const { points, running, head: count } = rankPoints(input);
  const amount = { value: running[count - 1]!, text: formatPercent(running[count - 1]!, input), unit: '%' };
  const members = points.map(({ label, value, text }) => ({ name: label, value, text, unit }));
  return [
    ...makeShare({ what: 'first', of, members: [], amount, count, among: points.length }),
    ...makeRank(members, { of: '', what: 'largest', ends: ['highest'] }),
  ];
}

/** The first ranks; all of them are in the table or value itself. */
function buildTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const { points, running } = rankPoints(input);
  return {
    columns: [
      createColumn('rank', distributionWords[input.language].rank),
      createColumn('key', words.part, 'left'),
      createColumn('value', input.values[0]!.label),
      createColumn('running', words.runningShare),
    ],
    rows: points
      .slice(0, tableRows)
      .map(({ label, text }, i) => [String(i + 1), label, text, formatPercent(running[i]!, input)]),
  };
}
