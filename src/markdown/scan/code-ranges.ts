import { endOf, nodesOf, startOf, toMdast } from '../processor.ts';
import { HINT, standIn } from './signs.ts';

/** Code in the text: `[from, to)`. */
export interface CodeRange {
  from: number;
  to: number;
  fenced: boolean;
}

/**
 * Where code stands, in order. Asked of the parser itself, with everything it could stumble over
 * replaced sign by sign, because fences in lists and quotes are its business to know.
 */
export function codeRanges(text: string): CodeRange[] {
  if (!/`|~~~/.test(text)) return [];
  const blunt = text.replace(/[{}<]/g, standIn).replace(/^([ \t]*)[ie](?=mport\b|xport\b)/gm, `$1${HINT}`);
  const ranges: CodeRange[] = [];
  for (const node of nodesOf(toMdast(blunt))) {
    if (node.type !== 'code' && node.type !== 'inlineCode') continue;
    ranges.push({ from: startOf(node), to: endOf(node), fenced: node.type === 'code' });
  }
  return ranges.sort((a, b) => a.from - b.from);
}
