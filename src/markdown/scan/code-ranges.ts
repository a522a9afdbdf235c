import { childrenOf, endOf, type Mdast, startOf, toMdast } from '../processor.ts';
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
  const visit = (node: Mdast): void => {
    if (node.type === 'code' || node.type === 'inlineCode') {
      ranges.push({ from: startOf(node), to: endOf(node), fenced: node.type === 'code' });
    } else for (const child of childrenOf(node)) visit(child);
  };
  visit(toMdast(blunt));
  return ranges.sort((a, b) => a.from - b.from);
}
