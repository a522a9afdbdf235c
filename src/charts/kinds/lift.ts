import { z } from 'zod';
import type { Language } from '../../base/language.ts';
import { showNumber } from '../../base/number-format.ts';
import type { Rows } from '../../base/series.ts';
import { chartWords } from '../../words/charts.ts';
import { modelChartWords } from '../../words/model-charts.ts';
import { numberAxis } from '../axis.ts';
import { head } from '../columns.ts';
import { type CurveLine, curveLines, lacksCurve, lineName, percent } from '../curves.ts';
import { exampleValue } from '../example.ts';
import type { ChartInput } from '../input.ts';
import type { ChartKind, Layer, Spec } from '../kind.ts';
import { attributes } from '../props.ts';
import { dashOf, type SquarePlot, shareAxis, squarePanel, styled, symbolOf } from '../square-panel.ts';
import { categories, colour, targetDash } from '../theme.ts';

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
  panel: {
    zh: '它画的是一个模型的结果，每个模型单独一张图',
    en: 'it shows what one model found: one figure for each',
  },
  lacks: (input) => lacksCurve(input, 'lift', 'churn_lift'),
  spec,
  finding,
  table,
  example: {
    tag: '<Figure kind="lift" of="流失模型提升度" id="lift" />',
    metrics: '流失模型提升度: { metric: churn_lift, from: churn_scores }',
    input: example,
  },
};

function spec(input: ChartInput, full: number): Spec {
  const words = modelChartWords[input.language];
  const lines = curveLines(input);
  const axis = numberAxis([0, 1, ...lines.flatMap(({ points }) => points.map(({ y }) => y))], { count: 4 });
  const keys = lines.map(({ value, style }) => ({ text: value.label, style, mark: 'line' as const }));
  return squarePanel(
    {
      full,
      x: shareAxis(words.taken),
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
      ...average(plot, words.average, axis.high),
      ...lines.flatMap((line) => lineLayers(line, plot, input)),
    ],
  );
}

/** Named at its left end, where the curve is far away: under the line unless the axis is near. */
function average({ x, y }: SquarePlot, text: string, high: number): Layer[] {
  const place = high < 8 ? { baseline: 'top', dy: 5 } : { baseline: 'bottom', dy: -5 };
  const data = { values: [{}] };
  const at = { ...y, datum: 1 };
  return [
    {
      data,
      mark: { type: 'rule', strokeDash: targetDash, strokeWidth: 1.2, color: colour('ink-2') },
      encoding: { x: { ...x, datum: 0 }, x2: { datum: 1 }, y: at },
    },
    {
      data,
      mark: { type: 'text', text, align: 'left', dx: 4, fill: colour('ink-2'), ...place },
      encoding: { x: { value: 0 }, y: at },
    },
  ] as Layer[];
}

function timesText(times: number, { language }: ChartInput): string {
  return modelChartWords[language].times(showNumber(times, { unit: '', language, digits: 2 }));
}

function lineLayers({ value, points, style }: CurveLine, { x, y }: SquarePlot, input: ChartInput): Layer[] {
  const words = modelChartWords[input.language];
  const values = points.map((point) => ({
    share: point.x,
    lift: point.y,
    hover: chartWords[input.language].hover(
      value.label,
      words.liftPoint(percent(point.x, input), timesText(point.y, input)),
    ),
  }));
  const encoding = { x: { ...x, field: 'share' }, y: { ...y, field: 'lift' } };
  const stroke = colour(styled(categories, style));
  return [
    { data: { values }, mark: { type: 'line', stroke, strokeDash: dashOf(style) }, encoding },
    {
      data: { values },
      mark: { type: 'point', aria: true, opacity: 1, size: 26, color: stroke, shape: symbolOf(style) },
      encoding: { ...encoding, description: { field: 'hover' } },
    },
  ] as Layer[];
}

/** The part of the users that a team would write to. */
const reach = 0.1;

function finding(input: ChartInput): string {
  const words = modelChartWords[input.language];
  const all = chartWords[input.language];
  const clauses = curveLines(input)
    .slice(0, 3)
    .map(({ value, points }) => {
      const at = points.find(({ x }) => x >= reach - 1e-9) ?? points.at(-1)!;
      const told = words.liftAt(percent(at.x, input), timesText(at.y, input));
      return input.values.length > 1 ? all.hover(value.label, told) : told;
    });
  return all.sentence(clauses);
}

function table(input: ChartInput): Rows {
  const words = modelChartWords[input.language];
  return {
    columns: [head('share', words.taken, 'left'), head('lift', words.lift), head('n', words.users)],
    rows: curveLines(input).flatMap((line) =>
      line.points.map(({ x, y, n }) => [
        `${lineName(input, line)}${percent(x, input)}`,
        timesText(y, input),
        showNumber(n ?? null, { unit: '', language: input.language }),
      ]),
    ),
  };
}

function example(language: Language): ChartInput {
  const numbers = [
    4.2, 3.8, 3.4, 3.1, 2.8, 2.55, 2.36, 2.18, 2.02, 1.88, 1.76, 1.64, 1.53, 1.43, 1.34, 1.26, 1.18, 1.12,
    1.06, 1,
  ];
  const points = numbers.map((y, i) => ({ x: (i + 1) / 20, y, n: 60 * (i + 1) }));
  const name = { zh: '流失模型提升度', en: 'Lift of the model' };
  const value = exampleValue(language, { name, unit: '倍', value: 3.8 });
  return {
    language,
    goals: [],
    values: [{ ...value, curve: { form: 'lift', label: '', unit: '', points } }],
  };
}
