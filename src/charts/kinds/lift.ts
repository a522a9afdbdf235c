import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeLevel } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { modelChartWords } from '../../words/charts/model-chart-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { type CurveLine, formatLinePrefix, listCurveLines, validateCurve } from '../data/curves.ts';
import { formatFraction } from '../data/percent-text.ts';
import { buildNumberAxis } from '../draw/number-axis.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildHoverPoints } from '../layout/marks.ts';
import { buildShareAxis, buildSquarePanel, type SquarePlot } from '../layout/square-panel.ts';
import { attributes } from '../props.ts';
import { getColour, targetDash } from '../theme.ts';

export const lift: ChartKind = {
  title: { zh: '提升图', en: 'Lift' },
  description: {
    zh: '按评分从高到低取一部分用户时，流失率是平均水平的几倍；虚线是平均水平。数值要用 `churn_lift` 指标，可以写几个来比较模型。',
    en: 'The rate among the users with the highest scores as a multiple of that of all; the dashed line is the average. Values of the metric `churn_lift`, several to compare models.',
  },
  use: {
    zh: '只能触达一部分用户时，按评分挑比随便挑好几倍。',
    en: 'How much better choosing by the score is than choosing at random, when only a part can be reached.',
  },
  avoid: {
    zh: '要看误报的代价用 roc；样本不足几百人时分段不稳。',
    en: 'For the price in false alarms use roc; the parts are unsteady below a few hundred users.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.values }),
  panel: panelRefusals.oneModel,
  validate: (input) => validateCurve(input, 'lift', 'churn_lift'),
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="lift" of="流失模型提升度" id="lift" />',
    metrics: '流失模型提升度: { metric: churn_lift, from: churn_scores }',
    input: buildExample,
  },
};

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = modelChartWords[input.language];
  const lines = listCurveLines(input);
  const axis = buildNumberAxis([0, 1, ...lines.flatMap(({ points }) => points.map(({ y }) => y))], {
    count: 4,
  });
  const keys = lines.map(({ value, style }) => ({ text: value.label, style, mark: 'line' as const }));
  return buildSquarePanel(
    {
      fullWidth,
      x: buildShareAxis(words.taken),
      y: {
        title: words.lift,
        ...axis,
        texts: axis.ticks.map(String),
        labelExpr: "format(datum.value, ',.6~f')",
      },
      keys: keys.length > 1 ? keys : [],
      square: false,
    },
    (plot) => [
      ...buildAverageLayers(plot, words.average, axis.high),
      ...lines.flatMap((line) => buildLineLayers(line, plot, input)),
    ],
  );
}

/** Named at its left end, where the curve is far away: under the line unless the axis is near. */
function buildAverageLayers({ x, y }: SquarePlot, text: string, high: number): Layer[] {
  const place = high < 8 ? { baseline: 'top', dy: 5 } : { baseline: 'bottom', dy: -5 };
  const data = { values: [{}] };
  const at = { ...y, datum: 1 };
  return [
    {
      data,
      mark: { type: 'rule', strokeDash: targetDash, strokeWidth: 1.2, color: getColour('ink-2') },
      encoding: { x: { ...x, datum: 0 }, x2: { datum: 1 }, y: at },
    },
    {
      data,
      mark: { type: 'text', text, align: 'left', dx: 4, fill: getColour('ink-2'), ...place },
      encoding: { x: { value: 0 }, y: at },
    },
  ] as Layer[];
}

function formatMultiple(times: number, { language }: ChartInput): string {
  return modelChartWords[language].times(formatNumber(times, { unit: '', language, digits: 2 }));
}

function buildLineLayers(
  { value, points, style }: CurveLine,
  { x, y }: SquarePlot,
  input: ChartInput,
): Layer[] {
  const words = modelChartWords[input.language];
  const values = points.map((point) => ({
    share: point.x,
    lift: point.y,
    hover: chartWords[input.language].hover(
      value.label,
      words.liftPoint(formatFraction(point.x, input), formatMultiple(point.y, input)),
    ),
  }));
  const encoding = { x: { ...x, field: 'share' }, y: { ...y, field: 'lift' } };
  const stroke = getColour(style.paint);
  return [
    { data: { values }, mark: { type: 'line', stroke, strokeDash: style.dash }, encoding },
    buildHoverPoints(values, encoding, { size: 26, color: stroke, shape: style.symbol }),
  ] as Layer[];
}

/** The part of the users that a team would write to. */
const contactedShare = 0.1;

function listClaims(input: ChartInput): Claim[] {
  const words = modelChartWords[input.language];
  return listCurveLines(input)
    .slice(0, 3)
    .flatMap(({ value, points }) => {
      const at = points.find(({ x }) => x >= contactedShare - 1e-9) ?? points.at(-1);
      if (!at) return [];
      const name = words.highestScores(formatFraction(at.x, input));
      const of = input.values.length > 1 ? value.label : '';
      return makeLevel('lift', of, [{ name, value: at.y, text: formatMultiple(at.y, input), unit: '' }]);
    });
}

function buildTable(input: ChartInput): TableRows {
  const words = modelChartWords[input.language];
  return {
    columns: [
      createColumn('share', words.taken, 'left'),
      createColumn('lift', words.lift),
      createColumn('n', words.users),
    ],
    rows: listCurveLines(input).flatMap((line) =>
      line.points.map(({ x, y, n }) => [
        `${formatLinePrefix(input, line)}${formatFraction(x, input)}`,
        formatMultiple(y, input),
        formatNumber(n ?? null, { unit: '', language: input.language }),
      ]),
    ),
  };
}

function buildExample(language: Language): ChartInput {
  const numbers = [
    4.2, 3.8, 3.4, 3.1, 2.8, 2.55, 2.36, 2.18, 2.02, 1.88, 1.76, 1.64, 1.53, 1.43, 1.34, 1.26, 1.18, 1.12,
    1.06, 1,
  ];
  const points = numbers.map((y, i) => ({ x: (i + 1) / 20, y, n: 60 * (i + 1) }));
  const name = { zh: '流失模型提升度', en: 'Lift of the model' };
  const curve = { form: 'lift' as const, label: '', unit: '', points };
  return buildExampleInput(language, { name, unit: '倍', value: 3.8, curve });
}
