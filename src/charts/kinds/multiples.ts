import { z } from 'zod';
import type { Claim } from '../../base/claims/claim.ts';
import { makeRank } from '../../base/claims/make-claims.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { buildFirstSeries, buildSeriesTable, filterPresent, type Series } from '../data/chart-series.ts';
import { listCellMembers } from '../data/claim-members.ts';
import { findTimeGrain } from '../data/time-keys.ts';
import { validateTwoDimensions } from '../data/value-parts.ts';
import { buildNumberAxis, formatAxisTitle, selectMagnitude } from '../draw/number-axis.ts';
import { buildExampleInput, buildExampleWeeks } from '../example.ts';
import type { ChartInput, PanelForm } from '../input.ts';
import type { ChartKind, InputError, Spec } from '../kind.ts';
import { buildTitle, buildTitleLines } from '../layout/chart-heading.ts';
import { type PanelPlot, panelMarks, plotBuilders, reshapeSeries } from '../layout/panel-forms.ts';
import { buildPlotPanels } from '../layout/panel-plots.ts';
import type { Panels } from '../layout/panels.ts';
import { buildPlotAxis, formatPlotTitle } from '../layout/plot.ts';
import { buildBarPanels, buildLinePanels, type PanelSet } from '../layout/series-panels.ts';
import { attributes, columnAttributes, filterAttributes } from '../props.ts';

const panelLimits = { panels: 24, parts: 12 };

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
    ...filterAttributes,
    ...columnAttributes,
    panel: z
      .string()
      .optional()
      .describe(
        '每一小格画哪一种图，例如 ecdf；不写时按时间画线、按部分画条（kind of the panels, by default lines over time and bars)',
      ),
  }),
  panel: { zh: '小多图里不能再有小多图', en: 'panels hold no panels' },
  validate,
  buildSpec,
  listClaims,
  buildTable: (input) =>
    buildSeriesTable(buildFirstSeries(input), chartWords[input.language][isTimed(input) ? 'period' : 'part']),
  example: {
    tag: '<Figure kind="multiples" of="活跃用户" by="week, channel" id="multiples" />',
    metrics: '活跃用户: { metric: active_users, from: events }',
    input: (language) =>
      buildExampleInput(language, {
        name: { zh: '活跃用户', en: 'Active users' },
        unit: '人',
        points: buildExampleWeeks(language, [
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

function isTimed({ values }: ChartInput): boolean {
  return findTimeGrain(values[0]?.points.map(({ key }) => key) ?? []) !== undefined;
}

function validate(input: ChartInput): InputError | undefined {
  const inputError = validateTwoDimensions(input);
  if (inputError) return inputError;
  const series = buildPanelSeries(input);
  const parts = series[0]?.points.length ?? 0;
  const name = input.values[0]!.name;
  const form = resolveForm(input);
  if (form === 'dots' && series.some(({ points }) => points.some(({ key }) => Number.isNaN(Number(key)))))
    return { why: 'needs-values', name };
  const tooMany =
    series.length > panelLimits.panels || (panelMarks[form] === 'bars' && parts > panelLimits.parts);
  return tooMany ? { why: 'too-many-series', name, text: `${series.length} × ${parts}` } : undefined;
}

/** As the author names it; else lines over time, and bars without. */
function resolveForm(input: ChartInput): PanelForm {
  return input.panel ?? (isTimed(input) ? 'line' : 'bars');
}

function buildPanelSeries(input: ChartInput): Series[] {
  const form = resolveForm(input);
  return buildFirstSeries(input).map((series) => reshapeSeries(series, form, input));
}

function buildSpec(input: ChartInput, fullWidth: number): Spec {
  const form = resolveForm(input);
  const plot = plotBuilders[form];
  return plot
    ? buildPlotSpec(input, fullWidth, plot(buildPanelSeries(input), input))
    : buildSeriesSpec(input, fullWidth);
}

/** Panels along an axis of numbers. */
function buildPlotSpec(input: ChartInput, fullWidth: number, plot: PanelPlot): Spec {
  const { language } = input;
  const heights = plot.points.flatMap((spots) => spots.flatMap(({ y }) => y ?? []));
  const upright = buildPlotAxis(heights, plot.unit, language, { count: 2 });
  const mark = panelMarks[resolveForm(input)] as 'line' | 'columns' | 'dots';
  const panels = buildPlotPanels({
    series: buildPanelSeries(input),
    plot,
    mark,
    vertical: upright,
    language,
    fullWidth,
  });
  const title = formatPlotTitle(plot.vertical, plot.unit, upright, language);
  return buildLayeredSpec(
    panels,
    buildTitleLines([title, ...(plot.horizontal ? [`→ ${plot.horizontal}`] : [])], fullWidth, { offset: 8 }),
  );
}

/** Panels along the points of the series. */
function buildSeriesSpec(input: ChartInput, fullWidth: number): Spec {
  const { language } = input;
  const mark = panelMarks[resolveForm(input)];
  const series = buildPanelSeries(input);
  const { unit, value } = series[0]!;
  const numbers = series.flatMap((line) => filterPresent(line.points).map((point) => point.value));
  const axis = buildNumberAxis(numbers, { count: 2 });
  const size = selectMagnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const set: PanelSet = { series, axis, size, unit, language, fullWidth, colours: input.colours };
  const panels = mark === 'bars' ? buildBarPanels(set) : buildLinePanels(set, mark === 'area');
  return buildLayeredSpec(
    panels,
    buildTitle(formatAxisTitle(value.label, unit, size, language), fullWidth, { offset: 8 }),
  );
}

function buildLayeredSpec({ layers, width, height }: Panels, title: object): Spec {
  return { title, width, height, layer: layers } as Spec;
}

function listClaims(input: ChartInput): Claim[] {
  return makeRank(listCellMembers(buildFirstSeries(input)), { of: input.values[0]!.label });
}
