import { z } from 'zod';
import type { Claim, Member } from '../../base/claims/claim.ts';
import { makeCount, makeLevel, makeRank } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import { formatInterval, formatNumber } from '../../base/number-format.ts';
import type { TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { modelChartWords } from '../../words/charts/model-chart-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { listWhole } from '../data/claim-members.ts';
import {
  type CurveLine,
  formatLinePrefix,
  listCurveLines,
  type NumericPoint,
  validateCurve,
} from '../data/curves.ts';
import { formatFraction } from '../data/percent-text.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildHoverPoints } from '../layout/marks.ts';
import { buildDiagonal, buildShareAxis, buildSquarePanel, type SquarePlot } from '../layout/square-panel.ts';
import { attributes } from '../props.ts';
import { getColour } from '../theme.ts';

export const calibration: ChartKind = {
  title: { zh: '校准图', en: 'Calibration' },
  description: {
    zh: '预测概率分段后，各段的预测与实际比例；点在斜线上说明概率准确，竖线是 95% 区间。数值要用 `churn_calibration_error` 指标。',
    en: 'Predicted probabilities in bins against what happened: on the diagonal they are exact; the upright lines are 95 % intervals. Values of the metric `churn_calibration_error`.',
  },
  use: {
    zh: '模型给出的概率能否直接当真。',
    en: 'Whether the probabilities of a model can be taken at their word.',
  },
  avoid: {
    zh: '只关心排序先后时用 roc 或 lift。',
    en: 'Where only the order matters use roc or lift.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.values }),
  panel: panelRefusals.oneModel,
  validate: (input) => validateCurve(input, 'calibration', 'churn_calibration_error'),
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="calibration" of="流失概率校准误差" id="calibration" />',
    metrics: '流失概率校准误差: { metric: churn_calibration_error, from: churn_scores }',
    input: buildExample,
  },
};

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = modelChartWords[input.language];
  const lines = listCurveLines(input);
  const keys = lines.map(({ value, style }) => {
    return { text: `${value.label} ${value.text}`, style, mark: 'point' as const };
  });
  return buildSquarePanel(
    {
      fullWidth,
      x: buildShareAxis(words.predicted),
      y: buildShareAxis(words.observed),
      keys: [...keys, { text: words.exact, mark: 'line' }],
      square: true,
    },
    (plot) => [buildDiagonal(plot), ...lines.flatMap((line) => buildPointLayers(line, plot, input))],
  );
}

function buildPointLayers(
  { value, points, style }: CurveLine,
  { x, y }: SquarePlot,
  input: ChartInput,
): Layer[] {
  const values = points.map((point) => ({
    ...point,
    hover: chartWords[input.language].hover(value.label, describePoint(point, input)),
  }));
  const stroke = getColour(style.paint);
  const encoding = { x: { ...x, field: 'x' }, y: { ...y, field: 'y' } };
  return [
    {
      data: { values: values.filter(({ low }) => low !== undefined) },
      mark: { type: 'rule', stroke, strokeWidth: 1.4 },
      encoding: { x: encoding.x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
    },
    buildHoverPoints(values, encoding, { size: 60, color: stroke, shape: style.symbol }),
  ] as Layer[];
}

function describePoint({ x, y, n }: NumericPoint, input: ChartInput): string {
  const count = formatNumber(n ?? null, { unit: '', language: input.language });
  return modelChartWords[input.language].calibrationPoint(
    formatFraction(x, input, 1),
    formatFraction(y, input, 1),
    count,
  );
}

/** Bins whose interval leaves the prediction out. */
function filterWrongBins(points: readonly NumericPoint[], way: 'high' | 'low'): NumericPoint[] {
  return points.filter(({ x, low, high }) => (way === 'high' ? x > (high ?? 1) : x < (low ?? 0)));
}

function listClaims(input: ChartInput): Claim[] {
  const words = modelChartWords[input.language];
  const toMember = ({ x, y }: NumericPoint): Member => {
    const value = Math.abs(y - x) * 100;
    const name = words.bin(formatFraction(x, input, 1), formatFraction(y, input, 1));
    return {
      name,
      value,
      text: formatNumber(value, { unit: '个百分点', language: input.language, digits: 1 }),
      unit: '%',
    };
  };
  return listCurveLines(input)
    .slice(0, 3)
    .flatMap(({ value, points }) => {
      const [high, low] = [filterWrongBins(points, 'high'), filterWrongBins(points, 'low')];
      const wrong = [...high, ...low].map(toMember);
      const frame = { among: points.length };
      const isKnown = points.every((point) => point.low !== undefined && point.high !== undefined);
      return [
        ...makeLevel('mean-error', value.label, listWhole(value)),
        ...(high.length > 0 ? makeCount('bins-high', high.length, frame) : []),
        ...(low.length > 0 ? makeCount('bins-low', low.length, frame) : []),
        ...(wrong.length > 0
          ? makeRank(wrong, { of: '', what: 'miscalibration', ends: ['highest'] })
          : isKnown
            ? makeCount('bins-held', points.length)
            : []),
      ];
    });
}

function buildTable(input: ChartInput): TableRows {
  const words = modelChartWords[input.language];
  const style = { unit: '%', language: input.language, digits: 1 };
  return {
    columns: [
      createColumn('predicted', words.predicted, 'left'),
      createColumn('observed', words.observed),
      createColumn('interval', words.interval),
      createColumn('n', words.users),
    ],
    rows: listCurveLines(input).flatMap((line) =>
      line.points.map(({ x, y, low, high, n }) => [
        `${formatLinePrefix(input, line)}${formatFraction(x, input, 1)}`,
        formatFraction(y, input, 1),
        low === undefined || high === undefined ? '—' : formatInterval(low * 100, high * 100, style),
        formatNumber(n ?? null, { unit: '', language: input.language }),
      ]),
    ),
  };
}

function buildExample(language: Language): ChartInput {
  const points = (
    [
      [0.04, 0.05, 0.03, 0.08, 420],
      [0.14, 0.13, 0.09, 0.18, 260],
      [0.25, 0.28, 0.22, 0.35, 190],
      [0.35, 0.37, 0.29, 0.46, 120],
      [0.45, 0.36, 0.27, 0.46, 90],
      [0.56, 0.42, 0.31, 0.54, 70],
      [0.66, 0.51, 0.38, 0.64, 55],
      [0.75, 0.71, 0.55, 0.83, 38],
      [0.85, 0.8, 0.61, 0.91, 25],
    ] as const
  ).map(([x, y, low, high, n]) => ({ x, y, low, high, n }));
  const name = { zh: '流失概率校准误差', en: 'Calibration error' };
  const curve = { form: 'calibration' as const, label: '', unit: '', points };
  return buildExampleInput(language, { name, unit: '个百分点', value: 3.6, curve });
}
