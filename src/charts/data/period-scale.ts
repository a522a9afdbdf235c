/** The axis of periods: one place each, missing ones too, labels thinned to those that fit. */
import type { Point } from '../../base/value-series.ts';
import { thinLabels } from '../draw/labels.ts';
import { fontSizes } from '../theme.ts';

/** `kind`: points for lines and areas, bands for columns. */
export function buildPeriodScale(points: readonly Point[], width: number, kind: 'point' | 'band' = 'point') {
  const texts = points.map((point) => point.label);
  const padding = kind === 'point' ? { padding: 0.15 } : { paddingInner: 0.24, paddingOuter: 0.12 };
  const slot = width / Math.max(1, points.length - (kind === 'point' ? 0.7 : 0));
  const named = Object.fromEntries(
    thinLabels(texts, slot, fontSizes.small).map((i) => [points[i]!.key, points[i]!.label]),
  );
  return {
    field: 'key',
    type: 'ordinal',
    scale: { type: kind, domain: points.map((point) => point.key), ...padding },
    axis: {
      title: null,
      domain: true,
      values: Object.keys(named),
      labelExpr: `(${JSON.stringify(named)})[datum.value]`,
    },
  };
}
