import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeOverlap, makeRank, makeSignificance } from '../../base/claims/make-claims.ts';
import { formatInterval, formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { twoSidedWords } from '../../words/charts/two-sided-words.ts';
import { buildFirstSeries, createColumn } from '../data/chart-series.ts';
import {
  type AnswerRow,
  assignSides,
  computeAnswerRows,
  computeAnswerSegments,
  placeFavourIntervals,
} from '../data/graded-answers.ts';
import { formatPercent } from '../data/percent-text.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { mostRows, validateSum, validateTwoDimensions } from '../data/value-parts.ts';
import { measureColumn } from '../draw/labels.ts';
import { measureText } from '../draw/measure-text.ts';
import { buildExampleInput, type ExamplePoint } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildLegend, type LegendKey } from '../layout/chart-heading.ts';
import { buildZeroRule } from '../layout/marks.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

const mostAnswers = 7;

export const likert: ChartKind = {
  title: { zh: '态度分布图', en: 'Likert chart' },
  description: {
    zh: '每题一行，合为 100%：零线左边是负面回答，右边是正面，中间的各半；黑色细线是正面占比的 95% 置信区间（Wilson）。数值是份数，要有 `by: [题目, 选项]` 这样的两层分组，选项 2～7 种；选项按分值或词义由负到正排。',
    en: 'A row a question, to 100%: answers against at the left of zero, in favour at the right, those between on both; the thin line is the 95% interval (Wilson) of the share in favour. A count `by: [question, answer]` with 2 to 7 answers, put from against to in favour by number or wording.',
  },
  use: {
    zh: '满意、同意到什么程度，样本够不够下结论：满意度、NPS。',
    en: 'How far people are satisfied or agree, and whether the sample tells: satisfaction, NPS.',
  },
  avoid: {
    zh: '选项没有正负之分用 stacked；只有一个平均分用 bars。',
    en: 'For answers that are not for or against use stacked; for a mean score use bars.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({ of: attributes.valuesOrTable, ...filterAttributes, ...columnAttributes }),
  panel: panelRefusals.twoGroupings,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="likert" of="问卷份数" by="question, answer" id="survey" />',
    metrics: '问卷份数: { metric: count, from: survey, unit: 份 }',
    input: buildExample,
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const inputError = validateTwoDimensions({ values });
  if (inputError) return inputError;
  const value = values[0]!;
  const { name, points } = value;
  const answers = buildFirstSeries({ values, language: 'zh' });
  const rows = answers[0]!.points.length;
  if (answers.length < 2) return { why: 'needs-two-dimensions', name };
  if (answers.length > mostAnswers || rows > mostRows)
    return { why: 'too-many-series', name, text: `${rows} × ${answers.length}` };
  // Shares have no interval without their counts.
  return points.every((point) => Number.isInteger(point.value ?? 0))
    ? validateSum(value)
    : { why: 'not-a-sum', name };
}

/** From the outer answers inwards the colour fades; the text on it stays readable. */
function pickAnswerStyle(i: number, count: number): { paint: string; opacity: number; ink: string } {
  const side = assignSides(count)[i]!;
  if (side === 'between') return { paint: getColour('line'), opacity: 1, ink: getColour('ink') };
  const half = Math.floor(count / 2);
  const depth = side === 'against' ? i : count - 1 - i;
  const paint = getColour(side === 'against' ? 'c2' : 'c1');
  return depth === 0
    ? { paint, opacity: 1, ink: getColour('paper') }
    : { paint, opacity: 0.5 - (0.3 * (depth - 1)) / half, ink: getColour('ink') };
}

function formatFavour(row: AnswerRow, input: ChartInput, fullWidth: number): string {
  if (!row.favour) return '—';
  const { share, low, high } = row.favour;
  const { language } = input;
  if (isNarrow(fullWidth)) return formatPercent(share, input);
  return `${formatPercent(share, input)} [${formatInterval(low, high, { unit: '%', language, digits: 0 })}]`;
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = twoSidedWords[input.language];
  const { answers, rows } = computeAnswerRows(input);
  const { names, width: left } = layoutRowNames(
    rows.map((row) => row.label),
    fullWidth,
  );
  const favourTexts = rows.map((row) => formatFavour(row, input, fullWidth));
  const title = isNarrow(fullWidth) ? words.favour : words.favourKey;
  const side = measureColumn(favourTexts, fontSizes.small) + 14;
  const width = fullWidth - left - side;
  const segments = rows.map(computeAnswerSegments);
  const intervals = placeFavourIntervals(rows, names, segments);
  const ends = [
    ...segments.flat().flatMap(({ from, to }) => [from, to]),
    ...intervals.flatMap((one) => [one.low, one.high]),
  ];
  const [low, high] = [Math.min(-1, ...ends), Math.max(1, ...ends)];
  const x = { type: 'quantitative', scale: { domain: [low, high], nice: false }, axis: null };
  const y = buildRowScale(names, 0.34);
  const bars = rows.flatMap((row, r) =>
    buildBarRows(input, row, segments[r]!, { answers, row: names[r]!.row, unit: width / (high - low) }),
  );
  const texts = favourTexts.map((text, i) => ({ row: names[i]!.row, text }));
  const keys = answers.map(
    (text, i): LegendKey => ({
      text,
      paint: pickAnswerStyle(i, answers.length).paint,
      opacity: pickAnswerStyle(i, answers.length).opacity,
    }),
  );
  return {
    title: { text: title, anchor: 'end', offset: 12, frame: 'bounds' },
    data: { values: bars },
    width,
    height: { step: computeRowStep(names, 34) },
    layer: [
      buildZeroRule('x', x, 'ink'),
      {
        mark: { type: 'bar', aria: true, stroke: getColour('ink-3'), strokeWidth: 0.6 },
        encoding: {
          y,
          x: { ...x, field: 'from' },
          x2: { field: 'to' },
          fill: { field: 'fill', scale: null },
          fillOpacity: { field: 'opacity', type: 'quantitative', scale: null },
          description: { field: 'hover' },
        },
      },
      buildTextLayer(
        'text',
        { y, x: { ...x, field: 'middle' }, fill: { field: 'ink', scale: null } },
        { fontSize: fontSizes.small },
      ),
      ...buildIntervalLayers(intervals, { x, y }),
      {
        data: { values: texts },
        ...buildTextLayer(
          'text',
          { y, x: { value: 'width' } },
          { align: 'right', dx: side, fontSize: fontSizes.small, fill: getColour('ink-2') },
        ),
      },
      ...buildRowNameLayers(y, names),
      ...buildLegend(keys, fullWidth, left),
    ],
  } as Spec;
}

interface RowFrame {
  answers: string[];
  row: string;
  /** Pixels a percent. */
  unit: number;
}

function buildBarRows(
  input: ChartInput,
  { label, counts, all }: AnswerRow,
  segments: { from: number; to: number }[],
  { answers, row, unit }: RowFrame,
) {
  const words = chartWords[input.language];
  return counts.flatMap((count, i) => {
    if (count === 0) return [];
    const { from, to } = segments[i]!;
    const share = (count / all) * 100;
    const short = formatPercent(share, input, 0);
    const { paint, opacity, ink } = pickAnswerStyle(i, counts.length);
    const text = (to - from) * unit > measureText(short, fontSizes.small) + 8 ? short : '';
    const hoverText = words.join([
      formatPercent(share, input),
      formatNumber(count, { unit: input.values[0]!.unit, language: input.language }),
    ]);
    return [
      {
        row,
        from,
        to,
        middle: (from + to) / 2,
        fill: paint,
        opacity,
        ink,
        text,
        hover: words.hover(`${label} · ${answers[i]}`, hoverText),
      },
    ];
  });
}

/** At the lower edge of the bars. */
function buildIntervalLayers(values: object[], { x, y }: { x: object; y: object }): Layer[] {
  const rule = { type: 'rule', strokeWidth: 2, color: getColour('ink'), yOffset: 12, y2Offset: 12 };
  const tick = {
    type: 'tick',
    orient: 'vertical',
    size: 8,
    thickness: 2,
    color: getColour('ink'),
    yOffset: 12,
  };
  return [
    { data: { values }, mark: rule, encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } } },
    { data: { values }, mark: tick, encoding: { y, x: { ...x, field: 'low' } } },
    { data: { values }, mark: tick, encoding: { y, x: { ...x, field: 'high' } } },
  ] as Layer[];
}

function listClaims(input: ChartInput): Claim[] {
  const { language } = input;
  const known = computeAnswerRows(input).rows.flatMap(({ label, favour }): Member[] => {
    if (!favour) return [];
    const { share, low, high } = favour;
    const text = formatInterval(low, high, { unit: '%', language, digits: 1 });
    const range = { low, high, text, level: 0.95 };
    return [{ name: label, value: share, text: formatPercent(share, input), unit: '%', range }];
  });
  return [
    ...makeRank(known, { of: twoSidedWords[language].favour, single: 'favour' }),
    ...makeOverlap(known),
    ...makeSignificance(known, 'half', ['across']),
  ];
}

function buildTable(input: ChartInput): TableRows {
  const words = twoSidedWords[input.language];
  const { language } = input;
  const { answers, rows } = computeAnswerRows(input);
  return {
    columns: [
      createColumn('key', chartWords[language].part, 'left'),
      ...answers.map((answer, i) => createColumn(`s${i + 1}`, answer)),
      createColumn('all', words.answers),
      createColumn('favour', words.favour),
      createColumn('interval', chartWords[language].interval),
    ],
    rows: rows.map(({ label, counts, all, favour }) => [
      label,
      ...counts.map((count) => (all > 0 ? formatPercent((count / all) * 100, input) : '—')),
      formatNumber(all, { unit: '', language }),
      favour ? formatPercent(favour.share, input) : '—',
      favour ? formatInterval(favour.low, favour.high, { unit: '%', language, digits: 1 }) : '—',
    ]),
  };
}

function buildExample(language: ChartInput['language']): ChartInput {
  const answers = {
    zh: ['非常不满意', '不满意', '一般', '满意', '非常满意'],
    en: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
  }[language];
  const questions = {
    zh: ['配送速度', '客服回复', '商品质量', '页面体验'],
    en: ['Delivery', 'Support', 'Quality', 'Pages'],
  }[language];
  const counts = [
    [6, 14, 31, 58, 24],
    [12, 29, 36, 41, 15],
    [3, 8, 22, 64, 36],
    [9, 26, 40, 44, 14],
  ];
  const points = answers.flatMap((group, a) =>
    questions.map((label, q): ExamplePoint => ({ key: `q${q + 1}`, label, group, value: counts[q]![a]! })),
  );
  return buildExampleInput(language, { name: { zh: '问卷份数', en: 'Answers' }, unit: '份', points });
}
