import type { MdastNode } from 'satteri';
import { mdxToMdast } from 'satteri';

export type Mdast = MdastNode;

/**
 * The one Markdown parser. MDX mode because it knows no code by indentation: Chinese authors indent
 * paragraphs. Tags, braces and math never reach it (see `scan/`), so it cannot fail on them.
 */
export function toMdast(text: string): MdastNode {
  return mdxToMdast(text, { features: { gfm: true, frontmatter: false, math: false } });
}

/** The nodes inside `node`. */
export function childrenOf(node: MdastNode): MdastNode[] {
  return 'children' in node ? (node.children as MdastNode[]) : [];
}

/** Every node from `root` on, in the order of the text; deep trees do not exhaust the stack. */
export function* nodesOf(root: Mdast): Generator<Mdast> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    waiting.push(...childrenOf(node).toReversed());
  }
}

export function startOf(node: MdastNode): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: MdastNode): number {
  return node.position?.end.offset ?? 0;
}
