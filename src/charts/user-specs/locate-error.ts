/** Which part of a team's own specification makes a chart too large. */
import { isRecord, type Path } from './json-schema.ts';

/**
 * The mark whose items Vega-Lite has named so: `concat_1_layer_0_marks` is `vconcat.1.layer.0.mark`, `child_marks`
 * is `spec.mark`. Where a part is not found, as with the parts of a box plot, the nearest that was written.
 */
export function locateMark(spec: unknown, name: string): Path {
  const path: Path = [];
  let node = spec;
  for (const [, part, index] of name.matchAll(/(concat|layer|child)_(?:(\d+)_)?/g)) {
    const key = listCompositionKeys(part!).find((one) => isRecord(node) && one in node);
    if (key === undefined || !isRecord(node)) continue;
    const steps: Path = index === undefined || key === 'spec' ? [key] : [key, Number(index)];
    path.push(...steps);
    node = steps.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)[step], node);
  }
  return isRecord(node) && 'mark' in node ? [...path, 'mark'] : path;
}

function listCompositionKeys(part: string): string[] {
  if (part === 'concat') return ['hconcat', 'vconcat', 'concat'];
  return part === 'layer' ? ['layer'] : ['spec'];
}

/** Transforms that make more rows of few, or that keep all rows in view of each. */
const growingTransforms =
  'impute density flatten fold lookup window joinaggregate loess regression quantile stack'.split(' ');

/** What makes a view of every value. */
const facetKeys = ['facet', 'row', 'column', 'repeat'];

/** The part most likely to make rows without end: a long sequence, else a transform that makes rows; the whole without one. */
export function locateRowGrowth(spec: unknown): Path {
  const found = collectGrowthParts(spec, []);
  const worst = found.sort((a, b) => b.weight - a.weight)[0];
  return worst?.path ?? [];
}

/** What it is in a specification that asks for too much, by Vega's name of the part that makes it. */
const boundKeys: Record<string, readonly string[]> = {
  kde: ['density'],
  bins: ['bins', 'bin'],
  aggregate: facetKeys,
  facet: facetKeys,
};

/** The first key or expression that a part of Vega comes from; of a list that Vega-Lite makes itself, the bins; else the whole. */
export function locateBound(spec: unknown, part: string): Path {
  const keys = boundKeys[part] ?? [part];
  const parts = listParts(spec, []);
  const found =
    parts.find(({ path, value }) => keys.includes(String(path.at(-1))) && value !== null) ??
    parts.find(({ value }) => typeof value === 'string' && value.includes(`${part}(`)) ??
    parts.find(({ path }) => part === 'sequence' && path.at(-1) === 'bin');
  return found?.path ?? [];
}

function listParts(node: unknown, path: Path): { path: Path; value: unknown }[] {
  const inner: [string | number, unknown][] = Array.isArray(node)
    ? [...node.entries()]
    : isRecord(node)
      ? Object.entries(node)
      : [];
  return inner.flatMap(([key, value]) => [
    { path: [...path, key], value },
    ...listParts(value, [...path, key]),
  ]);
}

/** The longest text of the specification, from three characters, that a message of Vega's quotes; the whole without one. */
export function locateQuotedText(spec: unknown, message: string): Path {
  let best: { path: Path; length: number } = { path: [], length: 2 };
  const visit = (node: unknown, path: Path): void => {
    if (typeof node === 'string' && node.length > best.length && message.includes(node))
      best = { path, length: node.length };
    if (Array.isArray(node)) for (const [i, item] of node.entries()) visit(item, [...path, i]);
    else if (isRecord(node)) for (const [key, value] of Object.entries(node)) visit(value, [...path, key]);
  };
  visit(spec, []);
  return best.path;
}

interface GrowthPart {
  path: Path;
  weight: number;
}

function collectGrowthParts(node: unknown, path: Path): GrowthPart[] {
  if (Array.isArray(node)) return node.flatMap((item, i) => collectGrowthParts(item, [...path, i]));
  if (!isRecord(node)) return [];
  return Object.entries(node).flatMap(([key, value]) => {
    const here = [...path, key];
    return [...weighPart(key, value, here, path), ...collectGrowthParts(value, here)];
  });
}

function weighPart(key: string, value: unknown, here: Path, path: Path): GrowthPart[] {
  if (key === 'sequence' && isRecord(value)) return [{ path: here, weight: countSequenceSteps(value) }];
  if (key === 'graticule') return [{ path: here, weight: 1e3 }];
  const inTransform = path.at(-2) === 'transform';
  if (facetKeys.includes(key) && path.at(-2) !== 'config') return [{ path: here, weight: 1 }];
  return inTransform && growingTransforms.includes(key) ? [{ path: here, weight: 1e4 }] : [];
}

function countSequenceSteps({ start = 0, stop = Number.NaN, step = 1 }: Record<string, unknown>): number {
  const length = (Number(stop) - Number(start)) / Number(step);
  // One that is computed may be of any length.
  return Number.isFinite(length) ? length : Number.MAX_VALUE;
}
