/**
 * A team's own Vega-Lite specification, made safe before anything of it runs: data by name only,
 * nothing that leads out of the chart. What is handed on is data; the drawing thread loads nothing either.
 */
import type { Path } from './json-schema.ts';
import type { Spec } from './kind.ts';
import { type PaletteName, paletteNames } from './palette.ts';
import { chartWidth, colour } from './theme.ts';

/** What a specification may not hold; `path` leads to it. */
export interface Refusal {
  why: 'url' | 'inline' | 'shape';
  path: Path;
  /** The offending text, or what is wrong. */
  found: string;
}

export interface OwnSpec {
  /** Without data; `fillData` puts the rows in. */
  spec: Record<string, unknown>;
  /** Names of the data it draws, with where each is asked for. */
  data: { name: string; path: Path }[];
  /** Where rows are written into the specification. */
  written: Path[];
  /** Whether Vega-Lite makes data of its own. */
  made: boolean;
  refusals: Refusal[];
}

/** Reads a specification as parsed from YAML; `written` is not changed. */
export function readOwnSpec(written: unknown): OwnSpec {
  if (!isObject(written))
    return {
      spec: {},
      data: [],
      written: [],
      made: false,
      refusals: [{ why: 'shape', path: [], found: 'mark, encoding' }],
    };
  const { $schema, usermeta, ...spec } = structuredClone(written);
  const found: OwnSpec = { spec, data: [], written: [], made: false, refusals: [] };
  if (typeof $schema === 'string' && $schema.includes('/vega/'))
    found.refusals.push({ why: 'shape', path: ['$schema'], found: 'Vega ≠ Vega-Lite' });
  walk(spec, [], found);
  if (found.refusals.length === 0 && found.data.length === 0) refuseWithoutData(found);
  found.spec = sized(prepared(spec) as Record<string, unknown>);
  return found;
}

const outward = new Set(['url', 'href', 'baseURL', 'loader', 'ariaHref']);

function walk(node: unknown, path: Path, found: OwnSpec): void {
  if (Array.isArray(node)) for (const [i, item] of node.entries()) walk(item, [...path, i], found);
  if (!isObject(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const here = [...path, key];
    if (outward.has(key)) refuse(found, 'url', here, value);
    else if (key === 'datasets') refuse(found, 'inline', here, value);
    else if (key === 'data') readData(value, here, found);
    else if (key === 'mark' && markType(value) === 'image') refuse(found, 'url', here, 'image');
    else walk(value, here, found);
  }
}

function markType(mark: unknown): unknown {
  return isObject(mark) ? mark.type : mark;
}

/** Data that Vega-Lite makes itself: steps of a formula, the grid and the outline of the globe. */
const generators = new Set(['sequence', 'graticule', 'sphere']);

/** `data: { name }`, at the top, in a layer, or in a lookup; `null` is no data. */
function readData(data: unknown, path: Path, found: OwnSpec): void {
  if (data === null) return;
  if (!isObject(data)) {
    refuse(found, 'inline', path, data);
    return;
  }
  const keys = Object.keys(data).filter((key) => key !== 'format');
  if (typeof data.url === 'string') refuse(found, 'url', [...path, 'url'], data.url);
  else if (keys.length === 1 && Array.isArray(data.values)) found.written.push(path);
  else if (keys.some((key) => generators.has(key))) found.made = true;
  else if (keys.length !== 1 || typeof data.name !== 'string') refuse(found, 'inline', path, data);
  else found.data.push({ name: data.name, path: [...path, 'name'] });
  walk(data.format, [...path, 'format'], found);
}

/** Rows written by hand may annotate a chart of the report's data, not make one. */
function refuseWithoutData(found: OwnSpec): void {
  const [first] = found.written;
  if (first) refuse(found, 'inline', first, 'values');
  else if (!found.made) refuse(found, 'shape', [], 'data: { name: … }');
}

function refuse(found: OwnSpec, why: Refusal['why'], path: Path, value: unknown): void {
  found.refusals.push({
    why,
    path,
    found: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  });
}

/** Colours of the team's own do not follow the theme: the drawing stands on a light ground, day and night. */
export function hasOwnColours(svg: string): boolean {
  const paints = [...svg.matchAll(/ (?:fill|stroke|stop-color)="([^"]*)"/g)];
  return paints.some(([, paint]) => !/^(var\(--[a-z0-9-]+\)|none|transparent|url\(.*\))$/.test(paint!));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const painted = new Set(['color', 'fill', 'stroke', 'labelColor', 'titleColor', 'range', 'background']);

/**
 * Ready for Vega-Lite. Palette names stand for the palette's colours, and continuous colour without a scale of its own
 * goes in steps: between two custom properties there is nothing to interpolate.
 */
function prepared(node: unknown, paint = false): unknown {
  if (Array.isArray(node)) return node.map((item) => prepared(item, paint));
  if (typeof node === 'string') return paint && isPaletteName(node) ? colour(node) : node;
  if (!isObject(node)) return node;
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
    const inside = paint ? key === 'value' || key === 'condition' || key === 'scale' : false;
    return [key, prepared(stepped(key, value), painted.has(key) || inside)];
  });
  // Vega-Lite asks every mark for its encoding, though its schema does not.
  if ('mark' in node && !('encoding' in node)) entries.push(['encoding', {}]);
  return Object.fromEntries(entries);
}

function stepped(key: string, value: unknown): unknown {
  if (!['color', 'fill', 'stroke'].includes(key) || !isObject(value) || value.type !== 'quantitative')
    return value;
  const scale = isObject(value.scale) ? value.scale : {};
  if (value.scale === null || 'type' in scale || 'range' in scale || 'scheme' in scale) return value;
  const range = (['s1', 's2', 's3', 's4', 's5', 's6', 's7'] as const).map(colour);
  return { ...value, scale: { ...scale, type: 'quantize', range } };
}

function isPaletteName(text: string): text is PaletteName {
  return (paletteNames as readonly string[]).includes(text);
}

/** A single view without a size of its own is as wide as the text. */
function sized(spec: Record<string, unknown>): Record<string, unknown> {
  const single = 'mark' in spec || 'layer' in spec;
  const faceted =
    isObject(spec.encoding) && ['row', 'column', 'facet'].some((key) => key in (spec.encoding as object));
  if (!single || faceted) return spec;
  const width = spec.width === undefined || spec.width === 'container' ? chartWidth - 80 : spec.width;
  const height = spec.height === 'container' ? undefined : spec.height;
  return { ...spec, width, ...(height === undefined ? { height: 260 } : { height }) };
}

/** The specification with the rows of each named set of data. */
export function fillData(
  spec: Record<string, unknown>,
  rows: Record<string, Record<string, unknown>[]>,
): Spec {
  return { ...spec, datasets: rows } as unknown as Spec;
}
