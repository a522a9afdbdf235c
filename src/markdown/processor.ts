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

export function startOf(node: MdastNode): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: MdastNode): number {
  return node.position?.end.offset ?? 0;
}
