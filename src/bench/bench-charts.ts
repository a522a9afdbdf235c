/**
 * `npm run bench -- charts [COUNT]`: charts of six kinds drawn as a build draws them, with no drawing kept (cold) and
 * with all of them kept (warm), beside the plain loop compile → parse → toSVG over the same specifications in the
 * same run. Half of the loop goes before and half after, so that both meet the same machine.
 */
import * as vega from 'vega';
import { compile } from 'vega-lite';
import { formatNumber } from '../base/number-format.ts';
import type { Point } from '../base/value-series.ts';
import { ChartPool } from '../charts/draw/pool.ts';
import type { ChartInput, ChartValue } from '../charts/input.ts';
import type { Spec } from '../charts/kind.ts';
import { type Kind, kinds } from '../charts/kinds/kinds.ts';
import { buildThemeConfig, chartWidth } from '../charts/theme.ts';
import { makeScratch, removeScratch } from '../files/door.ts';
import { measureTime } from './measure-time.ts';

const benchKinds: Kind[] = ['trend', 'cost-comparison', 'channels', 'bars', 'funnel', 'heat'];

/** Lines to print. */
export async function benchCharts(count: number): Promise<string> {
  const specs = Array.from({ length: count }, (_, i) => createSpec(benchKinds[i % benchKinds.length]!, i));
  const folder = makeScratch();
  try {
    const half = Math.floor(count / 2);
    const before = await measureDrawing(() => drawInPlainLoop(specs.slice(0, half)));
    const cold = await measureDrawing(() => drawAll(specs, folder));
    const warm = await measureDrawing(() => drawAll(specs, folder));
    const after = await measureDrawing(() => drawInPlainLoop(specs.slice(half)));
    const loop = { seconds: before.seconds + after.seconds, bytes: before.bytes + after.bytes };
    return [
      formatRow('plain loop', loop, loop),
      formatRow('cold', cold, loop),
      formatRow('warm', warm, loop),
      `SVG ${(cold.bytes / count / 1e3).toFixed(1)} kB a chart, ${((100 * cold.bytes) / loop.bytes).toFixed(1)} % of Vega's ${(loop.bytes / count / 1e3).toFixed(1)} kB`,
    ].join('\n');
  } finally {
    removeScratch(folder);
  }
}

interface Measurement {
  seconds: number;
  bytes: number;
}

async function measureDrawing(work: () => Promise<string[]>): Promise<Measurement> {
  const { result, clock } = await measureTime(work);
  return { seconds: clock, bytes: result.reduce((sum, svg) => sum + Buffer.byteLength(svg), 0) };
}

function formatRow(name: string, { seconds }: Measurement, loop: Measurement): string {
  const ratio = `${(loop.seconds / seconds).toFixed(1)}×`;
  return `${name.padEnd(12)} ${`${seconds.toFixed(2)} s`.padStart(9)} ${ratio.padStart(8)}`;
}

async function drawInPlainLoop(specs: readonly Spec[]): Promise<string[]> {
  const drawings: string[] = [];
  for (const spec of specs) {
    const dataflow = vega.parse(compile(spec, { config: buildThemeConfig() }).spec);
    const view = new vega.View(dataflow, { renderer: 'none' });
    drawings.push(await view.toSVG());
    view.finalize();
  }
  return drawings;
}

async function drawAll(specs: readonly Spec[], cache: string): Promise<string[]> {
  const pool = new ChartPool();
  try {
    const drawings = await Promise.all(
      specs.map((spec, i) => pool.draw({ spec }, { cache, group: benchKinds[i % benchKinds.length]! })),
    );
    return drawings.map(({ svg }) => svg);
  } finally {
    await pool.close();
  }
}

/** The kind's example with other numbers, all different and without chance: the golden ratio spreads. */
function createSpec(kind: Kind, seed: number): Spec {
  const input = kinds[kind].example.input('zh');
  const values = input.values.map((value) => varyValue(value, input, seed));
  return kinds[kind].buildSpec({ ...input, values }, chartWidth);
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
