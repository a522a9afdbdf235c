import { z } from 'zod';
import { showNumber } from '../../base/number-format.ts';
import type { Point, Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { spreadWords } from '../../words/spreads.ts';
import { head } from '../columns.ts';
import { directText } from '../direct-text.ts';
import { exampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Lack, Panel, Spec } from '../kind.ts';
import { spread } from '../labels.ts';
import { fitText, textWidth } from '../measure.ts';
import { lacksSum, sortedParts } from '../parts.ts';
import {
  labelRoom,
  levelScale,
  type PlotAxis,
  pixelAt,
  plotAxis,
  plotTitle,
  stepsIn,
  uprightScale,
  withTicks,
} from '../plot.ts';
import { attributes, columns, narrowing } from '../props.ts';
import { headLayer } from '../rows.ts';
import { groupsOf, present } from '../series.ts';
import { sampled } from '../spread.ts';
import { colour, isNarrow, type } from '../theme.ts';
import { panelTitle } from '../title.ts';

/** The share that the head makes up. */
const most = 80;
const mostSteps = 240;
const named = 3;
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
  props: z.strictObject({ of: attributes.valuesOrTable, ...narrowing, x: columns.x, y: columns.y }),
  panel: 'ranked',
  lacks,
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="long-tail" of="阅读量" by="content_id" id="tail" />',
    metrics: '阅读量: { metric: sum, from: content_metrics, with: { column: reads }, unit: 次 }',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '阅读量', en: 'Reads' },
        unit: '次',
        points: Array.from({ length: 90 }, (_, i) => {
          const label = language === 'zh' ? `文章 ${i + 1}` : `Article ${i + 1}`;
          return { key: `a${i}`, label, value: Math.round(24_000 / (i + 1) ** 1.1) };
        }),
      }),
  },
};

function lacks({ values }: ChartInput): Lack | undefined {
  const [value] = values;
  if (!value) return { why: 'empty', name: '' };
  if (value.points.length === 0 || groupsOf(value).length > 1)
    return { why: 'needs-parts', name: value.name };
  return present(value.points).length === 0 ? { why: 'empty', name: value.name } : lacksSum(value);
}

interface Ranked {
  points: (Point & { value: number })[];
  /** Of the whole up to each rank, in percent. */
  running: number[];
  /** How many make up the head. */
  head: number;
}

function rankedOf({ values }: ChartInput): Ranked {
  const points = present(sortedParts(values[0]!.points));
  const whole = points.reduce((sum, { value }) => sum + value, 0);
  let sum = 0;
  const running = points.map(({ value }) => {
    sum += value;
    return (sum / whole) * 100;
  });
  return { points, running, head: running.findIndex((share) => share >= most - 1e-9) + 1 };
}

const count = (number: number, { language }: ChartInput) => showNumber(number, { unit: '', language });
const percent = (share: number, { language }: ChartInput) =>
  showNumber(share, { unit: '%', language, digits: 1 });

interface Frame {
  input: ChartInput;
  ranked: Ranked;
  /** The axis of ranks: rank 1 lies from 0 to 1. */
  x: PlotAxis;
  y: PlotAxis;
  width: number;
  full: number;
}

function spec(input: ChartInput, full: number): Spec {
  const { language, values } = input;
  const ranked = rankedOf(input);
  const { unit } = values[0]!;
  const y = plotAxis([0, ranked.points[0]!.value], unit, language, { count: 4 });
  const room = Math.max(labelRoom(y), labelRoom(plotAxis([0, 100], '%', language)));
  const width = full - room - 16;
  const members = ranked.points.length;
  const free = plotAxis([0, members], '', language, { count: Math.min(stepsIn(width), members) });
  const x = { ...withTicks(free, (tick) => tick <= members), high: members };
  const frame = { input, ranked, x, y, width, full };
  return { vconcat: [valuePanel(frame), sharePanel(frame)], spacing: 26 } as Spec;
}

/** Ranks that are drawn: the first fifty, and of the rest as many as the eye tells apart. */
function drawn({ points }: Ranked): number[] {
  const first = Math.min(50, points.length);
  const rest = sampled(points.length - first, mostSteps).map((i) => i + first);
  return [...Array.from({ length: first }, (_, i) => i), ...rest];
}

function valuePanel(frame: Frame): Panel {
  const { input, ranked, x, y, width } = frame;
  const { language } = input;
  const value = input.values[0]!;
  const words = spreadWords[language];
  const steps = drawn(ranked).map((i) => ({ at: i, value: ranked.points[i]!.value, head: i < ranked.head }));
  const end = { at: ranked.points.length, value: ranked.points.at(-1)!.value };
  const border = { at: ranked.head, value: ranked.points[ranked.head - 1]!.value };
  const across = levelScale(x, '', width, { title: null, labels: false });
  const encoding = {
    x: { ...across, field: 'at' },
    y: { ...uprightScale(y), field: 'value' },
  };
  const area = (values: object[], paint: string) => ({
    data: { values },
    mark: { type: 'area', interpolate: 'step-after', color: paint },
    encoding,
  });
  const text = words.headIs(count(ranked.head, input), percent(ranked.running[ranked.head - 1]!, input));
  return {
    title: { text: panelTitle(plotTitle(value.label, value.unit, y, language), width), offset: 12 },
    width,
    height: 200,
    layer: [
      area([...steps.filter((step) => step.head), border], colour('c1')),
      area([...steps.filter((step) => !step.head), end], colour('s3')),
      ...headRule(frame, across, text),
      ...nameLayers(frame),
    ],
  } as Panel;
}

/** Where the head ends, with its text over the plot. */
function headRule({ ranked, x, width }: Frame, scale: object, text?: string) {
  const at = { ...scale, datum: ranked.head };
  const rule = {
    data: { values: [{}] },
    mark: { type: 'rule', strokeDash: [3, 3], color: colour('ink-2') },
    encoding: { x: at },
  };
  if (text === undefined) return [rule];
  const half = textWidth(text, type.small) / 2;
  const pixel = pixelAt(x, ranked.head, width);
  const align = pixel < half ? 'left' : pixel > width - half ? 'right' : 'center';
  return [rule, headLayer(text, { x: at }, { align, dy: -8 })];
}

/** The first names at the right of their bars, where the tail leaves room for them. */
function nameLayers({ input, ranked, x, y, width }: Frame) {
  const height = 200;
  const { unit } = input.values[0]!;
  const first = ranked.points.slice(0, named);
  const wanted = first.map(({ value }) => height - pixelAt(y, value, height) + 8);
  const placed = spread(wanted, 18, 8, height - 8);
  const border = pixelAt(x, ranked.head, width);
  const widest = Math.max(...first.map((point) => textWidth(nameOf(point, unit, input), type.label)));
  const near = pixelAt(x, first.length, width) + 16;
  // Names do not stand on the line at the end of the head.
  const from = near < border && near + widest > border - 4 ? border + 12 : near;
  const texts = first.map((point) => fitText(nameOf(point, unit, input), type.label, width - from - 4));
  const under = ranked.points[Math.min(ranked.points.length - 1, Math.floor((from / width) * x.high))]!.value;
  const free = height - pixelAt(y, under, height) > Math.max(...placed) + 10;
  if (!free || width - from < 90) return [];
  return first.flatMap((_, i) => {
    const data = { values: [{}] };
    const end = pixelAt(x, i + 1, width);
    return [
      {
        data,
        mark: { type: 'rule', color: colour('ink-3') },
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

function nameOf(point: Point, unit: string, { language }: ChartInput): string {
  return `${point.label} ${directText(point, unit, language)}`;
}

function sharePanel(frame: Frame): Panel {
  const { input, ranked, x, width, full } = frame;
  const { language } = input;
  const words = spreadWords[language];
  const y = plotAxis([0, 100], '%', language, { count: 2 });
  const values = [
    { at: 0, share: 0 },
    ...drawn(ranked).map((i) => ({ at: i + 1, share: ranked.running[i]! })),
  ];
  const title = words.rankOf(count(ranked.points.length, input));
  const across = levelScale(x, title, width);
  const encoding = {
    x: { ...across, field: 'at' },
    y: { ...uprightScale(y), field: 'share' },
  };
  return {
    title: panelTitle(chartWords[language].runningTitle(`${most}%`), width),
    width,
    height: isNarrow(full) ? 90 : 110,
    layer: [
      {
        data: { values: [{}] },
        mark: { type: 'rule', strokeDash: [3, 3], color: colour('ink-3') },
        encoding: { y: { ...uprightScale(y), datum: most } },
      },
      ...headRule(frame, across),
      { data: { values }, mark: { type: 'line', color: colour('c2') }, encoding },
      {
        data: { values: firstRanks(frame) },
        mark: { type: 'point', size: 14, opacity: 1, color: colour('c2'), aria: true },
        encoding: { ...encoding, description: { field: 'hover' } },
      },
    ],
  } as Panel;
}

/** Points to hover over: the first ten ranks and every tenth after them, at most thirty. */
function firstRanks({ input, ranked }: Frame) {
  const words = chartWords[input.language];
  const { points, running } = ranked;
  const step = Math.max(10, Math.ceil(points.length / 200) * 10);
  return points.flatMap(({ label, text }, i) => {
    if (i >= 10 && (i + 1) % step !== 0) return [];
    const told = words.join([text, words.runningIs(percent(running[i]!, input))]);
    return [{ at: i + 1, share: running[i]!, hover: words.hover(label, told) }];
  });
}

function finding(input: ChartInput): string {
  const words = chartWords[input.language];
  const { points, running, head: first } = rankedOf(input);
  const [top] = points;
  return words.sentence([
    spreadWords[input.language].tail(
      input.values[0]!.label,
      count(points.length, input),
      count(first, input),
      percent((first / points.length) * 100, input),
      percent(running[first - 1]!, input),
    ),
    words.largest({ at: top!.label, text: top!.text }),
  ]);
}

/** The first ranks; all of them are in the table or value itself. */
function table(input: ChartInput): Rows {
  const words = chartWords[input.language];
  const { points, running } = rankedOf(input);
  return {
    columns: [
      head('rank', spreadWords[input.language].rank),
      head('key', words.part, 'left'),
      head('value', input.values[0]!.label),
      head('running', words.runningShare),
    ],
    rows: points
      .slice(0, tableRows)
      .map(({ label, text }, i) => [String(i + 1), label, text, percent(running[i]!, input)]),
  };
}
