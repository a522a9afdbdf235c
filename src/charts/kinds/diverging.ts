import { z } from 'zod';
import type { Point, Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { sideWords } from '../../words/sides.ts';
import { axisTitle, magnitude } from '../axis.ts';
import { timeStep } from '../calendar.ts';
import { head } from '../columns.ts';
import { directNumber, scaledText } from '../direct-text.ts';
import { exampleInput, exampleWeeks } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Lack, Layer, Spec } from '../kind.ts';
import { columnWidth } from '../labels.ts';
import { legendOver } from '../legend.ts';
import { fitText } from '../measure.ts';
import { lacksParts, sortedParts } from '../parts.ts';
import { periodScale } from '../periods.ts';
import { labelRoom, plotAxis, plotTitle, uprightScale } from '../plot.ts';
import { attributes, columns, narrowing } from '../props.ts';
import { nameLayers, rowNames, rowScale, rowStep, textLayer } from '../rows.ts';
import { groupsOf, present, seriesOf } from '../series.ts';
import { colour, type } from '../theme.ts';
import { titleOver } from '../title.ts';
import { lacksTwoSides, type TwoSides, twoSides } from '../two-sides.ts';

export const diverging: ChartKind = {
  title: { zh: '正负对照图', en: 'Diverging bars' },
  description: {
    zh: '零线两侧：一个有正有负的数值，各部分一条横条，按时间则一期一柱；或随时间的两方（两个同单位的数值，或恰好两组），第一方向上，第二方向下，线是两者之差。',
    en: 'Both sides of zero: a value that may be negative, a bar a part or a column a period; or two sides over time (two values of one unit, or exactly two groups), the first upwards, the second downwards, the line their difference.',
  },
  use: {
    zh: '增与减、正面与负面谁压过谁：净增用户、舆情、同比增减。',
    en: 'Which of two outweighs the other: gains and losses, praise and blame, change against last year.',
  },
  avoid: {
    zh: '没有负数、也没有两方时用 bars 或 trend；态度的几个等级用 likert。',
    en: 'Without negative numbers or two sides use bars or trend; for grades of agreement use likert.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...narrowing, ...columns }),
  panel: {
    zh: '它自己就要两层分组，小格里没有第三层',
    en: 'it needs two groupings itself, and a panel leaves it one',
  },
  lacks,
  spec: (input, full) => (isMirrored(input) ? mirrored(input, full) : signed(input, full)),
  finding: (input) =>
    chartWords[input.language].sentence(isMirrored(input) ? mirroredFinding(input) : signedFinding(input)),
  table: (input) => (isMirrored(input) ? mirroredTable(input) : signedTable(input)),
  example: {
    tag: '<Figure kind="diverging" of="正面提及, 负面提及" by="week" id="mentions" />',
    metrics: [
      `正面提及: { metric: count, from: mentions, where: "tone = 'positive'", unit: 条 }`,
      `负面提及: { metric: count, from: mentions, where: "tone = 'negative'", unit: 条 }`,
    ].join('\n'),
    input: (language) =>
      exampleInput(
        language,
        {
          name: { zh: '正面提及', en: 'Praise' },
          unit: '条',
          points: exampleWeeks(language, [[120, 132, 128, 95, 88, 140, 166, 181]]),
        },
        {
          name: { zh: '负面提及', en: 'Blame' },
          unit: '条',
          points: exampleWeeks(language, [[32, 41, 38, 122, 104, 60, 35, 28]]),
        },
      ),
  },
};

const isMirrored = ({ values }: ChartInput) =>
  values.length > 1 || (values[0] ? groupsOf(values[0]).length > 1 : false);
const isTimed = ({ values }: ChartInput) =>
  timeStep(values.flatMap(({ points }) => points.map(({ key }) => key))) !== undefined;

function lacks(input: ChartInput): Lack | undefined {
  if (!isMirrored(input)) {
    const lack = lacksParts(input);
    return lack?.why === 'too-many-series' && isTimed(input) ? undefined : lack;
  }
  const untimed = input.values.find((value) => !isTimed({ ...input, values: [value] }));
  return untimed ? { why: 'needs-time', name: untimed.name } : lacksTwoSides(input);
}

const paint = (positive: boolean) => colour(positive ? 'c1' : 'c2');

function signed(input: ChartInput, full: number): Spec {
  return isTimed(input) ? upright(input, full) : level(input, full);
}

/** A bar a part, highest first; texts stand beyond the ends. */
function level(input: ChartInput, full: number): Spec {
  const { language } = input;
  const { label, unit, points: given } = input.values[0]!;
  const points = sortedParts(given);
  const { names, width: left } = rowNames(
    points.map((point) => point.label),
    full,
  );
  const numbers = points.map((point) => point.value ?? 0);
  const [low, high] = [Math.min(0, ...numbers), Math.max(0, ...numbers)];
  const size = magnitude(Math.max(high, -low), language);
  const rows = points.map((point, i) => ({
    ...names[i]!,
    ...signedRow(point, language),
    text: scaledText(point, unit, size, language),
  }));
  const width = full - left;
  const room =
    columnWidth(
      rows.map((row) => row.text),
      type.label,
    ) + 14;
  const each = (high - low || 1) / Math.max(30, width - 2 * room);
  const x = {
    type: 'quantitative',
    scale: { domain: [low - each * room, high + each * room], nice: false },
    axis: null,
  };
  const y = rowScale(names, 0.36);
  const text = { y, x: { ...x, field: 'end' } };
  return {
    title: titleOver(axisTitle(label, unit, size, language), full),
    data: { values: rows },
    width,
    height: { step: rowStep(names, 30) },
    layer: [
      signedBars({ y, x: { ...x, field: 'value' }, x2: { datum: 0 } }),
      {
        data: { values: [{}] },
        mark: { type: 'rule', color: colour('ink-3') },
        encoding: { x: { ...x, datum: 0 } },
      },
      textLayer('text', text, { align: 'left', dx: 6 }, 'datum.end >= 0'),
      textLayer('text', text, { align: 'right', dx: -6 }, 'datum.end < 0'),
      ...nameLayers(y),
    ],
  } as Spec;
}

function signedRow(point: Point, language: ChartInput['language']) {
  const { value, label, text } = point;
  return {
    key: point.key,
    value,
    end: value ?? 0,
    fill: paint((value ?? 0) >= 0),
    hover: chartWords[language].hover(label, text),
  };
}

function signedBars(encoding: object): Layer {
  return {
    mark: { type: 'bar', aria: true },
    encoding: { ...encoding, fill: { field: 'fill', scale: null }, description: { field: 'hover' } },
  } as Layer;
}

/** A column a period. */
function upright(input: ChartInput, full: number): Spec {
  const { language } = input;
  const { label, unit } = input.values[0]!;
  const points = seriesOf({ values: input.values })[0]!.points;
  const y = plotAxis([0, ...present(points).map(({ value }) => value)], unit, language);
  const width = full - labelRoom(y) - 10;
  const up = uprightScale(y);
  return {
    title: titleOver(plotTitle(label, unit, y, language), full),
    data: { values: points.map((point) => signedRow(point, language)) },
    width,
    height: 240,
    layer: [
      signedBars({ x: periodScale(points, width, 'band'), y: { ...up, field: 'value' }, y2: { datum: 0 } }),
      zeroRule(up),
    ],
  } as Spec;
}

function zeroRule(y: object): Layer {
  const mark = { type: 'rule', color: colour('ink-3') };
  return { data: { values: [{}] }, mark, encoding: { y: { ...y, datum: 0 } } } as Layer;
}

/** First minus second of every period that has both. */
function nets({ sides: [up, down] }: TwoSides): (number | null)[] {
  return up.points.map(({ value }, i) => {
    const other = down.points[i]!.value;
    return value === null || other === null ? null : value - other;
  });
}

function mirrored(input: ChartInput, full: number): Spec {
  const { language } = input;
  const words = chartWords[language];
  const both = twoSides(input);
  const { sides, unit, members } = both;
  const net = nets(both);
  const most = sides.map(({ points }) => Math.max(0, ...present(points).map(({ value }) => value)));
  const y = plotAxis([most[0]!, -most[1]!], unit, language);
  const width = full - labelRoom(y) - 10;
  const up = uprightScale(y);
  const x = periodScale(sides[0].points, width, 'band');
  const bars = sides.flatMap(({ label, points }, i) =>
    present(points).map(({ key, label: at, value, text }) => ({
      key,
      value: i === 0 ? value : -value,
      fill: paint(i === 0),
      hover: words.hover(`${at} · ${label}`, text),
    })),
  );
  const names = sides.map(({ label }) => label).join(language === 'zh' ? '、' : ', ');
  const title = plotTitle(names, unit, y, language);
  const line = members.map(({ key }, i) => ({ key, net: net[i] }));
  const keys = [
    ...sides.map(({ label }, i) => ({ text: `${i === 0 ? '↑' : '↓'} ${label}`, paint: paint(i === 0) })),
    { text: sideWords[language].net, paint: colour('ink'), dash: [] },
  ];
  return {
    title: titleOver(fitText(title, type.small, full - labelRoom(y) - 8), full, { offset: 10 }),
    data: { values: bars },
    width,
    height: 260,
    layer: [
      signedBars({ x, y: { ...up, field: 'value' }, y2: { datum: 0 } }),
      zeroRule(up),
      ...netLayers(line, x, up),
      ...legendOver(keys, full, labelRoom(y)),
    ],
  } as Spec;
}

/** The line of differences, on a rim of paper so that it shows over the bars. */
function netLayers(values: object[], x: object, y: object): Layer[] {
  const mark = { type: 'line', invalid: 'break-paths-show-domains' };
  const encoding = { x, y: { ...y, field: 'net' } };
  const point = {
    type: 'point',
    size: 22,
    opacity: 1,
    color: colour('ink'),
    stroke: colour('paper'),
    strokeWidth: 1,
  };
  return [
    { data: { values }, mark: { ...mark, color: colour('paper'), strokeWidth: 4.6 }, encoding },
    { data: { values }, mark: { ...mark, color: colour('ink'), strokeWidth: 1.8 }, encoding },
    { data: { values }, transform: [{ filter: 'isValid(datum.net)' }], mark: point, encoding },
  ] as Layer[];
}

function shown(input: ChartInput, value: number | null): string {
  const { unit } = input.values[0]!;
  const { language } = input;
  return directNumber(value, unit, language);
}

function signedFinding(input: ChartInput): string[] {
  const words = sideWords[input.language];
  const { label, points } = input.values[0]!;
  const known = present(sortedParts(points));
  const [top, bottom] = [known[0]!, known.at(-1)!];
  const above = known.filter(({ value }) => value > 0).length;
  const mention = ({ label: at, text }: Point) => ({ at, text });
  if (top === bottom) return [words.netOf(label, top.label, top.text)];
  return [
    chartWords[input.language].join([label, words.above(above, known.length)]),
    words.top(mention(top)),
    words.below(mention(bottom)),
  ];
}

/** The sums of both, and when the second outweighed the first most. */
function mirroredFinding(input: ChartInput): string[] {
  const words = sideWords[input.language];
  const both = twoSides(input);
  const [up, down] = both.sides;
  const net = nets(both);
  const sums = words.sums([up, down].map(({ label, sum }) => ({ at: label, text: shown(input, sum) })));
  const known = net.flatMap((value, i) => (value === null ? [] : [{ value, at: both.members[i]!.label }]));
  const total = words.netIs(shown(input, up.sum - down.sum));
  if (known.length < 2) return [chartWords[input.language].join([sums, total])];
  const order = known.toSorted((a, b) => b.value - a.value);
  const mention = ({ at, value }: { at: string; value: number }) => ({ at, text: shown(input, value) });
  return [
    chartWords[input.language].join([sums, total]),
    chartWords[input.language].join([
      chartWords[input.language].highest(words.net, mention(order[0]!)),
      chartWords[input.language].lowest(mention(order.at(-1)!)),
    ]),
  ];
}

function signedTable(input: ChartInput): Rows {
  const words = chartWords[input.language];
  const { label, points } = input.values[0]!;
  const timed = isTimed(input);
  const rows = timed ? seriesOf(input)[0]!.points : sortedParts(points);
  return {
    columns: [head('key', timed ? words.period : words.part, 'left'), head('value', label)],
    rows: rows.map((point) => [point.label, point.text]),
  };
}

function mirroredTable(input: ChartInput): Rows {
  const both = twoSides(input);
  const net = nets(both);
  return {
    columns: [
      head('key', chartWords[input.language].period, 'left'),
      ...both.sides.map(({ label }, i) => head(`s${i + 1}`, label)),
      head('net', sideWords[input.language].net),
    ],
    rows: both.members.map(({ label }, i) => [
      label,
      ...both.sides.map(({ points }) => points[i]!.text),
      shown(input, net[i]!),
    ]),
  };
}
