/** Values with a curve behind them: what the kinds that draw such curves share. */
import type { Curve, CurvePoint } from '../../base/value-series.ts';
import type { ChartInput, ChartValue } from '../input.ts';
import type { InputError } from '../kind.ts';
import { resolveSeriesStyles, type SeriesStyle } from '../series-styles.ts';
import { categoryColours } from '../theme.ts';

/** A point whose `x` is a number. */
export type NumericPoint = CurvePoint & { x: number };

export interface CurveLine {
  value: ChartValue;
  points: NumericPoint[];
  style: SeriesStyle;
}

export function listCurveLines(input: Pick<ChartInput, 'values' | 'colours'>): CurveLine[] {
  const { values } = input;
  const styles = resolveSeriesStyles(
    values.map(({ label }) => [label]),
    input,
  );
  return values.map((value, i) => ({
    value,
    style: styles[i]!,
    points: (value.curve?.points ?? []).filter((point): point is NumericPoint => typeof point.x === 'number'),
  }));
}

/** `metrics`: those that have such a curve, for the cure. */
export function validateCurve(
  { values }: ChartInput,
  form: Curve['form'],
  metrics: string,
): InputError | undefined {
  if (values.length === 0) return { why: 'empty', name: '' };
  for (const { name, curve, value } of values) {
    if (curve?.form !== form) return { why: value === null ? 'empty' : 'needs-curve', name, text: metrics };
    if (curve.points.length === 0) return { why: 'empty', name };
  }
  return values.length > categoryColours.length
    ? { why: 'too-many-series', name: values[0]!.name, text: String(values.length) }
    : undefined;
}

/** Names apart in a table of several values. */
export function formatLinePrefix({ values }: Pick<ChartInput, 'values'>, { value }: CurveLine): string {
  return values.length > 1 ? `${value.label} · ` : '';
}
