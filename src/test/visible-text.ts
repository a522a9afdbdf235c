/** The words of a text as its readers see them: once in the page, once in the book. */
import { type HastNode, htmlToHast } from 'satteri';
import type { Inline } from '../base/chapter-tree.ts';
import type { BookBlock, BookInline, Passage } from '../report/book.ts';

/** Made of other parts of the book, or added by the site: no words of the text. */
const added = new Set([
  'figure',
  'numbered',
  'tiles',
  'conclusions',
  'note-kind',
  'keywords',
  'back',
  'section-title',
]);
const blockTags = new Set(
  'p li ul ol h2 h3 h4 h5 h6 div section table tr td th blockquote pre aside hr'.split(' '),
);

/** One line a block. */
export function readPageText(html: string): string {
  const prose = findByClass(htmlToHast(html), 'prose');
  if (!prose) throw new Error('The page has no text');
  return tidy(readNode(prose));
}

type Element = Extract<HastNode, { type: 'element' }>;

/** Every element of a page. */
export function listElements(html: string): Element[] {
  const found: Element[] = [];
  const visit = (node: HastNode): void => {
    if (node.type === 'element') found.push(node);
    for (const child of getNodes(node)) visit(child);
  };
  visit(htmlToHast(html));
  return found;
}

function getClasses(node: HastNode): string[] {
  return node.type === 'element' ? String(node.properties.className ?? '').split(/[ ,]/) : [];
}

function getNodes(node: HastNode): HastNode[] {
  return 'children' in node ? (node.children as HastNode[]) : [];
}

function findByClass(node: HastNode, name: string): HastNode | undefined {
  if (getClasses(node).includes(name)) return node;
  for (const child of getNodes(node)) {
    const found = findByClass(child, name);
    if (found) return found;
  }
  return undefined;
}

function readNode(node: HastNode): string {
  if (node.type === 'text') return node.value;
  if (getClasses(node).some((name) => added.has(name))) return '\n';
  if (node.type === 'element' && node.properties.id === 'footnotes') return '\n';
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  const inside = getNodes(node).map(readNode).join('');
  return node.type === 'element' && blockTags.has(node.tagName) ? `\n${inside}\n` : inside;
}

const tidy = (text: string): string =>
  text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[\n ]*/g, '\n')
    .trim();

export function readPassageText({ blocks, footnotes }: Passage): string {
  const all = [blocks, ...footnotes.map(({ children }) => children)];
  return tidy(all.map(readBlocks).join('\n'));
}

function readBlocks(blocks: readonly BookBlock[]): string {
  return blocks.map(readBlock).join('\n');
}

function readBlock(block: BookBlock): string {
  switch (block.type) {
    case 'heading':
      return `${block.number} ${readInlines(block.children)}`;
    case 'paragraph':
      return readInlines(block.children);
    case 'list':
      return block.items.map(({ children }) => readBlocks(children)).join('\n');
    case 'quote':
    case 'note':
      return readBlocks(block.children);
    case 'codeBlock':
      return block.value;
    case 'mathBlock':
      return readMarkup(block.mathml);
    case 'grid':
      return [block.header, ...block.rows].flat().map(readInlines).join('\n');
    default:
      return '';
  }
}

function readInlines(inlines: readonly BookInline[]): string {
  return inlines.map(readInline).join('');
}

function readInline(inline: BookInline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'math':
      return readMarkup((inline as Extract<Inline<never>, { type: 'math' }>).mathml);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'link':
      return readInlines(inline.children);
    case 'image':
      return '';
    case 'break':
      return '\n';
    case 'footnote':
      return String(inline.number);
    default:
      return inline.text;
  }
}

const readMarkup = (html: string): string => readNode(htmlToHast(html, { fragment: true }));
