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

/** Pictures come with the drawing, paint from the drawing itself; no attribute is a program. */
export function isHarmless(attribute: string, value: string): boolean {
  if (/^on/i.test(attribute)) return false;
  if (/(?:^|:)href$/i.test(attribute)) return picture.test(value);
  return !/url\((?!\s*["']?#)|javascript:|@import|expression\(/i.test(value);
}
