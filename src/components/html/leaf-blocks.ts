/** Blocks without blocks in them, as HTML. Those that hold blocks are components (`Blocks.astro`). */
import type { Align } from '../../base/chapter-tree.ts';
import { toPlainText } from '../../markdown/plain-text.ts';
import type { BookBlock, InlineTag } from '../../report/book.ts';
import { escapeHtml, renderAttributes, renderScrollable } from './escape-html.ts';
import { renderInline } from './inline.ts';
import type { PageContext } from './page-context.ts';

type LeafBlockType = 'heading' | 'paragraph' | 'codeBlock' | 'mathBlock' | 'grid' | 'rule';
type LeafBlock = Extract<BookBlock, { type: LeafBlockType }>;
type BlockRenderer<K extends LeafBlockType> = (
  block: Extract<BookBlock, { type: K }>,
  context: PageContext,
) => string;

const blockRenderers: { [K in LeafBlockType]: BlockRenderer<K> } = {
  heading: ({ depth, id, number, children }, context) => {
    const label = number ? `<span class="number">${escapeHtml(number)}</span> ` : '';
    return `<h${depth}${renderAttributes({ id })}>${label}${renderInline(children, context)}</h${depth}>`;
  },
  paragraph: ({ children }, context) => {
    const only = children.length === 1 && children[0]?.type === 'image';
    return `<p${only ? ' class="picture"' : ''}>${renderInline(children, context)}</p>`;
  },
  codeBlock: ({ language, value }) =>
    `<pre${renderAttributes({ tabindex: 0, 'data-language': language })}><code>${escapeHtml(value)}</code></pre>`,
  mathBlock: ({ mathml, tex }) => `<div class="formula"${renderScrollable(tex)}>${mathml}</div>`,
  grid: ({ align, header, rows }, context) => {
    const label = header.map((cell) => toPlainText<InlineTag, never>(cell, ({ text }) => text)).join(' · ');
    const head = header.map(
      (cell, i) => `<th scope="col"${renderAlign(align[i])}>${renderInline(cell, context)}</th>`,
    );
    const body = rows.map((row) =>
      row.map((cell, i) => `<td${renderAlign(align[i])}>${renderInline(cell, context)}</td>`),
    );
    return (
      `<div class="scroll"${renderScrollable(label)}><table class="rows"><thead><tr>${head.join('')}</tr></thead>` +
      `<tbody>${body.map((row) => `<tr>${row.join('')}</tr>`).join('')}</tbody></table></div>`
    );
  },
  rule: () => '<hr>',
};

export function isLeafBlock(block: BookBlock): block is LeafBlock {
  return block.type in blockRenderers;
}

export function renderLeafBlock(block: LeafBlock, context: PageContext): string {
  return (blockRenderers[block.type] as BlockRenderer<LeafBlockType>)(block, context);
}

const renderAlign = (align: Align | undefined): string => (align ? ` class="${align}"` : '');
