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
export function getChildren(node: MdastNode): MdastNode[] {
  return 'children' in node ? (node.children as MdastNode[]) : [];
}

/** Every node from `root` on, in the order of the text; deep trees do not exhaust the stack. */
export function* traverseNodes(root: Mdast): Generator<Mdast> {
  const waiting = [root];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    yield node;
    waiting.push(...getChildren(node).toReversed());
  }
}

export function getStart(node: MdastNode): number {
  return node.position?.start.offset ?? 0;
}

export function getEnd(node: MdastNode): number {
  return node.position?.end.offset ?? 0;
}
