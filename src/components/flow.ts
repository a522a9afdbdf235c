/** Blocks without blocks in them, as HTML. Those that hold blocks are components (`Blocks.astro`). */
import type { Align } from '../base/tree.ts';
import type { BookBlock, BookInline } from '../report/book.ts';
import { attributes, escapeHtml } from './html.ts';
import { prose } from './prose.ts';
import type { Scene } from './scene.ts';
import { reader } from './scroller.ts';

type FlowKind = 'heading' | 'paragraph' | 'codeBlock' | 'mathBlock' | 'grid' | 'rule';
export type FlowBlock = Extract<BookBlock, { type: FlowKind }>;
type Print<K extends FlowKind> = (block: Extract<BookBlock, { type: K }>, scene: Scene) => string;

const flow: { [K in FlowKind]: Print<K> } = {
  heading: ({ depth, id, number, children }, scene) => {
    const label = number ? `<span class="number">${escapeHtml(number)}</span> ` : '';
    return `<h${depth}${attributes({ id })}>${label}${prose(children, scene)}</h${depth}>`;
  },
  paragraph: ({ children }, scene) => {
    const only = children.length === 1 && children[0]?.type === 'image';
    return `<p${only ? ' class="picture"' : ''}>${prose(children, scene)}</p>`;
  },
  codeBlock: ({ language, value }) =>
    `<pre${attributes({ tabindex: 0, 'data-language': language })}><code>${escapeHtml(value)}</code></pre>`,
  mathBlock: ({ mathml, tex }) => `<div class="formula"${reader(tex)}>${mathml}</div>`,
  grid: ({ align, header, rows }, scene) => {
    const label = header.map((cell) => plain(cell)).join(' · ');
    const head = header.map((cell, i) => `<th scope="col"${side(align[i])}>${prose(cell, scene)}</th>`);
    const body = rows.map((row) => row.map((cell, i) => `<td${side(align[i])}>${prose(cell, scene)}</td>`));
    return (
      `<div class="scroll"${reader(label)}><table class="rows"><thead><tr>${head.join('')}</tr></thead>` +
      `<tbody>${body.map((row) => `<tr>${row.join('')}</tr>`).join('')}</tbody></table></div>`
    );
  },
  rule: () => '<hr>',
};

export function isFlow(block: BookBlock): block is FlowBlock {
  return block.type in flow;
}

export function printFlow(block: FlowBlock, scene: Scene): string {
  return (flow[block.type] as Print<FlowKind>)(block, scene);
}

const side = (align: Align | undefined): string => (align ? ` class="${align}"` : '');

/** The text of a cell without its marks, for labels. */
function plain(parts: BookInline[]): string {
  return parts
    .map((part) =>
      'children' in part
        ? plain(part.children)
        : 'value' in part
          ? part.value
          : 'text' in part
            ? part.text
            : '',
    )
    .join('');
}
