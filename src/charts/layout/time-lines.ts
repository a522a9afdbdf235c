/** Lines over time, each with its colour, dash and symbol, and the legend of those that are not named beside the plot. */
import type { Language } from '../../base/language.ts';
import type { Point } from '../../base/value-series.ts';
import { chartWords } from '../../words/charts/chart-words.ts';
import { measureColumn } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import type { SeriesStyle } from '../series-styles.ts';
import { fontSizes, getColour } from '../theme.ts';

export interface TimeLine {
  label: string;
  points: Point[];
  style: SeriesStyle;
  /** Label of its column in the chart's table, where that is not its label. */
  column?: string;
}

interface LineSet {
  lines: readonly TimeLine[];
  language: Language;
}

/** `legendWidth`: pixels of a legend that names the lines; undefined where they are named beside the plot. */
export function buildLineLayers({ lines, language }: LineSet, legendWidth: number | undefined) {
  const names = lines.map((line) => line.label);
  const ranged = <T>(pick: (style: SeriesStyle) => T) => ({
    domain: names,
    range: lines.map((line) => pick(line.style)),
  });
  const legend =
    legendWidth === undefined
      ? null
      : {
          title: null,
          columns: countLegendColumns(names, legendWidth),
          symbolSize: 90,
          symbolStrokeWidth: 0,
          labelExpr: `(${JSON.stringify(truncateNames(names, legendWidth - 84))})[datum.label]`,
        };
  const values = lines.flatMap((line) =>
    line.points.map((point) => ({
      ...buildRow(point, line.label, language),
      column: line.column ?? line.label,
    })),
  );
  // Long series would be a string of beads: they keep the last point, and those without a neighbour.
  // What hovers is then the line with its name; the script finds its points in the table.
  const dense = lines.some((line) => line.points.length > 24);
  const marked = lines.flatMap((line) =>
    line.points
      .filter((point, i) => point.value !== null && (!dense || isLastOrIsolated(line.points, i)))
      .map((point) => buildRow(point, line.label, language)),
  );
  const shared = {
    color: { field: 'series', type: 'nominal', scale: ranged(({ paint }) => getColour(paint)), legend },
  } as const;
  return [
    {
      data: { values },
      mark: { type: 'line', aria: dense, invalid: 'break-paths-show-domains' },
      encoding: {
        ...shared,
        ...(dense && { description: { field: 'column' } }),
        strokeDash: { field: 'series', type: 'nominal', scale: ranged(({ dash }) => dash), legend },
      },
    },
    {
      data: { values: marked },
      mark: { type: 'point', aria: !dense, opacity: 1 },
      encoding: {
        ...shared,
        shape: { field: 'series', type: 'nominal', scale: ranged(({ symbol }) => symbol), legend },
        description: { field: 'hover' },
      },
    },
  ];
}

function buildRow({ key, label, value, text }: Point, series: string, language: Language) {
  return { key, value, series, hover: chartWords[language].hover(`${series} · ${label}`, text) };
}

function isLastOrIsolated(points: readonly Point[], i: number): boolean {
  const has = (at: number) => (points[at]?.value ?? null) !== null;
  return !points.some((_, at) => at > i && has(at)) || (!has(i - 1) && !has(i + 1));
}

/** The names as a legend of so many pixels holds them. */
function truncateNames(names: readonly string[], width: number): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, truncateText(name, fontSizes.small, width)]));
}

function countLegendColumns(names: readonly string[], fullWidth: number): number {
  return Math.max(1, Math.floor((fullWidth - 60) / (measureColumn(names, fontSizes.small) + 44)));
}
