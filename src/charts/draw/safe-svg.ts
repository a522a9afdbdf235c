/** What a drawing is made of. Nothing of it runs, links or loads, whatever a team's own specification brought in. */
const elements = new Set([
  'svg',
  'g',
  'defs',
  'clipPath',
  'linearGradient',
  'radialGradient',
  'stop',
  'path',
  'rect',
  'circle',
  'line',
  'text',
  'tspan',
  'image',
  'title',
  'desc',
]);

export function isDrawn(element: string): boolean {
  return elements.has(element);
}

const picture = /^data:image\/(?:png|jpeg|gif|webp|svg\+xml);base64,[A-Za-z0-9+/=]*$/;

/** What places and paints. Any other function of CSS may load: `image-set("…")`, `src("…")`, and what is yet to come. */
const functions = new Set(
  'var rgb rgba hsl hsla hwb lab lch oklab oklch translate rotate scale matrix skewX skewY'.split(' '),
);

/** Vega writes two styles: how a mark blends, and how a picture is enlarged. Their values are an author's. */
const styles = /^(?:(?:mix-blend-mode|image-rendering): ?[a-z-]+; ?)*$/i;

/** Pictures come with the drawing, paint from the drawing itself; no attribute is a program. */
export function isHarmless(attribute: string, value: string): boolean {
  if (/^on/i.test(attribute)) return false;
  if (/(?:^|:)href$/i.test(attribute)) return picture.test(value);
  if (attribute === 'style') return styles.test(value);
  // With a backslash a function is written otherwise than it reads: `u\72l(…)`.
  if (value.includes('\\')) return false;
  return [...value.matchAll(/([^\s(),;]*)\(\s*([^)]*)/g)].every(
    ([, name = '', inside = '']) =>
      functions.has(name) || (name === 'url' && /^(?:&quot;|["'])?#/.test(inside)),
  );
}
