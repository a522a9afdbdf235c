/** Plots of numbers against numbers: axes whose labels are known as texts, and with them the room they take. */
import type { Language } from '../../base/language.ts';
import { formatNumber } from '../../base/number-format.ts';
import { measureColumn } from '../draw/labels.ts';
import { truncateText } from '../draw/measure-text.ts';
import {
  buildNumberAxis,
  formatAxisTitle,
  type Magnitude,
  type NumberAxis,
  selectMagnitude,
} from '../draw/number-axis.ts';
import { fontSizes } from '../theme.ts';

export interface PlotAxis extends NumberAxis {
  size: Magnitude;
  /** One a tick. */
  texts: string[];
}

/** An axis around `values` with about `count` steps; its labels carry `%` where that is the unit. */
export function buildPlotAxis(
  values: readonly number[],
  unit: string,
  language: Language,
  options: { count?: number; free?: boolean } = {},
): PlotAxis {
  const axis = buildNumberAxis(values, options);
  const size = selectMagnitude(Math.max(Math.abs(axis.low), Math.abs(axis.high)), language);
  const digits = countDecimals(axis.ticks.map((tick) => tick / size.size));
  const style = { unit: unit === '%' ? unit : '', language, digits };
  return { ...axis, size, texts: axis.ticks.map((tick) => formatNumber(tick / size.size, style)) };
}

/** The axis with those of its ticks that are wanted. */
export function withTicks(axis: PlotAxis, wanted: (tick: number) => boolean): PlotAxis {
  const kept = axis.ticks
    .map((tick, i) => ({ tick, text: axis.texts[i]! }))
    .filter(({ tick }) => wanted(tick));
  return { ...axis, ticks: kept.map(({ tick }) => tick), texts: kept.map(({ text }) => text) };
}

/** The decimals that tell all the numbers, at most 6. */
function countDecimals(numbers: readonly number[]): number {
  const isExact = (digits: number) =>
    numbers.every((one) => Math.abs(Number(one.toFixed(digits)) - one) <= 1e-9 * Math.max(1, Math.abs(one)));
  return [0, 1, 2, 3, 4, 5].find(isExact) ?? 6;
}

/** Steps of an axis `width` pixels long. */
export function countSteps(width: number): number {
  return Math.max(2, Math.min(6, Math.floor(width / 80)));
}

/** Pixels beside the plot for the labels of an upright axis. */
export function measureLabelRoom({ texts }: PlotAxis): number {
  return measureColumn(texts, fontSizes.small) + 12;
}

export function toPixel({ low, high }: NumberAxis, value: number, length: number): number {
  return ((value - low) / (high - low)) * length;
}

/** The encoding of a level axis, its title at the right end. */
export function buildHorizontalScale(axis: PlotAxis, title: string, width: number, more: object = {}) {
  const shown = truncateText(title, fontSizes.small, width);
  return buildScale(axis, { orient: 'bottom', domain: true, title: shown, titleAnchor: 'end', ...more });
}

/** The encoding of an upright axis; its title stands over the plot. */
export function buildVerticalScale(axis: PlotAxis, more: object = {}) {
  return buildScale(axis, { title: null, ...more });
}

/** Vega drops every other tick where there are more than `tickCount`. */
function buildScale({ low, high, ticks, texts }: PlotAxis, axis: object) {
  const named = Object.fromEntries(ticks.map((tick, i) => [tick, texts[i]!]));
  return {
    type: 'quantitative',
    scale: { domain: [low, high], nice: false, zero: false },
    axis: {
      values: ticks,
      tickCount: ticks.length,
      labelExpr: `(${JSON.stringify(named)})[datum.value]`,
      ...axis,
    },
  };
}

export function formatPlotTitle(label: string, unit: string, axis: PlotAxis, language: Language): string {
  return formatAxisTitle(label, unit === '%' ? '' : unit, axis.size, language);
}
