import { z } from 'zod';
import { chartWords } from '../../words/charts.ts';
import { axisTitle, magnitude, numberAxis } from '../axis.ts';
import { timeStep } from '../calendar.ts';
import { exampleInput, exampleWeeks } from '../example.ts';
import type { ChartInput, PanelForm } from '../input.ts';
import type { ChartKind, Lack, Spec } from '../kind.ts';
import { marks, type Plotted, plots, reshaped } from '../panel-forms.ts';
import { plotPanels } from '../panel-plots.ts';
import { barPanels, linePanels, type PanelSet, type Panels } from '../panels.ts';
import { lacksTwoDimensions } from '../parts.ts';
import { plotAxis, plotTitle } from '../plot.ts';
import { attributes, columns, narrowing } from '../props.ts';
import { present, type Series, seriesOf, seriesTable } from '../series.ts';
import { titleLines, titleOver } from '../title.ts';

const most = { panels: 24, parts: 12 };

export const multiples: ChartKind = {
  title: { zh: '小多图', en: 'Small multiples' },
  description: {
    zh: '第二个维度每组一小格，刻度相同：按时间的画线，按部分的画条，panel 可改画 area、cumulative、pareto、stacked、histogram、ecdf、lorenz、long-tail、scatter 等。数值要有 `by: [week, channel]` 这样的两层分组，或用表的 x、y、group 三列。',
    en: 'A small panel for each group of the second dimension, all on one scale: lines over time, bars by part, or the kind that panel names, such as area, cumulative, pareto, stacked, histogram, ecdf, lorenz, long-tail or scatter. A value `by: [week, channel]` or the like, or columns x, y and group of a table.',
  },
  use: {
    zh: '组太多、线会缠在一起时，比较各组的走势或构成。',
    en: 'To compare many groups whose lines would tangle in one plot.',
  },
  avoid: {
    zh: '只有两三组、要精确比较同一时点时用 trend。',
    en: 'For two or three groups at the same time use trend.',
  },
  sources: ['values', 'table'],
  props: z.strictObject({
    of: attributes.valuesOrTable,
    ...narrowing,
    ...columns,
    panel: z
      .string()
      .optional()
      .describe(
        '每一小格画哪一种图，例如 ecdf；不写时按时间画线、按部分画条（kind of the panels, by default lines over time and bars)',
      ),
  }),
  panel: { zh: '小多图里不能再有小多图', en: 'panels hold no panels' },
  lacks,
  spec,
  finding,
  table: (input) =>
    seriesTable(seriesOf(one(input)), chartWords[input.language][isTimed(input) ? 'period' : 'part']),
  example: {
    tag: '<Figure kind="multiples" of="活跃用户" by="week, channel" id="multiples" />',
    metrics: '活跃用户: { metric: active_users, from: events }',
    input: (language) =>
      exampleInput(language, {
        name: { zh: '活跃用户', en: 'Active users' },
        unit: '人',
        points: exampleWeeks(language, [
          [120, 180, 240, 310, 290, 330, 360, 410],
          [80, 95, null, 160, 210, 190, 230, 220],
          [300, 280, 350, 390, 420, 400, 380, 350],
          [45, 60, 52, 71, 66, 90, 84, 99],
          [10, 30, 60, 110, 160, 220, 300, 390],
          [200, 190, 185, 170, 160, 150, 148, 140],
        ]),
      }),
  },
};

/** Only the first value is drawn. */
const one = ({ language, values }: Pick<ChartInput, 'language' | 'values'>) => ({
  language,
  values: values.slice(0, 1),
});

function isTimed({ values }: ChartInput): boolean {
  return timeStep(values[0]?.points.map(({ key }) => key) ?? []) !== undefined;
}

function lacks(input: ChartInput): Lack | undefined {
  const lack = lacksTwoDimensions(input);
  if (lack) return lack;
  const series = panelsOf(input);
  const parts = series[0]?.points.length ?? 0;
  const name = input.values[0]!.name;
  const form = formOf(input);
  if (form === 'dots' && series.some(({ points }) => points.some(({ key }) => Number.isNaN(Number(key)))))
    return { why: 'needs-values', name };
  const tooMany = series.length > most.panels || (marks[form] === 'bars' && parts > most.parts);
  return tooMany ? { why: 'too-many-series', name, text: `${series.length} × ${parts}` } : undefined;
}

/** As the author names it; else lines over time, and bars without. */
function formOf(input: ChartInput): PanelForm {
  return input.panel ?? (isTimed(input) ? 'line' : 'bars');
}

function panelsOf(input: ChartInput): Series[] {
  const form = formOf(input);
  return seriesOf(one(input)).map((series) => reshaped(series, form, input));
}

function spec(input: ChartInput, full: number): Spec {
  const form = formOf(input);
  const plot = plots[form];
  return plot ? plotSpec(input, full, plot(panelsOf(input), input)) : seriesSpec(input, full);
}

/** Panels along an axis of numbers. */
function plotSpec(input: ChartInput, full: number, plot: Plotted): Spec {
  const { language } = input;
  const heights = plot.spots.flatMap((spots) => spots.flatMap(({ y }) => y ?? []));
  const upright = plotAxis(heights, plot.unit, language, { count: 2 });
  const mark = marks[formOf(input)] as 'line' | 'columns' | 'dots';
  const panels = plotPanels({ series: panelsOf(input), plot, mark, upright, language, full });
  const title = plotTitle(plot.upright, plot.unit, upright, language);
  return layered(
    panels,
    titleLines([title, ...(plot.along ? [`→ ${plot.along}`] : [])], full, { offset: 8 }),
  );
}

/** Panels along the points of the series. */
function seriesSpec(input: ChartInput, full: number): Spec {
  const { language } = input;
  const mark = marks[formOf(input)];
  const series = panelsOf(input);
  const { unit, value } = series[0]!;
  const numbers = series.flatMap((line) => present(line.points).map((point) => point.value));
  const axis = numberAxis(numbers, { count: 2 });
  const size = magnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const set: PanelSet = { series, axis, size, unit, language, full };
  const panels = mark === 'bars' ? barPanels(set) : linePanels(set, mark === 'area');
  return layered(panels, titleOver(axisTitle(value.label, unit, size, language), full, { offset: 8 }));
}

function layered({ layers, width, height }: Panels, title: object): Spec {
  return { title, width, height, layer: layers } as Spec;
}

function finding(input: ChartInput): string {
  const words = chartWords[input.language];
  const { label } = input.values[0]!;
  const order = seriesOf(one(input))
    .flatMap(cellsOf)
    .sort((a, b) => b.value - a.value);
  const [top, bottom] = [order[0]!, order.at(-1)!];
  const highest = words.highest(label, top);
  return words.sentence([top.value === bottom.value ? highest : words.join([highest, words.lowest(bottom)])]);
}

function cellsOf({ label, points }: Series) {
  return present(points).map(({ value, text, label: at }) => ({ value, text, at: `${label} · ${at}` }));
}
