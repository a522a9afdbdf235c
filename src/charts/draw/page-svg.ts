/**
 * Vega's SVG made part of a page: small and clean, in place of what it writes for a live one (no roles and English
 * descriptions, no empty groups, two decimals, one font), with a name, a description and ids of its own.
 */
import { chartFont } from '../palette.ts';
import { isDrawn, isHarmless } from './safe-svg.ts';
import { escapeXml, parseSvg, renderSvg, type SvgElement } from './svg-tree.ts';

/** Stands for the figure's id until `withAccessibleName` knows it; a drawing is cached without one. */
const idPlaceholder = 'FIGURE';

/** Attributes that say what is so anyway, or that only a live page needs. */
const redundantAttributes: Record<string, (value: string) => boolean> = {
  class: () => true,
  role: () => true,
  'aria-hidden': () => true,
  'aria-label': () => true,
  'aria-roledescription': () => true,
  'pointer-events': () => true,
  cursor: () => true,
  version: () => true,
  'font-family': () => true,
  'font-weight': (value) => value === 'normal' || value === '400',
  'font-style': (value) => value === 'normal',
  'stroke-miterlimit': (value) => value === '4',
  opacity: (value) => value === '1',
  'fill-opacity': (value) => value === '1',
  'stroke-opacity': (value) => value === '1',
  'stroke-width': (value) => value === '1',
  'stroke-dasharray': (value) => value === '',
  'stroke-dashoffset': (value) => value === '0',
  'text-anchor': (value) => value === 'start',
  transform: (value) => value === 'translate(0,0)',
};

/** Numbers of geometry; a text such as a `data-` value is left alone. */
const numericAttributes = new Set(
  'd transform x y x1 y1 x2 y2 cx cy r rx ry width height points stroke-width font-size opacity fill-opacity stroke-opacity'.split(
    ' ',
  ),
);

/** Without an id, a name and a description, which `withAccessibleName` gives it. */
export function minifySvg(svg: string): string {
  const root = parseSvg(svg);
  const ids = new Map<string, string>();
  const { width = '0', height = '0' } = root.attributes;
  const children = root.children.flatMap((child) => minifyNode(child, ids));
  const named = (child: SvgElement | string) =>
    typeof child === 'string' || ids.size === 0 ? child : renameIds(child, ids);
  const rounded = (text: string) => String(Math.ceil(Number(text)));
  return renderSvg({
    name: 'svg',
    attributes: {
      xmlns: 'http://www.w3.org/2000/svg',
      width: rounded(width),
      height: rounded(height),
      viewBox: `0 0 ${rounded(width)} ${rounded(height)}`,
      'font-family': chartFont,
    },
    children: children.map(named),
  });
}

function minifyNode(node: SvgElement | string, ids: Map<string, string>): (SvgElement | string)[] {
  if (typeof node === 'string') return [node];
  if (isInvisible(node)) return [];
  // Of a link its content stays.
  if (node.name === 'a') return node.children.flatMap((child) => minifyNode(child, ids));
  if (!isDrawn(node.name)) return [];
  const title = findHoverText(node);
  if (node.attributes.id) ids.set(node.attributes.id, `${idPlaceholder}-${ids.size + 1}`);
  const attributes = minifyAttributes(node);
  const children = node.children.flatMap((child) => minifyNode(child, ids));
  if (node.name === 'g' || node.name === 'defs') {
    if (children.length === 0) return [];
    if (node.name === 'g' && Object.keys(attributes).length === 0) return children;
    const [only] = children;
    if (children.length === 1 && typeof only === 'object') {
      const merged = mergeTranslations(attributes, only);
      if (merged) return [merged];
    }
  }
  if (title) children.unshift({ name: 'title', attributes: {}, children: [title] });
  return [{ name: node.name, attributes, children }];
}

function minifyAttributes({ name, attributes }: SvgElement): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) {
    if (redundantAttributes[key]?.(value)) continue;
    // The root group carries fill="none" for lines; every mark says its own.
    if (key === 'xmlns:xlink' || !isHarmless(key, value)) continue;
    const text = key === 'font-size' ? value.replace(/px$/, '') : value;
    kept[key] = numericAttributes.has(key) ? roundNumbers(text) : text;
  }
  // Vega hangs texts on a baseline by hand; nothing else to say there.
  if (name === 'text' && kept['font-size'] === undefined) kept['font-size'] = '11';
  return kept;
}

/** Frames without paint, hit areas, empty paths. */
function isInvisible({ name, attributes, children }: SvgElement): boolean {
  if (attributes.display === 'none') return true;
  // Labels that would run into others Vega leaves in, without a colour to them.
  if (name === 'text') return children.length === 0 || attributes.opacity === '0';
  if (name !== 'path') return false;
  if (attributes.d === undefined || attributes.d === '') return true;
  const paint = (value: string | undefined) =>
    value !== undefined && value !== 'none' && value !== 'transparent';
  return !paint(attributes.fill) && !paint(attributes.stroke);
}

/** Marks that were given a description carry it as a hover text. */
function findHoverText({ attributes }: SvgElement): string | undefined {
  if (attributes.role !== 'graphics-symbol' || attributes['aria-roledescription'] === 'axis')
    return undefined;
  if (attributes['aria-roledescription'] === 'legend') return undefined;
  return attributes['aria-label'];
}

const translation = /^translate\((-?[\d.]+),(-?[\d.]+)\)$/;

/** A group that only moves its single child is that child, moved. */
function mergeTranslations(attributes: Record<string, string>, child: SvgElement): SvgElement | undefined {
  const { transform, ...rest } = attributes;
  if (transform === undefined || Object.keys(rest).length > 0 || child.name !== 'g') return undefined;
  const outer = translation.exec(transform);
  const inner = translation.exec(child.attributes.transform ?? 'translate(0,0)');
  if (!outer || !inner) return undefined;
  const sum = (i: number) => roundNumbers(String(Number(outer[i]) + Number(inner[i])));
  return { ...child, attributes: { ...child.attributes, transform: `translate(${sum(1)},${sum(2)})` } };
}

function renameIds(element: SvgElement, ids: Map<string, string>): SvgElement {
  const attributes: Record<string, string> = {};
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key === 'id') attributes.id = ids.get(value) ?? value;
    else attributes[key] = value.replace(/url\(#([^)]+)\)/g, (_, id: string) => `url(#${ids.get(id) ?? id})`);
  }
  const children = element.children.map((child) =>
    typeof child === 'string' ? child : renameIds(child, ids),
  );
  return { ...element, attributes, children };
}

/** A number that is not as short as it can be. */
const longNumber = /\.\d{3}|e|-0(?!\.)/i;

/** `99.9999999` → `100`, `-0.001` → `0`, `1e-14` → `0`. */
function roundNumbers(text: string): string {
  if (!longNumber.test(text)) return text;
  return text.replace(/-?\d*\.?\d+(?:e[-+]?\d+)?/gi, (number) => {
    const value = Math.round(Number(number) * 100) / 100;
    return Number.isFinite(value) ? String(value === 0 ? 0 : value) : number;
  });
}

export interface AccessibleName {
  /** Id of the figure; ids inside the drawing begin with it. */
  id: string;
  /** What it shows, in a few words. */
  title: string;
  /** The text alternative. */
  description: string;
  /** It has colours that are not the palette's, and stands on a light ground in every theme. */
  light?: boolean;
}

/** Class of a drawing on which the palette is the light one; the site's style sheet knows it. */
export const lightBackgroundClass = 'light-ground';

/** A drawing as part of a page: one image with a name and a description, its ids its own. */
export function withAccessibleName(
  svg: string,
  { id, title, description, light = false }: AccessibleName,
): string {
  const named =
    `${light ? `class="${lightBackgroundClass}" ` : ''}role="img" aria-labelledby="${id}-title ${id}-desc">` +
    `<title id="${id}-title">${escapeXml(title)}</title><desc id="${id}-desc">${escapeXml(description)}</desc>`;
  return svg
    .replaceAll(`"${idPlaceholder}-`, `"${id}-`)
    .replaceAll(`#${idPlaceholder}-`, `#${id}-`)
    .replace('>', () => ` ${named}`);
}
