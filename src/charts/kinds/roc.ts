import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeCount, makeLevel, makeShare } from '../../base/claims/make-claims.ts';
import type { Language } from '../../base/language.ts';
import type { Curve, TableRows } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { modelChartWords } from '../../words/charts/model-chart-words.ts';
import { createColumn } from '../data/chart-series.ts';
import { listWhole } from '../data/claim-members.ts';
import { type CurveLine, formatLinePrefix, listCurveLines, validateCurve } from '../data/curves.ts';
import { formatFraction } from '../data/percent-text.ts';
import { buildExampleInput } from '../example.ts';
import type { ChartInput } from '../input.ts';
import { type ChartKind, type Layer, panelRefusals, type Spec } from '../kind.ts';
import { buildHoverPoints } from '../layout/marks.ts';
import { buildDiagonal, buildShareAxis, buildSquarePanel, type SquarePlot } from '../layout/square-panel.ts';
import { attributes } from '../props.ts';
import { getColour } from '../theme.ts';

export const roc: ChartKind = {
  title: { zh: 'ROC 曲线', en: 'ROC curve' },
  description: {
    zh: '评分取各个阈值时，误报了多少、找出了多少；越靠左上越好，斜线是随机猜测。数值要用 `churn_auc` 或 `users_at_risk` 指标，可以写几个来比较模型。',
    en: 'False alarms against those found, over all thresholds of a score: the nearer the upper left the better; the diagonal is guessing. Values of the metrics `churn_auc` or `users_at_risk`, several to compare models.',
  },
  use: {
    zh: '评分能多准地找出目标人群、几个模型谁更好。',
    en: 'How well a score finds those it looks for, and which of several models is better.',
  },
  avoid: {
    zh: '概率本身准不准用 calibration；只要一个数时直接写 AUC。',
    en: 'For whether the probabilities are exact use calibration; where one number will do, write the AUC.',
  },
  sources: ['values'],
  props: z.strictObject({ of: attributes.values }),
  panel: panelRefusals.oneModel,
  validate: (input) => validateCurve(input, 'roc', 'churn_auc, users_at_risk'),
  buildSpec,
  listClaims,
  buildTable,
  example: {
    tag: '<Figure kind="roc" of="流失模型 AUC" id="roc" />',
    metrics: '流失模型 AUC: { metric: churn_auc, from: churn_scores }',
    input: buildExample,
  },
};

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const words = modelChartWords[input.language];
  const lines = listCurveLines(input);
  const keys = lines.map(({ value, style }) => {
    return { text: `${value.label} ${value.text}`, style, mark: 'line' as const };
  });
  return buildSquarePanel(
    {
      fullWidth,
      x: buildShareAxis(words.alarms),
      y: buildShareAxis(words.found),
      keys: [...keys, { text: words.chance, mark: 'line' }],
      square: true,
    },
    (plot) => [buildDiagonal(plot), ...lines.flatMap((line) => buildLineLayers(line, plot, input))],
  );
}

function buildLineLayers(
  { value, points, style }: CurveLine,
  { x, y }: SquarePlot,
  input: ChartInput,
): Layer[] {
  const { language } = input;
  const words = modelChartWords[language];
  const values = points.map((point, order) => ({
    order,
    alarms: point.x,
    found: point.y,
    hover: chartWords[language].hover(
      value.label,
      words.rocPoint(formatFraction(point.x, input, 1), formatFraction(point.y, input, 1)),
    ),
  }));
  const encoding = { x: { ...x, field: 'alarms' }, y: { ...y, field: 'found' } };
  const stroke = getColour(style.paint);
  return [
    {
      data: { values },
      mark: { type: 'line', stroke, strokeDash: style.dash },
      encoding: { ...encoding, order: { field: 'order', type: 'quantitative' } },
    },
    buildHoverPoints(values, encoding, { size: 10, color: stroke }),
  ] as Layer[];
}

/** The most that is found without more false alarms than these. */
const falseAlarmLimit = 0.1;

/**
 * A point that some threshold reaches: the most found within the limit, or, where the highest scores are tied and none
 * is that strict, the first there is. Points between those of a tie are for the curve and its area only.
 */
function tellReach(points: CurveLine['points'], input: ChartInput): Claim[] {
  const tell = (what: 'found' | 'found-tied', alarms: number, found: number, digits?: number) =>
    makeShare({
      what,
      of: '',
      members: [{ name: '', value: alarms * 100, text: formatFraction(alarms, input, digits), unit: '%' }],
      amount: { value: found * 100, text: formatFraction(found, input, 1), unit: '%' },
    });
  const within = Math.max(0, ...points.filter(({ x }) => x <= falseAlarmLimit).map(({ y }) => y));
  if (within > 0) return tell('found', falseAlarmLimit, within);
  const first = points.filter(({ y }) => y > 0).toSorted((a, b) => a.x - b.x || b.y - a.y)[0];
  if (!first || first.x >= 1) return makeCount('tied-scores', 1);
  return tell('found-tied', first.x, first.y, 1);
}

function listClaims(input: ChartInput): Claim[] {
  return listCurveLines(input)
    .slice(0, 3)
    .flatMap(({ value, points }) => [
      ...makeLevel('auc', value.label, listWhole(value)),
      ...tellReach(points, input),
    ]);
}

function buildTable(input: ChartInput): TableRows {
  const words = modelChartWords[input.language];
  return {
    columns: [createColumn('alarms', words.alarms, 'left'), createColumn('found', words.found)],
    rows: listCurveLines(input).flatMap((line) =>
      line.points.map(({ x, y }) => [
        `${formatLinePrefix(input, line)}${formatFraction(x, input, 1)}`,
        formatFraction(y, input, 1),
      ]),
    ),
  };
}

/** Points of the curve tpr = fpr^(1/k), whose area is k / (k + 1). */
function buildExample(language: Language): ChartInput {
  const buildCurve = (k: number): Curve => {
    const at = (x: number) => ({ x, y: Math.round(x ** (1 / k) * 1000) / 1000 });
    return { form: 'roc', label: '', unit: '', points: Array.from({ length: 11 }, (_, i) => at(i / 10)) };
  };
  const values = (
    [
      ['流失模型 AUC', 'AUC of the model', 4, 0.8],
      ['只看沉默天数的 AUC', 'AUC by silence only', 2, 0.67],
    ] as const
  ).map(([zh, en, k, value]) => ({ name: { zh, en }, unit: '', value, curve: buildCurve(k) }));
  return buildExampleInput(language, ...values);
}
