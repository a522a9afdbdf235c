/** Where a team's own specification asks for more than a chart may: found in what is written, before anything is drawn. */
import { type Bounded, countSteps, writtenBounds } from '../bounds/bounds.ts';
import { isRecord, type Path } from './json-schema.ts';

/** One number that is too large. */
export interface Excess {
  path: Path;
  bounded: Bounded;
  count: number;
  limit: number;
}

type Written = keyof typeof writtenBounds;

type Node = Record<string, unknown>;

/** In the order in which they are written. The specification must be Vega-Lite. */
export function findExcess(spec: unknown): Excess[] {
  const found = visitNode(spec, []);
  const views = countViews(spec);
  if (views <= writtenBounds.views) return found;
  const [most = []] = listRepeats(spec, [])
    .sort((a, b) => b.size - a.size)
    .map(({ path }) => path);
  return [...found, { path: most, bounded: 'views', count: views, limit: writtenBounds.views }];
}

function visitNode(node: unknown, path: Path): Excess[] {
  if (Array.isArray(node)) return node.flatMap((item, i) => visitNode(item, [...path, i]));
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key];
    // Rows say whatever they say.
    if (key === 'values' && path.at(-1) === 'data') return [];
    const limited = countWritten(key, value, node);
    const isTooMuch = limited && limited[1] > writtenBounds[limited[0]];
    const own = isTooMuch ? [toExcess(here, ...limited)] : [];
    return [...own, ...visitNode(value, here)];
  });
}

function toExcess(path: Path, bounded: Written, count: number): Excess {
  return { path, bounded, count, limit: writtenBounds[bounded] };
}

type Counted = [bounded: Written, count: number];

/** What a key makes, if it is one that makes many of something. */
function countWritten(key: string, value: unknown, node: Node): Counted | undefined {
  if (isRecord(value)) {
    if (key === 'sequence' || key === 'keyvals') return ['rows', countSequence(value)];
    if (key === 'graticule') return ['points', countGraticule(value)];
    if (key === 'bins' && 'start' in value && 'stop' in value) return ['bins', countSequence(value)];
    // Steps that do not grow never reach an end.
    if (key === 'bin') return ['bins', Number(value.base ?? 10) > 1 ? countBins(value) : Infinity];
    return undefined;
  }
  if (typeof value !== 'number') return undefined;
  if (key === 'tickCount') return ['ticks', value];
  if (key === 'order' && 'regression' in node) return ['order', value];
  if (key === 'step' && 'quantile' in node) return ['steps', countSteps(0, 1, value)];
  if (key === 'count' && ('scheme' in node || 'name' in node)) return ['colours', value];
  const isDensity = key === 'steps' || key === 'minsteps' || key === 'maxsteps';
  return isDensity && 'density' in node ? ['steps', value] : undefined;
}

function countSequence({ start = 0, stop = 0, step = 1 }: Node): number {
  // Vega takes a step of 0 for one of 1.
  return countSteps(Number(start), Number(stop), Number(step) || 1);
}

function countBins({ maxbins = 0, step, extent }: Node): number {
  const [from, to] = Array.isArray(extent) ? extent.map(Number) : [];
  if (typeof step !== 'number' || step === 0 || from === undefined || to === undefined)
    return Number(maxbins);
  return countSteps(from, to, step);
}

/** Points of all lines, on the whole globe or as far as is written. */
function countGraticule(given: Node): number {
  const { precision = 2.5, step } = given;
  const levels: [unknown, unknown][] = [
    [given.extentMinor ?? given.extent, given.stepMinor ?? step ?? [10, 10]],
    [given.extentMajor ?? given.extent, given.stepMajor ?? step ?? [90, 360]],
  ];
  const counts = levels.map(([extent, steps]) => {
    const [[west, south], [east, north]] = (extent ?? [
      [-180, -90],
      [180, 90],
    ]) as [[number, number], [number, number]];
    const [dx, dy] = steps as [number, number];
    const line = (from: number, to: number) => countSteps(from, to, Number(precision)) + 1;
    return countSteps(west, east, dx) * line(south, north) + countSteps(south, north, dy) * line(west, east);
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Marks, those of a part that is repeated counted each time. */
function countViews(node: unknown): number {
  if (!isRecord(node)) return 1;
  const parts = ['layer', 'concat', 'hconcat', 'vconcat'].flatMap((key) => {
    const list = node[key];
    return Array.isArray(list) ? list : [];
  });
  if (parts.length > 0) return parts.reduce<number>((sum, part) => sum + countViews(part), 0);
  return countRepeats(node.repeat) * ('spec' in node ? countViews(node.spec) : 1);
}

function countRepeats(repeat: unknown): number {
  if (Array.isArray(repeat)) return repeat.length;
  if (!isRecord(repeat)) return 1;
  return Object.values(repeat).reduce<number>(
    (all, list) => all * (Array.isArray(list) ? list.length : 1),
    1,
  );
}

/** Parts that repeat or hold others, with how many. */
function listRepeats(node: unknown, path: Path): { path: Path; size: number }[] {
  if (!isRecord(node)) return [];
  return ['repeat', 'spec', 'layer', 'concat', 'hconcat', 'vconcat'].flatMap((key) => {
    const value = node[key];
    const here = [...path, key];
    if (key === 'repeat') return value === undefined ? [] : [{ path: here, size: countRepeats(value) }];
    if (!Array.isArray(value)) return listRepeats(value, here);
    const inner = value.flatMap((part, i) => listRepeats(part, [...here, i]));
    return [{ path: here, size: value.length }, ...inner];
  });
}
