/** A chart's values as lines or panels: one series a value, or one a group of a value with two dimensions. */
import { isWeekKey } from '../../base/registry/training-weeks.ts';
import type { Point, TableRows } from '../../base/value-series.ts';
import { formatWeekName } from '../../words/week-names.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import { completeKeys, withGaps } from './time-keys.ts';
import { sortWeekdays } from './weekdays.ts';

export interface Series {
  label: string;
  /** Its group and its value: one of them is who it is about. */
  names: string[];
  unit: string;
  value: ChartValue;
  /** One point a key of the chart; a missing one has the value null. */
  points: Point[];
}

type SeriesInput = Pick<ChartInput, 'values' | 'training' | 'language'>;

/** Every series of the input over the same keys, in the order of the values and of their points. */
export function buildSeries({ values, training, language }: SeriesInput): Series[] {
  const labels = new Map(values.flatMap((value) => value.points.map((point) => [point.key, point.label])));
  const every = completeKeys(values.flatMap((value) => value.points.map((point) => point.key)));
  const keys = sortWeekdays(every, (key) => labels.get(key) ?? '');
  const nameGap = (key: string) =>
    training && isWeekKey(key) ? formatWeekName(key, training, language) : key;
  return values.flatMap((value) =>
    listGroups(value).map((group) => {
      const points = withGaps(
        value.points.filter((point) => point.group === group),
        keys,
      ).map((point) => ({ ...point, label: labels.get(point.key) ?? nameGap(point.key) }));
      const names = [...(group === undefined ? [] : [group]), value.label];
      return {
        label: formatSeriesLabel(value, group, values.length),
        names,
        unit: value.unit,
        value,
        points,
      };
    }),
  );
}

/** The group's name, with that of the value where there are several values. */
export function formatSeriesLabel({ label }: ChartValue, group: string | undefined, values: number): string {
  if (group === undefined) return label;
  return values > 1 ? `${label} · ${group}` : group;
}

export function listGroups(value: ChartValue): (string | undefined)[] {
  const groups = [...new Set(value.points.map((point) => point.group))];
  return sortWeekdays(groups, (group) => group ?? '');
}

/** The series of kinds that draw one value: those of the first. */
export function buildFirstSeries({ values, ...rest }: SeriesInput): Series[] {
  return buildSeries({ ...rest, values: values.slice(0, 1) });
}

/** The points that have a value. */
export function filterPresent(points: readonly Point[]): (Point & { value: number })[] {
  return points.filter((point): point is Point & { value: number } => point.value !== null);
}

/** Members down, series across. */
export function buildSeriesTable(series: readonly Series[], member: string): TableRows {
  return {
    columns: [
      createColumn('key', member, 'left'),
      ...series.map(({ label }, i) => createColumn(`s${i + 1}`, label)),
    ],
    rows: (series[0]?.points ?? []).map((point, i) => [
      point.label,
      ...series.map(({ points }) => points[i]?.text ?? '—'),
    ]),
  };
}

/** A column of the numbers of a chart. */
export function createColumn(
  name: string,
  label: string,
  align: 'left' | 'right' = 'right',
): TableRows['columns'][number] {
  return { name, label, unit: '', align };
}
