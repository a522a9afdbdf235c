import type { Heading, ListItem } from '../../base/tree.ts';
import { problem } from '../../problems/problem.ts';
import { renderFormula } from '../math.ts';
import { plainText } from '../plain-text.ts';
import { childrenOf, endOf, type Mdast, startOf } from '../processor.ts';
import { isBlockPiece, type Piece } from '../scan/piece.ts';
import { splitPieces } from '../scan/signs.ts';
import type { BlockUse, InlineUse, WrittenBlock, WrittenInline } from '../uses.ts';
import type { Context } from './context.ts';
import { inlinesOf } from './inlines.ts';
import { type NoteMark, nestNotes } from './notes.ts';

/** Beyond this, lists and quotes in each other are no text any more. */
const deepest = 40;

/** The blocks of a node, notes nested. */
export function blocksOf(node: Mdast, context: Context, depth = 0): WrittenBlock[] {
  if (depth > deepest) {
    context.problems.push(problem('nesting-too-deep', context.place(node), {}));
    return [];
  }
  return nestNotes(
    childrenOf(node).flatMap((child) => block(child, context, depth + 1)),
    context,
  );
}

function block(node: Mdast, context: Context, depth: number): (WrittenBlock | NoteMark)[] {
  switch (node.type) {
    case 'paragraph':
      return paragraph(node, context);
    case 'heading':
      return [heading(node, context)];
    case 'list': {
      const items = node.children.map((item): ListItem<InlineUse, BlockUse> => {
        const children = blocksOf(item, context, depth);
        return typeof item.checked === 'boolean' ? { checked: item.checked, children } : { children };
      });
      return [{ type: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }];
    }
    case 'blockquote':
      return [{ type: 'quote', children: blocksOf(node, context, depth) }];
    case 'code':
      checkFence(node, context);
      return [
        { type: 'codeBlock', language: context.restore(node.lang ?? ''), value: context.restore(node.value) },
      ];
    case 'table': {
      const width = node.children[0]?.children.length ?? 0;
      const rows = node.children.map((row) =>
        Array.from({ length: width }, (_, column) => {
          const cell = row.children[column];
          return cell ? inlinesOf(cell, context) : [];
        }),
      );
      const align = Array.from({ length: width }, (_, column) => node.align?.[column] ?? null);
      return [{ type: 'grid', align, header: rows[0] ?? [], rows: rows.slice(1) }];
    }
    case 'thematicBreak':
      return [{ type: 'rule' }];
    case 'definition':
    case 'footnoteDefinition':
      return [];
    default:
      return [
        { type: 'paragraph', children: [{ type: 'text', value: context.restore(context.slice(node)) }] },
      ];
  }
}

/** A paragraph of nothing but block pieces is these blocks. */
function paragraph(node: Mdast, context: Context): (WrittenBlock | NoteMark)[] {
  const pieces = onlyBlockPieces(node, context);
  if (pieces) return pieces.map((piece) => pieceBlock(piece, context));
  if (/^[^\n]*\|[^\n]*\n[\s>]*\|?[ \t]*:?-+:?[ \t]*\|[\s:|-]*(\n|$)/.test(context.slice(node))) {
    context.problems.push(problem('table-broken', context.place(node), {}));
  }
  const children = inlinesOf(node, context);
  unindent(children);
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return isEmpty ? [] : [{ type: 'paragraph', children }];
}

/** Full-width spaces typed to indent a paragraph: both printings indent by themselves. */
function unindent(children: WrittenInline[]): void {
  const first = children[0];
  if (first?.type === 'text') first.value = first.value.replace(/^[\u3000 \t]+/, '');
}

function onlyBlockPieces(node: Mdast, context: Context): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const child of childrenOf(node)) {
    if (child.type !== 'text') return undefined;
    for (const part of splitPieces(child.value)) {
      const piece = typeof part === 'number' ? context.piece(part) : undefined;
      if (piece && isBlockPiece(piece)) pieces.push(piece);
      else if (typeof part === 'number' || part.trim() !== '') return undefined;
    }
  }
  return pieces.length > 0 ? pieces : undefined;
}

function pieceBlock(piece: Piece, context: Context): WrittenBlock | NoteMark {
  switch (piece.kind) {
    case 'block-tag':
      context.uses.add(piece.use);
      return piece.use;
    case 'note-open':
      return { type: 'note-open', use: piece.use };
    case 'note-close':
      return { type: 'note-close', place: piece.place };
    case 'math': {
      const rendered = renderFormula(piece.tex, true);
      if (!('error' in rendered)) return { type: 'mathBlock', tex: piece.tex, ...rendered };
      context.problems.push(problem('bad-tex', piece.place, { tex: piece.tex, message: rendered.error }));
      return { type: 'codeBlock', language: 'tex', value: piece.tex };
    }
    default:
      return { type: 'paragraph', children: [{ type: 'text', value: piece.source }] };
  }
}

function heading(node: Extract<Mdast, { type: 'heading' }>, context: Context): Heading<InlineUse> {
  const children = inlinesOf(node, context);
  const text = plainText<InlineUse, BlockUse>(children).trim();
  const place = context.place(node);
  const underlined = !/^\s*#/.test(context.slice(node));
  if (underlined) context.problems.push(problem('heading-underlined', place, { text }));
  if (node.depth === 1) context.problems.push(problem('heading-one', place, { text }));
  const depth = node.depth === 1 ? 2 : node.depth;
  const made: Heading<InlineUse> = {
    type: 'heading',
    depth,
    id: context.anchors.take(text),
    number: '',
    text,
    children,
    place,
  };
  context.headings.push(made);
  return made;
}

/** A fence that never closes swallows the rest of its container. */
function checkFence(node: Mdast, context: Context): void {
  const written = context.scan.text.slice(startOf(node), endOf(node));
  const fence = /^(`{3,}|~{3,})/.exec(written)?.[1];
  const last = written
    .slice(written.lastIndexOf('\n') + 1)
    .replace(/^[\s>]*/, '')
    .trimEnd();
  const closed =
    fence !== undefined && written.includes('\n') && /^(`+|~+)$/.test(last) && last.startsWith(fence);
  if (!closed)
    context.problems.push(problem('unclosed-fence', context.place(node), { fence: fence ?? '```' }));
}
