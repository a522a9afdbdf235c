import type { Block, Inline } from '../base/tree.ts';

/** Text of the tags of a tree; by default they have none. */
export interface TagText<T, B> {
  inline?: (tag: T) => string;
  block?: (tag: B) => string;
}

type Node<T, B> = Inline<T> | Block<T, B>;
type Plain = Inline<{ type: 'no-tag' }> | Block<{ type: 'no-tag' }, { type: 'no-tag' }>;

const inlineTypes = new Set<string>([
  'text',
  'emphasis',
  'strong',
  'delete',
  'code',
  'math',
  'link',
  'image',
  'break',
  'footnote',
]);
const blockTypes = new Set<string>([
  'heading',
  'paragraph',
  'list',
  'quote',
  'codeBlock',
  'mathBlock',
  'grid',
  'rule',
]);

/**
 * The words of a tree without its markup: one line a block, cells apart by tabs, formulas as TeX,
 * images as their alternative text, footnote marks as nothing. Footnotes are trees of their own.
 */
export function plainText<T extends { type: string }, B extends { type: string }>(
  nodes: readonly Node<T, B>[],
  tags: TagText<T, B> = {},
): string {
  let text = '';
  for (const node of nodes) {
    const isInline = inlineTypes.has(node.type);
    const isBlock = blockTypes.has(node.type);
    const part =
      isInline || isBlock
        ? textOf(node as Plain, (children) => plainText(children as Node<T, B>[], tags))
        : // A tag: inline ones have no children that count.
          (tags.inline?.(node as T) ?? tags.block?.(node as B) ?? nested(node, tags));
    if (isBlock && text !== '' && part !== '' && !text.endsWith('\n')) text += '\n';
    text += part;
  }
  return text;
}

function nested<T extends { type: string }, B extends { type: string }>(
  node: Node<T, B>,
  tags: TagText<T, B>,
): string {
  return 'children' in node ? plainText(node.children as Node<T, B>[], tags) : '';
}

function textOf(node: Plain, inside: (children: readonly Plain[]) => string): string {
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
      return node.items.map((item) => inside(item.children)).join('\n');
    case 'grid':
      return [node.header, ...node.rows].map((row) => row.map(inside).join('\t')).join('\n');
    case 'footnote':
    case 'rule':
    case 'no-tag':
      return '';
    default:
      return inside(node.children);
  }
}
