import type { ListItem } from '../../base/chapter-tree.ts';
import type { BlockTag, BookBlock, BookInline, InlineTag, Passage } from '../book.ts';
import { escapeLineEnd, escapeLineStart, escapeMdxText, markElement } from './mdx-text.ts';

/** What an element of the MDX stands for; `<Value n="7" />` is the eighth part. */
export type MdxPart = BookBlock | BookInline;

export interface WrittenMdx {
  /** Plain MDX for Astro: Markdown, and elements that carry a number and nothing an author wrote. */
  text: string;
  /** What the elements look up, by their numbers. */
  parts: MdxPart[];
  /** What a parser must find in `text`: see `outline-mdx.ts`. */
  outline: string;
}

/** Writes a built text as MDX. Text, numbers and order follow from the passage alone. */
export function writeMdx(passage: Passage): WrittenMdx {
  const writer = new MdxWriter();
  const text = writer.writePassage(passage);
  return { text, parts: writer.parts, outline: writer.outline.join('') };
}

type BlockNode<T extends BookBlock['type']> = Extract<BookBlock, { type: T }>;

const emphasis = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

class MdxWriter {
  readonly parts: MdxPart[] = [];
  readonly outline: string[] = [];

  writePassage({ blocks, footnotes }: Passage): string {
    const body = this.#writeBlocks(blocks);
    if (footnotes.length === 0) return `${body}\n`;
    const notes = this.#wrap('Footnotes', () =>
      footnotes
        .map(({ number, children }) => {
          const open = `<Footnote number="${number}">`;
          return this.#wrap('Footnote', () => `${open}\n\n${this.#writeBlocks(children)}\n\n</Footnote>`);
        })
        .join('\n\n'),
    );
    return `${body}\n\n<Footnotes>\n\n${notes}\n\n</Footnotes>\n`;
  }

  #wrap(name: string, write: () => string): string {
    const at = this.outline.length;
    const written = write();
    this.outline.push(markElement(name, this.outline.splice(at).join('')));
    return written;
  }

  /** The number of a part, given in the order of the text. */
  #number(part: MdxPart): string {
    const n = this.parts.push(part) - 1;
    this.outline.push(markElement('n', String(n)));
    return `n="${n}"`;
  }

  #writeElement(name: string, part: MdxPart): string {
    return this.#wrap(name, () => `<${name} ${this.#number(part)} />`);
  }

  /** Two lists one after the other take different marks, else they would be one. */
  #writeBlocks(blocks: readonly BookBlock[]): string {
    let before: { list: BlockNode<'list'>; second: boolean } | undefined;
    const written = blocks.map((block) => {
      if (block.type !== 'list') {
        before = undefined;
        return this.#writeBlock(block);
      }
      const second = before?.list.ordered === block.ordered && !before.second;
      before = { list: block, second };
      return this.#writeList(block, second);
    });
    return written.join('\n\n');
  }

  #writeBlock(block: BookBlock): string {
    switch (block.type) {
      case 'heading':
        return this.#wrap('Heading', () => {
          const n = this.#number(block);
          return `<Heading ${n}>${this.#writeInlines(block.children)}</Heading>`;
        });
      case 'paragraph':
        return this.#writeParagraph(block.children);
      case 'list':
        return this.#writeList(block, false);
      case 'quote':
        return this.#wrap('blockquote', () => prefixLines(this.#writeBlocks(block.children), '> ', '> '));
      case 'codeBlock':
        return this.#writeElement('CodeBlock', block);
      case 'mathBlock':
        return this.#writeElement('Equation', block);
      case 'grid':
        return this.#writeGrid(block);
      case 'rule':
        this.outline.push(markElement('hr', ''));
        return '___';
      case 'figure':
        return this.#writeElement('Figure', block);
      case 'picture':
        return this.#writeElement('Photo', block);
      case 'table':
        return this.#writeElement('Table', block);
      case 'kpis':
        return this.#writeElement('Kpis', block);
      case 'conclusions':
        return this.#writeElement('Conclusions', block);
      case 'note':
        return this.#wrap('Note', () => {
          const n = this.#number(block);
          return `<Note ${n}>\n\n${this.#writeBlocks(block.children)}\n\n</Note>`;
        });
    }
  }

  /** Elements alone on a line would be blocks to MDX: such a paragraph is written as an element itself. */
  #writeParagraph(inlines: readonly BookInline[]): string {
    return this.#wrap('p', () => {
      const line = this.#writeLine(inlines);
      const hasText = inlines.some((inline) => inline.type === 'text' && inline.value.trim() !== '');
      return hasText ? line : `<p>${line}</p>`;
    });
  }

  #writeList(list: BlockNode<'list'>, second: boolean): string {
    return this.#wrap(list.ordered ? 'ol' : 'ul', () => {
      const tight = list.items.every(({ children }) => isTightItem(children));
      const items = list.items.map((item, index) => {
        const mark = list.ordered ? `${list.start + index}${second ? ')' : '.'}` : second ? '*' : '-';
        const body = this.#wrap('li', () => this.#writeItem(item, tight));
        return prefixLines(body, `${mark} `, ' '.repeat(mark.length + 1));
      });
      return items.join(tight ? '\n' : '\n\n');
    });
  }

  #writeItem({ checked, children }: ListItem<InlineTag, BlockTag>, tight: boolean): string {
    const body = tight
      ? children.map((child) => this.#writeBlocks([child])).join('\n')
      : this.#writeBlocks(children);
    return checked === undefined ? body : `<Tick done="${checked ? 1 : 0}" />${body}`;
  }

  #writeGrid(grid: BlockNode<'grid'>): string {
    return this.#wrap('Grid', () => {
      const n = this.#number(grid);
      const rows = [grid.header, ...grid.rows].map((row) => this.#writeRow(row));
      const rule = grid.align.map((side) => rules[side ?? 'none']);
      const lines = [rows[0], `| ${rule.join(' | ')} |`, ...rows.slice(1)];
      return `<Grid ${n}>\n\n${lines.join('\n')}\n\n</Grid>`;
    });
  }

  #writeRow(cells: readonly BookInline[][]): string {
    const written = cells.map((cell) => this.#wrap('cell', () => this.#writeLine(cell)));
    return `| ${written.join(' | ')} |`;
  }

  #writeLine(inlines: readonly BookInline[]): string {
    const line = escapeLineEnd(this.#writeInlines(inlines));
    return inlines[0]?.type === 'text' ? escapeLineStart(line) : line;
  }

  #writeInlines(inlines: readonly BookInline[]): string {
    return inlines.map((inline) => this.#writeInline(inline)).join('');
  }

  #writeText(value: string): string {
    this.outline.push(value);
    return escapeMdxText(value);
  }

  #writeInline(inline: BookInline): string {
    switch (inline.type) {
      case 'text':
        return this.#writeText(inline.value);
      case 'code':
        return this.#wrap('code', () => `<code>${this.#writeText(inline.value)}</code>`);
      case 'emphasis':
      case 'strong':
      case 'delete': {
        const name = emphasis[inline.type];
        return this.#wrap(name, () => `<${name}>${this.#writeInlines(inline.children)}</${name}>`);
      }
      case 'link':
        return this.#wrap('Link', () => {
          const n = this.#number(inline);
          return `<Link ${n}>${this.#writeInlines(inline.children)}</Link>`;
        });
      case 'break':
        this.outline.push(markElement('br', ''));
        return '<br />';
      default:
        return this.#writeElement(elements[inline.type], inline);
    }
  }
}

type Looked = Exclude<
  BookInline['type'],
  'text' | 'code' | 'emphasis' | 'strong' | 'delete' | 'link' | 'break'
>;

/** Inlines that are one element and nothing inside. */
const elements: Record<Looked, string> = {
  math: 'Formula',
  image: 'Picture',
  footnote: 'Noteref',
  value: 'Value',
  verdict: 'Verdict',
  ref: 'Ref',
  cite: 'Cite',
  term: 'Term',
};

const rules = { left: ':---', center: ':---:', right: '---:', none: '---' };

/** Its lines can stand without an empty one between them: text, and perhaps lists that may follow text directly. */
function isTightItem(children: readonly BookBlock[]): boolean {
  return children.every((child, index) =>
    index === 0
      ? child.type === 'paragraph'
      : child.type === 'list' && canFollowText(child) && children[index - 1]!.type === 'paragraph',
  );
}

function canFollowText({ ordered, start, items }: BlockNode<'list'>): boolean {
  return (!ordered || start === 1) && items[0]?.children[0] !== undefined;
}

/** Puts lines into a container: empty ones stay without trailing spaces. */
function prefixLines(text: string, first: string, further: string): string {
  return text
    .split('\n')
    .map((line, index) => ((index === 0 ? first : further) + line).trimEnd())
    .join('\n');
}
