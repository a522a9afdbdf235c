import { getChildren, type Mdast, toMdast } from '../../markdown/mdast.ts';
import { markElement } from './mdx-text.ts';
import type { WrittenMdx } from './write-mdx.ts';

/** Elements of ours; `components/tags/` has one component for each that begins with a capital. */
export const mdxElements = [
  'Cite',
  'CodeBlock',
  'Conclusions',
  'Equation',
  'Figure',
  'Footnote',
  'Footnotes',
  'Formula',
  'Grid',
  'Heading',
  'Kpis',
  'Link',
  'Note',
  'Noteref',
  'Photo',
  'Picture',
  'Ref',
  'Table',
  'Term',
  'Tick',
  'Value',
  'Verdict',
] as const;

const known = new Set<string>([...mdxElements, 'p', 'em', 'strong', 'del', 'code', 'br', 'wbr']);

/** Names of Markdown nodes as HTML has them; '' for those that are no element of their own. */
const names: Partial<Record<Mdast['type'], string>> = {
  root: '',
  table: '',
  tableRow: '',
  tableCell: 'cell',
  paragraph: 'p',
  listItem: 'li',
  blockquote: 'blockquote',
};

/**
 * What a parser sees in MDX: elements in order with their numbers, and the text between them. A program (expression,
 * import), an element or an attribute that the writer does not write is an error: it could only come from an author.
 */
export function outlineMdx(text: string): string {
  return outlineNode(toMdast(text));
}

/** Refuses MDX that a parser reads otherwise than it was meant: pages could not say what the book says. */
export function assertSameOutline({ text, outline }: WrittenMdx, file: string): void {
  const found = outlineMdx(text);
  if (found === outline) return;
  let at = 0;
  while (found[at] === outline[at]) at++;
  const around = (whole: string) => JSON.stringify(whole.slice(Math.max(0, at - 40), at + 40));
  throw new Error(`${file}: MDX differs from the book: ${around(found)} is not ${around(outline)}`);
}

function outlineNode(node: Mdast): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'thematicBreak':
      return markElement('hr', '');
    case 'list':
      return outlineElement(node.ordered ? 'ol' : 'ul', node);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return outlineJsx(node);
    default: {
      const name = names[node.type];
      if (name === undefined) throw new Error(`MDX has a node that is never written: ${node.type}`);
      return outlineElement(name, node);
    }
  }
}

type Jsx = Extract<Mdast, { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }>;

function outlineJsx(node: Jsx): string {
  const name = node.name ?? '';
  if (!known.has(name)) throw new Error(`MDX has an element that is never written: ${name}`);
  let number = '';
  for (const attribute of node.attributes) {
    const value = 'name' in attribute && typeof attribute.value === 'string' ? attribute.value : undefined;
    const written = 'name' in attribute ? `${attribute.name}=${value}` : '…';
    if (!/^(?:n|number|done)=\d+$/.test(written))
      throw new Error(`MDX has an attribute that is never written: ${name} ${written}`);
    if (written.startsWith('n=')) number = markElement('n', value ?? '');
  }
  if (name === 'Tick' || name === 'wbr') return '';
  return markElement(name, number + outlineChildren(node));
}

function outlineElement(name: string, node: Mdast): string {
  return name ? markElement(name, outlineChildren(node)) : outlineChildren(node);
}

function outlineChildren(node: Mdast): string {
  return getChildren(node).map(outlineNode).join('');
}
