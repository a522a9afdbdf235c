/**
 * A team's own Vega-Lite specification, made safe before anything of it runs: data by name only,
 * nothing that leads out of the chart. What is handed on is data; the drawing thread loads nothing either.
 */

import type { Spec } from '../kind.ts';
import { type PaletteName, paletteNames } from '../palette.ts';
import { chartWidth, getColour } from '../theme.ts';
import { isRecord, type Path } from './json-schema.ts';

/** What a specification may not hold; `path` leads to it. */
export interface Refusal {
  why: 'url' | 'inline' | 'shape';
  path: Path;
  /** The offending text, or what is wrong. */
  found: string;
}

export interface UserSpec {
  /** Without data; `withDatasets` puts the rows in. */
  spec: Record<string, unknown>;
  /** Names of the data it draws, with where each is asked for. */
  data: { name: string; path: Path }[];
  /** Where rows are written into the specification. */
  inlineData: Path[];
  /** Whether Vega-Lite makes data of its own. */
  generatesData: boolean;
  refusals: Refusal[];
}

/** Reads a specification as parsed from YAML; `written` is not changed. */
export function parseUserSpec(written: unknown): UserSpec {
  if (!isRecord(written))
    return {
      spec: {},
      data: [],
      inlineData: [],
      generatesData: false,
      refusals: [{ why: 'shape', path: [], found: 'mark, encoding' }],
    };
  const { $schema, usermeta, ...spec } = structuredClone(written);
  const found: UserSpec = { spec, data: [], inlineData: [], generatesData: false, refusals: [] };
  if (typeof $schema === 'string' && $schema.includes('/vega/'))
    found.refusals.push({ why: 'shape', path: ['$schema'], found: 'Vega ≠ Vega-Lite' });
  visitSpec(spec, [], found);
  if (found.refusals.length === 0 && found.data.length === 0) refuseWithoutData(found);
  found.spec = withSize(prepareSpec(spec) as Record<string, unknown>);
  return found;
}

const externalKeys = new Set(['url', 'href', 'baseURL', 'loader', 'ariaHref']);

function visitSpec(node: unknown, path: Path, found: UserSpec): void {
  if (Array.isArray(node)) for (const [i, item] of node.entries()) visitSpec(item, [...path, i], found);
  if (!isRecord(node)) return;
  for (const [key, value] of Object.entries(node)) {
    const here = [...path, key];
    if (externalKeys.has(key)) addRefusal(found, 'url', here, value);
    else if (key === 'datasets') addRefusal(found, 'inline', here, value);
    else if (key === 'data') visitData(value, here, found);
    else if (key === 'mark' && getMarkType(value) === 'image') addRefusal(found, 'url', here, 'image');
    else visitSpec(value, here, found);
  }
}

function getMarkType(mark: unknown): unknown {
  return isRecord(mark) ? mark.type : mark;
}

/** Data that Vega-Lite makes itself: steps of a formula, the grid and the outline of the globe. */
const generators = new Set(['sequence', 'graticule', 'sphere']);

/** `data: { name }`, at the top, in a layer, or in a lookup; `null` is no data. */
function visitData(data: unknown, path: Path, found: UserSpec): void {
  if (data === null) return;
  if (!isRecord(data)) {
    addRefusal(found, 'inline', path, data);
    return;
  }
  const keys = Object.keys(data).filter((key) => key !== 'format');
  if (typeof data.url === 'string') addRefusal(found, 'url', [...path, 'url'], data.url);
  else if (keys.length === 1 && Array.isArray(data.values)) found.inlineData.push(path);
  else if (keys.some((key) => generators.has(key))) found.generatesData = true;
  else if (keys.length !== 1 || typeof data.name !== 'string') addRefusal(found, 'inline', path, data);
  else found.data.push({ name: data.name, path: [...path, 'name'] });
  visitSpec(data.format, [...path, 'format'], found);
}

/** Rows written by hand may annotate a chart of the report's data, not make one. */
function refuseWithoutData(found: UserSpec): void {
  const [first] = found.inlineData;
  if (first) addRefusal(found, 'inline', first, 'values');
  else if (!found.generatesData) addRefusal(found, 'shape', [], 'data: { name: … }');
}

function addRefusal(found: UserSpec, why: Refusal['why'], path: Path, value: unknown): void {
  found.refusals.push({
    why,
    path,
    found: typeof value === 'string' ? value : (JSON.stringify(value) ?? ''),
  });
}

/** Colours of the team's own do not follow the theme: the drawing stands on a light ground, day and night. */
export function hasCustomColours(svg: string): boolean {
  const paints = [...svg.matchAll(/ (?:fill|stroke|stop-color)="([^"]*)"/g)];
  return paints.some(([, paint]) => !/^(var\(--[a-z0-9-]+\)|none|transparent|url\(.*\))$/.test(paint!));
}

const colourKeys = new Set(['color', 'fill', 'stroke', 'labelColor', 'titleColor', 'range', 'background']);

/**
 * Ready for Vega-Lite. Palette names stand for the palette's colours, and continuous colour without a scale of its own
 * goes in steps: between two custom properties there is nothing to interpolate.
 */
function prepareSpec(node: unknown, paint = false): unknown {
  if (Array.isArray(node)) return node.map((item) => prepareSpec(item, paint));
  if (typeof node === 'string') return paint && isPaletteName(node) ? getColour(node) : node;
  if (!isRecord(node)) return node;
  const entries = Object.entries(node).map(([key, value]): [string, unknown] => {
    const inside = paint ? key === 'value' || key === 'condition' || key === 'scale' : false;
    return [key, prepareSpec(quantiseColour(key, value), colourKeys.has(key) || inside)];
  });
  // Vega-Lite asks every mark for its encoding, though its schema does not.
  if ('mark' in node && !('encoding' in node)) entries.push(['encoding', {}]);
  return Object.fromEntries(entries);
}

function quantiseColour(key: string, value: unknown): unknown {
  if (!['color', 'fill', 'stroke'].includes(key) || !isRecord(value) || value.type !== 'quantitative')
    return value;
  const scale = isRecord(value.scale) ? value.scale : {};
  if (value.scale === null || 'type' in scale || 'range' in scale || 'scheme' in scale) return value;
  const range = (['s1', 's2', 's3', 's4', 's5', 's6', 's7'] as const).map(getColour);
  return { ...value, scale: { ...scale, type: 'quantize', range } };
}

function isPaletteName(text: string): text is PaletteName {
  return (paletteNames as readonly string[]).includes(text);
}

/** A single view without a size of its own is as wide as the text. */
function withSize(spec: Record<string, unknown>): Record<string, unknown> {
  const single = 'mark' in spec || 'layer' in spec;
  const faceted =
    isRecord(spec.encoding) && ['row', 'column', 'facet'].some((key) => key in (spec.encoding as object));
  if (!single || faceted) return spec;
  const width = spec.width === undefined || spec.width === 'container' ? chartWidth - 80 : spec.width;
  const height = spec.height === 'container' ? undefined : spec.height;
  return { ...spec, width, ...(height === undefined ? { height: 260 } : { height }) };
}

/** The specification with the rows of each named set of data. */
export function withDatasets(
  spec: Record<string, unknown>,
  rows: Record<string, Record<string, unknown>[]>,
): Spec {
  return { ...spec, datasets: rows } as unknown as Spec;
}
