/** Charts of six kinds by Vega alone: what drawing costs at the least, and a measure of the machine. */
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { formatNumber } from '../../base/number-format.ts';
import type { Point } from '../../base/value-series.ts';
import type { ChartInput, ChartValue } from '../../charts/input.ts';
import type { Spec } from '../../charts/kind.ts';
import { type Kind, kinds } from '../../charts/kinds/kinds.ts';
import { buildThemeConfig, chartWidth } from '../../charts/theme.ts';
import { measureTime } from '../measure-time.ts';

export const benchKinds: Kind[] = ['trend', 'cost-comparison', 'channels', 'bars', 'funnel', 'heat'];

/** Compile, parse, SVG, one after the other. */
export async function drawInPlainLoop(specs: readonly Spec[]): Promise<string[]> {
  const drawings: string[] = [];
  for (const spec of specs) {
    const dataflow = vega.parse(compile(spec, { config: buildThemeConfig() }).spec);
    const view = new vega.View(dataflow, { renderer: 'none' });
    drawings.push(await view.toSVG());
    view.finalize();
  }
  return drawings;
}

/** Seconds of a hundred charts, in this process. */
export async function measureYardstick(): Promise<number> {
  const specs = Array.from({ length: 100 }, (_, i) => createSpec(i, chartWidth));
  const { clock } = await measureTime(() => drawInPlainLoop(specs));
  return clock;
}

/** An example of a kind with other numbers, all different and without chance: the golden ratio spreads. */
export function createSpec(seed: number, width: number): Spec {
  const kind = kinds[benchKinds[seed % benchKinds.length]!];
  const input = kind.example.input('zh');
  const values = input.values.map((value) => varyValue(value, input, seed));
  return kind.buildSpec({ ...input, values }, width);
}

function varyValue(value: ChartValue, { language }: ChartInput, seed: number): ChartValue {
  const formatValue = (number: number | null) => formatNumber(number, { unit: value.unit, language });
  const computeFactor = (i: number) => 0.5 + (((seed * 31 + i) * 0.618034) % 1);
  const points = value.points.map((point, i): Point => {
    const number = point.value === null ? null : Math.round(point.value * computeFactor(i) * 100) / 100;
    const counts = point.numerator !== undefined && { numerator: point.numerator! * computeFactor(i) };
    return { ...point, ...counts, value: number, text: formatValue(number) };
  });
  return { ...value, points };
}
