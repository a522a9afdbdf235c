import { getEnd, getStart, toMdast, traverseNodes } from '../mdast.ts';
import { HINT, toStandIn } from './placeholders.ts';

/** Code in the text: `[from, to)`. */
export interface CodeRange {
  from: number;
  to: number;
}

/**
 * Where code stands, in order. Asked of the parser itself, with everything it could stumble over
 * replaced sign by sign, because fences in lists and quotes are its business to know.
 */
export function findCodeRanges(text: string): CodeRange[] {
  if (!/`|~~~/.test(text)) return [];
  const blunt = text.replace(/[{}<]/g, toStandIn).replace(/^([ \t]*)[ie](?=mport\b|xport\b)/gm, `$1${HINT}`);
  const ranges: CodeRange[] = [];
  for (const node of traverseNodes(toMdast(blunt))) {
    if (node.type !== 'code' && node.type !== 'inlineCode') continue;
    ranges.push({ from: getStart(node), to: getEnd(node) });
  }
  return ranges.sort((a, b) => a.from - b.from);
}
