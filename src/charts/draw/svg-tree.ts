/** An SVG text as a tree and back. Reads what Vega writes: elements, attributes, texts; no comments, no declarations. */

export interface SvgElement {
  name: string;
  /** Values as written, entities and all. */
  attributes: Record<string, string>;
  children: (SvgElement | string)[];
}

const tokenPattern = /<\/?([a-zA-Z][\w:-]*)((?:\s+[\w:-]+="[^"]*")*)\s*(\/?)>|([^<]+)/gy;

export function parseSvg(svg: string): SvgElement {
  const root: SvgElement = { name: '', attributes: {}, children: [] };
  const open = [root];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < svg.length) {
    const at = tokenPattern.lastIndex;
    const match = tokenPattern.exec(svg);
    if (!match) throw new Error(`invalid SVG at ${at}: ${svg.slice(at, at + 40)}`);
    const [whole, name, written, empty, text] = match;
    if (text !== undefined) open.at(-1)!.children.push(text);
    else if (whole.startsWith('</')) open.pop();
    else {
      const element: SvgElement = { name: name!, attributes: parseAttributes(written!), children: [] };
      open.at(-1)!.children.push(element);
      if (empty === '') open.push(element);
    }
  }
  const first = root.children.find((child) => typeof child !== 'string');
  if (!first) throw new Error('invalid SVG: no element');
  return first;
}

function parseAttributes(written: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  // ` name=`, value, ` name=`, value, nothing.
  const pieces = written.split('"');
  for (let i = 0; i + 1 < pieces.length; i += 2) attributes[pieces[i]!.trim().slice(0, -1)] = pieces[i + 1]!;
  return attributes;
}

export function renderSvg(element: SvgElement): string {
  const attributes = Object.entries(element.attributes)
    .map(([name, value]) => ` ${name}="${value}"`)
    .join('');
  if (element.children.length === 0) return `<${element.name}${attributes}/>`;
  const inner = element.children
    .map((child) => (typeof child === 'string' ? child : renderSvg(child)))
    .join('');
  return `<${element.name}${attributes}>${inner}</${element.name}>`;
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
