import type { Block, Inline } from '../base/chapter-tree.ts';

type Node<T, B> = Inline<T> | Block<T, B>;
type Plain = Inline<{ type: 'no-tag' }> | Block<{ type: 'no-tag' }, { type: 'no-tag' }>;

const inlineTypes: Record<Inline<never>['type'], true> = {
  text: true,
  emphasis: true,
  strong: true,
  delete: true,
  code: true,
  math: true,
  link: true,
  image: true,
  break: true,
  footnote: true,
};
const blockTypes: Record<Block<never, never>['type'], true> = {
  heading: true,
  paragraph: true,
  list: true,
  quote: true,
  codeBlock: true,
  mathBlock: true,
  grid: true,
  rule: true,
};

/**
 * The words of a tree without its markup: one line a block, cells apart by tabs, formulas as TeX,
 * images as their alternative text, footnote marks as nothing. Footnotes are trees of their own.
 * `tagText` gives the text of a tag; undefined: that of its children, if any.
 */
export function toPlainText<T extends { type: string }, B extends { type: string }>(
  nodes: readonly Node<T, B>[],
  tagText: (tag: T | B) => string | undefined = () => undefined,
): string {
  const extractInside = (children: readonly unknown[]) => toPlainText(children as Node<T, B>[], tagText);
  const amongBlocks = nodes.some((node) => Object.hasOwn(blockTypes, node.type) || isContainer(node));
  const parts = nodes.map((node) => {
    const isPlain = Object.hasOwn(inlineTypes, node.type) || Object.hasOwn(blockTypes, node.type);
    if (isPlain) return extractText(node as Plain, extractInside);
    return tagText(node as T | B) ?? ('children' in node ? extractInside(node.children) : '');
  });
  return amongBlocks ? parts.filter((part) => part !== '').join('\n') : parts.join('');
}

/** A tag with blocks inside. */
function isContainer(node: { type: string }): boolean {
  return 'children' in node && !Object.hasOwn(inlineTypes, node.type);
}

function extractText(node: Plain, extractInside: (children: readonly unknown[]) => string): string {
  switch (node.type) {
    case 'text':
    case 'code':
    case 'codeBlock':
      return node.value;
    case 'math':
    case 'mathBlock':
      return node.tex;
    case 'image':
      return node.alt;
    case 'break':
      return ' ';
    case 'list':
      return node.items.map((item) => extractInside(item.children)).join('\n');
    case 'grid':
      return [node.header, ...node.rows].map((row) => row.map(extractInside).join('\t')).join('\n');
    case 'footnote':
    case 'rule':
    case 'no-tag':
      return '';
    default:
      return extractInside(node.children);
  }
}
