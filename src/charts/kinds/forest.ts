import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeOverlap, makeRank, makeSignificance } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatUnit } from '../../base/unit.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { listWhole } from '../data/claim-members.ts';
import {
  buildRowNameLayers,
  buildRowScale,
  buildTextLayer,
  buildTopLabel,
  computeRowStep,
  layoutRowNames,
} from '../data/row-names.ts';
import { mostRows } from '../data/value-parts.ts';
import { measureColumn } from '../draw/labels.ts';
import {
  buildNumberAxis,
  buildTickExpression,
  formatAxisTitle,
  selectMagnitude,
} from '../draw/number-axis.ts';
import { buildExampleValue } from '../example.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import { type ChartKind, type InputError, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildTitle } from '../layout/chart-heading.ts';
import { buildZeroRule } from '../layout/marks.ts';
import { attributes } from '../props.ts';
import { fontSizes, getColour, isNarrow } from '../theme.ts';

export const forest: ChartKind = {
  title: { zh: '森林图', en: 'Forest plot' },
  description: {
    zh: '几个数值及其置信区间，一行一个；有负有正时画出零线。数值要有区间、单位相同，例如两组之差。',
    en: 'Values with their confidence intervals, a row each, with the line of zero where it is among them. Values of one unit that have intervals, such as differences of arms.',
  },
  use: {
    zh: '几个估计值各有多准、差别是否显著。',
    en: 'How precise estimates are, and whether differences are significant.',
  },
  avoid: {
    zh: '没有区间时用 bars；要看随时间变化时用 trend。',
    en: 'Without intervals use bars; for change over time use trend.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.values }),
  panel: panelRefusals.oneModel,
  validate,
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="forest" of="落地页之差, 文案之差, 按钮之差" id="forest" />',
    metrics: [
      '落地页之差: { metric: ab_difference, from: landing_test }',
      '文案之差: { metric: ab_difference, from: wording_test }',
      '按钮之差: { metric: ab_difference, from: button_test }',
    ].join('\n'),
    input: (language) => ({
      language,
      goals: [],
      values: (
        [
          ['落地页之差', 'Landing page', 2.3, [1.1, 3.5]],
          ['文案之差', 'Wording', 0.4, [-0.6, 1.4]],
          ['按钮之差', 'Button', -0.9, [-1.7, -0.1]],
        ] as const
      ).map(([zh, en, value, interval]) =>
        buildExampleValue(language, { name: { zh, en }, unit: '个百分点', value, interval: [...interval] }),
      ),
    }),
  },
};

function validate({ values }: ChartInput): InputError | undefined {
  const [first] = values;
  if (!first) return { why: 'empty', name: '' };
  const bare = values.find((value) => !value.interval || value.value === null);
  if (bare) return { why: bare.value === null ? 'empty' : 'needs-interval', name: bare.name };
  const odd = values.find((value) => value.unit !== first.unit);
  if (odd) return { why: 'not-one-unit', name: odd.name, text: odd.unit };
  return values.length > mostRows
    ? { why: 'too-many-series', name: first.name, text: String(values.length) }
    : undefined;
}

/** Whether the interval leaves zero out, and on which side it lies. */
function classifyInterval({ interval }: ChartValue): 'above' | 'below' | 'across' {
  if (interval!.low > 0) return 'above';
  return interval!.high < 0 ? 'below' : 'across';
}

function buildSpec({ values, language }: ChartInput, fullWidth: number): Spec {
  const words = chartWords[language];
  const { unit } = values[0]!;
  const { names, width: left } = layoutRowNames(
    values.map((value) => value.label),
    fullWidth,
  );
  const texts = values.map((value) => value.text);
  const intervals = values.map((value) => value.interval!.text);
  const first =
    Math.max(measureColumn(texts, fontSizes.label), measureColumn([words.estimate], fontSizes.small)) + 16;
  const second =
    Math.max(measureColumn(intervals, fontSizes.small), measureColumn([words.interval], fontSizes.small)) +
    14;
  // A narrow drawing leaves the intervals to the bars, the hover texts and the table.
  const narrow = isNarrow(fullWidth);
  const right = narrow ? first : first + second;
  const numbers = values.flatMap(({ interval }) => [interval!.low, interval!.high]);
  const axis = buildNumberAxis(numbers, { free: true, count: 4 });
  const size = selectMagnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const rows = values.map((value, i) => ({ ...names[i]!, ...buildRow(value, language) }));
  const y = buildRowScale(names, 0);
  const x = {
    type: 'quantitative',
    scale: { domain: [axis.low, axis.high], nice: false, zero: false },
    axis: {
      title: null,
      orient: 'bottom',
      domain: true,
      values: axis.ticks,
      labelExpr: buildTickExpression(size),
    },
  };
  const column = (dx: number) => ({ align: 'right', dx });
  const end = { y, x: { value: 'width' } };
  return {
    title: buildTitle(
      formatAxisTitle(words.estimate, formatUnit(unit, language), size, language),
      fullWidth,
      {
        offset: 26,
      },
    ),
    data: { values: rows },
    width: fullWidth - left - right,
    height: { step: computeRowStep(names, 32) },
    layer: [
      ...(axis.low < 0 && axis.high > 0 ? [buildZeroRule('x', x, 'ink-2')] : []),
      ...buildIntervalLayers(y, x),
      buildTextLayer('text', end, column(first)),
      ...(narrow
        ? []
        : [
            buildTextLayer('interval', end, {
              ...column(right),
              fontSize: fontSizes.small,
              fill: getColour('ink-2'),
            }),
            buildTopLabel(words.interval, { x: { value: 'width' } }, { ...column(right), dy: -8 }),
          ]),
      ...buildRowNameLayers(y),
    ],
  } as Spec;
}

/** A bar over the interval, and a dot at the value: filled where the interval leaves zero out. */
function buildIntervalLayers(y: object, x: object): Layer[] {
  const dot = { type: 'point', aria: true, opacity: 1, size: 80, filled: true };
  const fill = { condition: { test: 'datum.sure', value: getColour('c1') }, value: getColour('paper') };
  return [
    {
      mark: { type: 'rule', strokeWidth: 2, color: getColour('c1') },
      encoding: { y, x: { ...x, field: 'low' }, x2: { field: 'high' } },
    },
    {
      mark: { ...dot, stroke: getColour('c1'), strokeWidth: 2 },
      encoding: { y, x: { ...x, field: 'value' }, fill, description: { field: 'hover' } },
    },
  ] as Layer[];
}

function buildRow(value: ChartValue, language: Language) {
  const { low, high, text } = value.interval!;
  return {
    value: value.value,
    low,
    high,
    text: value.text,
    interval: text,
    sure: classifyInterval(value) !== 'across',
    hover: chartWords[language].hover(
      value.label,
      language === 'zh' ? `${value.text}（${text}）` : `${value.text} (${text})`,
    ),
  };
}

/** Of differences: whether each is told from zero. Of estimates that are above it anyway: the highest and lowest, and whether these overlap. */
function listClaims({ values, language }: ChartInput): Claim[] {
  const signed =
    values.some((value) => classifyInterval(value) !== 'above') ||
    values.every(({ unit }) => unit === '个百分点');
  const members = values.flatMap((value) =>
    listWhole(value).map((whole): Member => ({ ...whole, range: value.interval! })),
  );
  return signed
    ? makeSignificance(members, 'zero')
    : [...makeRank(members, { of: chartWords[language].estimate }), ...makeOverlap(members)];
}

function buildTable({ values, language }: ChartInput): TableRows {
  const words = chartWords[language];
  return {
    columns: [
      createColumn('value', words.item, 'left'),
      createColumn('estimate', words.estimate),
      createColumn('interval', words.interval),
    ],
    rows: values.map((value) => [value.label, value.text, value.interval!.text]),
  };
}
