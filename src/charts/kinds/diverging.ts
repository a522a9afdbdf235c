import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { listComparable, makeCount, makeLevel, makeRank } from '../../base/claims/make-claims.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { twoSidedWords } from '../../words/charts/two-sided-words.ts';
import { buildSeries, createColumn, filterPresent, listGroups } from '../data/chart-series.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { buildTwoSides, type TwoSides, validateTwoSides } from '../data/two-sides.ts';
import { sortParts, validateParts } from '../data/value-parts.ts';
import { formatInUnit } from '../draw/direct-text.ts';
import { truncateText } from '../draw/measure-text.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildLegend, buildTitle } from '../layout/chart-heading.ts';
import { buildZeroRule } from '../layout/marks.ts';
import { buildPlotAxis, buildVerticalScale, formatPlotTitle, measureLabelRoom } from '../layout/plot.ts';
import {
  buildSignedBarLayer,
  buildSignedBars,
  buildSignedColumns,
  pickSignColour,
} from '../layout/signed-bars.ts';
import { buildPeriodScale } from '../layout/time-axis.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour } from '../theme.ts';

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
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec: (input, fullWidth) =>
    isMirrored(input) ? buildMirroredSpec(input, fullWidth) : buildSignedSpec(input, fullWidth),
  listClaims: (input) => (isMirrored(input) ? listMirroredClaims(input) : listSignedClaims(input)),
  buildTable: (input) => (isMirrored(input) ? buildMirroredTable(input) : buildSignedTable(input)),
  example: {
    tag: '<Figure kind="diverging" of="正面提及, 负面提及" by="week" id="mentions" />',
    metrics: [
      `正面提及: { metric: count, from: mentions, where: "tone = 'positive'", unit: 条 }`,
      `负面提及: { metric: count, from: mentions, where: "tone = 'negative'", unit: 条 }`,
    ].join('\n'),
    input: (language) =>
      buildExampleInput(
        language,
        {
          name: { zh: '正面提及', en: 'Praise' },
          unit: '条',
          points: buildExampleWeeks(language, [[120, 132, 128, 95, 88, 140, 166, 181]]),
        },
        {
          name: { zh: '负面提及', en: 'Blame' },
          unit: '条',
          points: buildExampleWeeks(language, [[32, 41, 38, 122, 104, 60, 35, 28]]),
        },
      ),
  },
};

const isMirrored = ({ values }: ChartInput) =>
  values.length > 1 || (values[0] ? listGroups(values[0]).length > 1 : false);
const isTimed = ({ values }: ChartInput) =>
  findTimeGrain(values.flatMap(({ points }) => points.map(({ key }) => key))) !== undefined;

function validate(input: ChartInput): InputError | undefined {
  if (!isMirrored(input)) {
    const inputError = validateParts(input);
    return inputError?.why === 'too-many-series' && isTimed(input) ? undefined : inputError;
  }
  const untimed = input.values.find((value) => !isTimed({ ...input, values: [value] }));
  return untimed ? { why: 'needs-time', name: untimed.name } : validateTwoSides(input);
}

function buildSignedSpec(input: ChartInput, fullWidth: number): Spec {
  return isTimed(input) ? buildSignedColumns(input, fullWidth) : buildSignedBars(input, fullWidth);
}

/** First minus second of every period that has both. */
function computeNets({ sides: [up, down] }: TwoSides): (number | null)[] {
  return up.points.map(({ value }, i) => {
    const other = down.points[i]!.value;
    return value === null || other === null ? null : value - other;
  });
}

function buildMirroredSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const words = chartWords[language];
  const both = buildTwoSides(input);
  const { sides, unit, members } = both;
  const net = computeNets(both);
  const most = sides.map(({ points }) => Math.max(0, ...filterPresent(points).map(({ value }) => value)));
  const y = buildPlotAxis([most[0]!, -most[1]!], unit, language);
  const width = fullWidth - measureLabelRoom(y) - 10;
  const up = buildVerticalScale(y);
  const x = buildPeriodScale(sides[0].points, width, input, 'band');
  const bars = sides.flatMap(({ label, points }, i) =>
    filterPresent(points).map(({ key, label: at, value, text }) => ({
      key,
      value: i === 0 ? value : -value,
      fill: pickSignColour(i === 0),
      hover: words.hover(`${at} · ${label}`, text),
    })),
  );
  const names = sides.map(({ label }) => label).join(language === 'zh' ? '、' : ', ');
  const title = formatPlotTitle(names, unit, y, language);
  const line = members.map(({ key }, i) => ({ key, net: net[i] }));
  const keys = [
    ...sides.map(({ label }, i) => ({
      text: `${i === 0 ? '↑' : '↓'} ${label}`,
      paint: pickSignColour(i === 0),
      opacity: 1,
    })),
    { text: twoSidedWords[language].net, paint: getColour('ink'), dash: [] },
  ];
  return {
    title: buildTitle(truncateText(title, fontSizes.small, fullWidth - measureLabelRoom(y) - 8), fullWidth, {
      offset: 10,
    }),
    data: { values: bars },
    width,
    height: 260,
    layer: [
      buildSignedBarLayer({ x, y: { ...up, field: 'value' }, y2: { datum: 0 } }),
      buildZeroRule('y', up),
      ...buildNetLayers(line, x, up),
      ...buildLegend(keys, fullWidth, measureLabelRoom(y)),
    ],
  } as Spec;
}

/** The line of differences, on a rim of paper so that it shows over the bars. */
function buildNetLayers(values: object[], x: object, y: object): Layer[] {
  const mark = { type: 'line', invalid: 'break-paths-show-domains' };
  const encoding = { x, y: { ...y, field: 'net' } };
  const point = {
    type: 'point',
    size: 22,
    opacity: 1,
    color: getColour('ink'),
    stroke: getColour('paper'),
    strokeWidth: 1,
  };
  return [
    { data: { values }, mark: { ...mark, color: getColour('paper'), strokeWidth: 4.6 }, encoding },
    { data: { values }, mark: { ...mark, color: getColour('ink'), strokeWidth: 1.8 }, encoding },
    { data: { values }, transform: [{ filter: 'isValid(datum.net)' }], mark: point, encoding },
  ] as Layer[];
}

/** How many lie above zero, and the highest and lowest. */
function listSignedClaims(input: ChartInput): Claim[] {
  const { label: of, points, unit } = input.values[0]!;
  const members = listComparable(points, unit);
  const above = members.filter(({ value }) => value > 0).length;
  return [
    ...(members.length > 1 ? makeCount('positive', above, { of, among: members.length }) : []),
    ...makeRank(members, { of }),
  ];
}

/** The sums of both, and when the second outweighed the first most. */
function listMirroredClaims(input: ChartInput): Claim[] {
  const both = buildTwoSides(input);
  const { unit } = both;
  const [up, down] = both.sides;
  const toMember = (name: string, value: number): Member => {
    return { name, value, text: formatInUnit(input, value), unit };
  };
  const isCut = (i: number) => both.sides.some(({ points }) => points[i]!.cut);
  const nets = computeNets(both).flatMap((value, i) =>
    value === null || isCut(i) ? [] : [toMember(both.members[i]!.label, value)],
  );
  return [
    ...makeLevel('sum', '', [toMember(up.label, up.sum), toMember(down.label, down.sum)]),
    ...makeLevel('net', '', [toMember('', up.sum - down.sum)]),
    ...(nets.length > 1 ? makeRank(nets, { of: twoSidedWords[input.language].net }) : []),
  ];
}

function buildSignedTable(input: ChartInput): TableRows {
  const words = chartWords[input.language];
  const { label, points } = input.values[0]!;
  const timed = isTimed(input);
  const rows = timed ? buildSeries(input)[0]!.points : sortParts(points);
  return {
    columns: [createColumn('key', timed ? words.period : words.part, 'left'), createColumn('value', label)],
    rows: rows.map((point) => [point.label, point.text]),
  };
}

function buildMirroredTable(input: ChartInput): TableRows {
  const both = buildTwoSides(input);
  const net = computeNets(both);
  return {
    columns: [
      createColumn('key', chartWords[input.language].period, 'left'),
      ...both.sides.map(({ label }, i) => createColumn(`s${i + 1}`, label)),
      createColumn('net', twoSidedWords[input.language].net),
    ],
    rows: both.members.map(({ label }, i) => [
      label,
      ...both.sides.map(({ points }) => points[i]!.text),
      formatInUnit(input, net[i]!),
    ]),
  };
}
