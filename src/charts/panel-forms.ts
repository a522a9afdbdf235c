/** How the kinds look as one small panel among others: each is a reshaped series. */

import type { Language } from '../base/language.ts';
import { showNumber } from '../base/number-format.ts';
import type { Point } from '../base/series.ts';
import { spreadWords } from '../words/spreads.ts';
import { lorenzCurve } from './gini.ts';
import type { ChartInput, PanelForm } from './input.ts';
import { present, type Series } from './series.ts';
import { binsOf } from './spread.ts';

/** A point of a panel whose axis is one of numbers. */
export interface Spot {
  x: number;
  y: number | null;
  text: string;
}

/** What the panels of a form are made of. */
export const marks: Record<PanelForm, 'line' | 'area' | 'columns' | 'dots' | 'bars'> = {
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
export function reshaped(series: Series, form: PanelForm, { language }: ChartInput): Series {
  const shown = (point: Point, value: number, unit: string): Point => ({
    ...point,
    value,
    text: showNumber(value, { unit, language, ...(unit === '%' && { digits: 1 }) }),
  });
  if (form === 'sorted')
    return { ...series, points: present(series.points).toSorted((a, b) => b.value - a.value) };
  if (form === 'share') {
    const sum = present(series.points).reduce((all, { value }) => all + value, 0);
    const points = present(series.points).map((point) => shown(point, (100 * point.value) / (sum || 1), '%'));
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
export interface Plotted {
  /** What stands upright, and its unit. */
  upright: string;
  unit: string;
  /** What runs along, with its unit. */
  along: string;
  spots: Spot[][];
  /** Of a column; spots stand at their left edges. */
  step: number;
}

type Plot = (series: readonly Series[], input: ChartInput) => Plotted;

const numbersOf = ({ points }: Series) => present(points).map(({ value }) => value);

/** Counts of all in the same bins; those far out are one column at the end. */
const histogram: Plot = (series, { language }) => {
  const words = spreadWords[language];
  const [{ unit, value }] = series as [Series];
  const bare = (number: number) => showNumber(number, { unit: '', language });
  const numbers = series.map(numbersOf);
  const { bins, beyond } = binsOf(numbers.flat());
  const end = bins.at(-1)!.to;
  const step = bins[0]!.to - bins[0]!.from;
  const spots = numbers.map((own) => {
    const within = bins.map(({ from, to }): Spot => {
      const count = own.filter((one) => one >= from && (one < to || (one === to && to === end))).length;
      return spot(from, count, words.between(bare(from), showNumber(to, { unit, language })));
    });
    const over = own.filter((one) => one > end).length;
    return beyond > 0 ? [...within, spot(end, over, words.over(bare(end)))] : within;
  });
  function spot(x: number, y: number, range: string): Spot {
    return { x, y, text: `${range} ${bare(y)}` };
  }
  return { upright: words.count, unit: '', along: axisName(value.label, unit), spots, step };
};

const ecdf: Plot = (series, { language }) => {
  const words = spreadWords[language];
  const [{ unit, value }] = series as [Series];
  const spots = series.map((one) => {
    const sorted = numbersOf(one).toSorted((a, b) => a - b);
    return sorted.map((x, i): Spot => {
      const share = (100 * (i + 1)) / sorted.length;
      return { x, y: share, text: words.upTo(showNumber(x, { unit, language }), percent(share, language)) };
    });
  });
  return { upright: words.runningShare, unit: '%', along: axisName(value.label, unit), spots, step: 0 };
};

const lorenz: Plot = (series, { language }) => {
  const words = spreadWords[language];
  const spots = series.map((one) =>
    lorenzCurve(numbersOf(one)).map(
      ([x, y]): Spot => ({ x, y, text: `${percent(x, language)} → ${percent(y, language)}` }),
    ),
  );
  return { upright: words.amount(series[0]!.value.label), unit: '%', along: words.members, spots, step: 0 };
};

const ranked: Plot = (series, { language }) => {
  const [{ unit, value }] = series as [Series];
  const spots = series.map((one) =>
    present(one.points)
      .toSorted((a, b) => b.value - a.value)
      .map((point, i): Spot => ({ x: i + 1, y: point.value, text: `${point.label} ${point.text}` })),
  );
  return { upright: value.label, unit, along: spreadWords[language].rank, spots, step: 1 };
};

const dots: Plot = (series, { table }) => {
  const [{ unit, value }] = series as [Series];
  const across = table?.columns.find(({ name }) => name === table.picked?.x);
  const spots = series.map((one) =>
    present(one.points).map(
      ({ key, value: y, text }): Spot => ({ x: Number(key), y, text: `${key} ${text}` }),
    ),
  );
  return {
    upright: value.label,
    unit,
    along: axisName(across?.label ?? '', across?.unit ?? ''),
    spots,
    step: 0,
  };
};

const percent = (share: number, language: Language) => showNumber(share, { unit: '%', language, digits: 0 });
const axisName = (label: string, unit: string) => (unit ? `${label}（${unit}）` : label);

/** The forms whose panels have an axis of numbers. */
export const plots: Partial<Record<PanelForm, Plot>> = { histogram, ecdf, lorenz, ranked, dots };
