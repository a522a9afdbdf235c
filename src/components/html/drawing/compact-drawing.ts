import { parseSvg, renderSvg, type SvgElement } from '../../../charts/draw/svg-tree.ts';
import { findHoverText, joinShapes, spokenMark } from './join-shapes.ts';
import { shareAttributes } from './share-attributes.ts';
import { joinLines, shortenShape } from './shorten-shape.ts';

/**
 * A drawing as it stands in a page: the same picture in fewer bytes and elements. A page has each figure in two
 * widths, and most of what is said of marks and paints is said again and again.
 */
export function compactDrawing(svg: string): string {
  return renderSvg(compact(parseSvg(svg)));
}

/**
 * The drawing for a phone beside the one for the text: what it is called, and what its marks say, is said once.
 * Where the two do not have the same marks it keeps its own words.
 */
export function compactPhoneDrawing(svg: string, text: string): string {
  const [phone, named] = [parseSvg(svg), parseSvg(text)];
  const { 'aria-labelledby': names } = named.attributes;
  if (!names || listHoverTexts(phone).join('\n') !== listHoverTexts(named).join('\n'))
    return compactDrawing(svg);
  const isName = (child: SvgElement | string) =>
    typeof child !== 'string' && /^(title|desc)$/.test(child.name);
  const children = phone.children.filter((child) => !isName(child)).map(markSpoken);
  return renderSvg(
    compact({ ...phone, attributes: { ...phone.attributes, 'aria-labelledby': names }, children }),
  );
}

function compact(root: SvgElement): SvgElement {
  // Inside a page the namespace is known.
  const { xmlns: _, ...attributes } = root.attributes;
  return { ...compactChildren(root), attributes };
}

function compactNode(node: SvgElement | string): SvgElement | string {
  if (typeof node === 'string') return node;
  return compactChildren(shortenShape(node));
}

function compactChildren(element: SvgElement): SvgElement {
  return shareAttributes({ ...element, children: joinShapes(joinLines(element.children.map(compactNode))) });
}

/** Hover texts of marks, in order; not the title of the whole, which stands at the root. */
function listHoverTexts({ children }: SvgElement): string[] {
  return children.flatMap((child) => {
    if (typeof child === 'string') return [];
    const own = findHoverText(child);
    return own === undefined ? listHoverTexts(child) : [own];
  });
}

function markSpoken(node: SvgElement | string): SvgElement | string {
  if (typeof node === 'string') return node;
  if (findHoverText(node) === undefined) return { ...node, children: node.children.map(markSpoken) };
  return { ...node, attributes: { ...node.attributes, class: spokenMark }, children: node.children.slice(1) };
}
