/** How the kinds look as one small panel among others: each is a reshaped series. */

import { formatBareNumber, formatNumber } from '../../base/number-format.ts';
import type { Point } from '../../base/value-series.ts';
import { distributionWords } from '../../words/charts/distribution-words.ts';
import { filterPresent, type Series } from '../data/chart-series.ts';
import { computeBins } from '../data/distribution.ts';
import { computeLorenzCurve } from '../data/gini.ts';
import { formatPercent } from '../data/percent-text.ts';
import { formatAxisTitle } from '../draw/number-axis.ts';
import type { ChartInput, PanelForm } from '../input.ts';

/** A point of a panel whose axis is one of numbers. */
export interface PanelPoint {
  x: number;
  y: number | null;
  text: string;
}

/** What the panels of a form are made of. */
export const panelMarks: Record<PanelForm, 'line' | 'area' | 'columns' | 'dots' | 'bars'> = {
  line: 'line',
  sum: 'line',
  area: 'area',
  bars: 'bars',
  sorted: 'bars',
  share: 'bars',
  ranked: 'columns',
  histogram: 'columns',
  ecdf: 'line',
  lorenz: 'line',
  dots: 'dots',
};

/** The series of a panel along its points: added up, sorted, or as shares of their sum. */
export function reshapeSeries(series: Series, form: PanelForm, { language }: ChartInput): Series {
  const shown = (point: Point, value: number, unit: string): Point => ({
    ...point,
    value,
    text: formatNumber(value, { unit, language, ...(unit === '%' && { digits: 1 }) }),
  });
  if (form === 'sorted')
    return { ...series, points: filterPresent(series.points).toSorted((a, b) => b.value - a.value) };
  if (form === 'share') {
    const sum = filterPresent(series.points).reduce((all, { value }) => all + value, 0);
    const points = filterPresent(series.points).map((point) =>
      shown(point, (100 * point.value) / (sum || 1), '%'),
    );
    return { ...series, unit: '%', points };
  }
  if (form !== 'sum') return series;
  let total = 0;
  const points = series.points.map((point) => {
    if (point.value === null) return point;
    total += point.value;
    return shown(point, total, series.unit);
  });
  return { ...series, points };
}

/** The panels of a form along numbers: what stands upright, what runs along, and the spots of each. */
export interface PanelPlot {
  /** What stands upright, and its unit. */
  vertical: string;
  unit: string;
  /** What runs along, with its unit. */
  horizontal: string;
  points: PanelPoint[][];
  /** Of a column; spots stand at their left edges. */
  step: number;
}

type PlotBuilder = (series: readonly Series[], input: ChartInput) => PanelPlot;

const listNumbers = ({ points }: Series) => filterPresent(points).map(({ value }) => value);

/** Counts of all in the same bins; those far out are one column at the end. */
const buildHistogram: PlotBuilder = (series, { language }) => {
  const words = distributionWords[language];
  const [{ unit, value }] = series as [Series];
  const bare = (number: number) => formatBareNumber(number, language);
  const numbers = series.map(listNumbers);
  const { bins, beyond } = computeBins(numbers.flat());
  const end = bins.at(-1)!.to;
  const step = bins[0]!.to - bins[0]!.from;
  const points = numbers.map((own) => {
    const within = bins.map(({ from, to }): PanelPoint => {
      const count = own.filter((one) => one >= from && (one < to || (one === to && to === end))).length;
      return toPoint(from, count, words.between(bare(from), formatNumber(to, { unit, language })));
    });
    const over = own.filter((one) => one > end).length;
    return beyond > 0 ? [...within, toPoint(end, over, words.over(bare(end)))] : within;
  });
  function toPoint(x: number, y: number, range: string): PanelPoint {
    return { x, y, text: `${range} ${bare(y)}` };
  }
  return {
    vertical: words.count,
    unit: '',
    horizontal: formatAxisTitle(value.label, unit, plain, language),
    points,
    step,
  };
};

const buildEcdf: PlotBuilder = (series, { language }) => {
  const words = distributionWords[language];
  const [{ unit, value }] = series as [Series];
  const points = series.map((one) => {
    const sorted = listNumbers(one).toSorted((a, b) => a - b);
    return sorted.map((x, i): PanelPoint => {
      const share = (100 * (i + 1)) / sorted.length;
      return {
        x,
        y: share,
        text: words.upTo(formatNumber(x, { unit, language }), formatPercent(share, { language }, 0)),
      };
    });
  });
  return {
    vertical: words.runningShare,
    unit: '%',
    horizontal: formatAxisTitle(value.label, unit, plain, language),
    points,
    step: 0,
  };
};

const buildLorenz: PlotBuilder = (series, { language }) => {
  const words = distributionWords[language];
  const points = series.map((one) =>
    computeLorenzCurve(listNumbers(one)).map(
      ([x, y]): PanelPoint => ({
        x,
        y,
        text: `${formatPercent(x, { language }, 0)} → ${formatPercent(y, { language }, 0)}`,
      }),
    ),
  );
  return {
    vertical: words.amount(series[0]!.value.label),
    unit: '%',
    horizontal: words.members,
    points,
    step: 0,
  };
};

const buildRanking: PlotBuilder = (series, { language }) => {
  const [{ unit, value }] = series as [Series];
  const points = series.map((one) =>
    filterPresent(one.points)
      .toSorted((a, b) => b.value - a.value)
      .map((point, i): PanelPoint => ({ x: i + 1, y: point.value, text: `${point.label} ${point.text}` })),
  );
  return { vertical: value.label, unit, horizontal: distributionWords[language].rank, points, step: 1 };
};

const buildDots: PlotBuilder = (series, { table, language }) => {
  const [{ unit, value }] = series as [Series];
  const across = table?.columns.find(({ name }) => name === table.picked?.x);
  const points = series.map((one) =>
    filterPresent(one.points).map(
      ({ key, value: y, text }): PanelPoint => ({ x: Number(key), y, text: `${key} ${text}` }),
    ),
  );
  return {
    vertical: value.label,
    unit,
    horizontal: formatAxisTitle(across?.label ?? '', across?.unit ?? '', plain, language),
    points,
    step: 0,
  };
};

/** Panels are too small for axes in 万. */
const plain = { size: 1, name: '' };

/** The forms whose panels have an axis of numbers. */
export const plotBuilders: Partial<Record<PanelForm, PlotBuilder>> = {
  histogram: buildHistogram,
  ecdf: buildEcdf,
  lorenz: buildLorenz,
  ranked: buildRanking,
  dots: buildDots,
};
