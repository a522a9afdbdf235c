import type { Heading, ListItem } from '../../base/chapter-tree.ts';
import type { Place } from '../../base/place.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BlockTagUse, InlineTagUse, ParsedBlock, ParsedInline } from '../markdown-chapter.ts';
import { renderFormula } from '../math.ts';
import { getChildren, getEnd, getStart, type Mdast } from '../mdast.ts';
import { toPlainText } from '../plain-text.ts';
import { isBlockPiece, type Piece, splitAtPlaceholders } from '../scan/placeholders.ts';
import { buildInlines } from './build-inlines.ts';
import { buildPictures } from './build-picture.ts';
import { checkParagraph, checkTableRows } from './lost-marks.ts';
import { deepestNesting, type TreeContext } from './tree-context.ts';

/** The two ends of a `<Note>`, before what lies between is put into it. */
type NoteMark = { type: 'note-open'; use: BlockTagUse } | { type: 'note-close'; place: Place };

/** The blocks of a node, notes nested. */
export function buildBlocks(node: Mdast, context: TreeContext, depth = 0): ParsedBlock[] {
  if (depth > deepestNesting) {
    context.problems.push(createProblem('nesting-too-deep', context.getPlace(node), {}));
    return [];
  }
  return nestNotes(
    getChildren(node).flatMap((child) => buildBlock(child, context, depth + 1)),
    context,
  );
}

/** Puts what stands between the ends of a note into it. Both ends must stand in the same list item or quote. */
function nestNotes(blocks: (ParsedBlock | NoteMark)[], context: TreeContext): ParsedBlock[] {
  const outer: ParsedBlock[] = [];
  const open: BlockTagUse[] = [];
  for (const block of blocks) {
    const into = open.at(-1)?.children ?? outer;
    if (block.type === 'note-open') {
      context.uses.add(block.use);
      into.push(block.use);
      open.push(block.use);
    } else if (block.type === 'note-close') {
      if (!open.pop()) context.problems.push(createProblem('note-crosses', block.place, {}));
    } else into.push(block);
  }
  return outer;
}

function buildBlock(node: Mdast, context: TreeContext, depth: number): (ParsedBlock | NoteMark)[] {
  switch (node.type) {
    case 'paragraph':
      return buildParagraph(node, context);
    case 'heading':
      return [buildHeading(node, context)];
    case 'list': {
      const items = node.children.map((item): ListItem<InlineTagUse, BlockTagUse> => {
        const children = buildBlocks(item, context, depth);
        return typeof item.checked === 'boolean' ? { checked: item.checked, children } : { children };
      });
      return [{ type: 'list', ordered: node.ordered ?? false, start: node.start ?? 1, items }];
    }
    case 'blockquote':
      return [{ type: 'quote', children: buildBlocks(node, context, depth) }];
    case 'code':
      checkFence(node, context);
      return [
        { type: 'codeBlock', language: context.restore(node.lang ?? ''), value: context.restore(node.value) },
      ];
    case 'table': {
      checkTableRows(node, context);
      const width = node.children[0]?.children.length ?? 0;
      const rows = node.children.map((row) =>
        Array.from({ length: width }, (_, column) => {
          const cell = row.children[column];
          return cell ? buildInlines(cell, context) : [];
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
function buildParagraph(node: Mdast, context: TreeContext): (ParsedBlock | NoteMark)[] {
  const pieces = collectBlockPieces(node, context);
  if (pieces) return pieces.map((piece) => buildPieceBlock(piece, context));
  const pictures = buildPictures(node, context);
  if (pictures) return pictures;
  checkParagraph(node, context);
  const children = buildInlines(node, context);
  unindent(children);
  const isEmpty = children.every((child) => child.type === 'text' && child.value.trim() === '');
  return isEmpty ? [] : [{ type: 'paragraph', children }];
}

/** Full-width spaces typed to indent a paragraph: both printings indent by themselves. */
function unindent(children: ParsedInline[]): void {
  const first = children[0];
  if (first?.type === 'text') first.value = first.value.replace(/^[\u3000 \t]+/, '');
}

function collectBlockPieces(node: Mdast, context: TreeContext): Piece[] | undefined {
  const pieces: Piece[] = [];
  for (const child of getChildren(node)) {
    if (child.type !== 'text') return undefined;
    for (const part of splitAtPlaceholders(child.value)) {
      const piece = typeof part === 'number' ? context.getPiece(part) : undefined;
      if (piece && isBlockPiece(piece)) pieces.push(piece);
      else if (typeof part === 'number' || part.trim() !== '') return undefined;
    }
  }
  return pieces.length > 0 ? pieces : undefined;
}

function buildPieceBlock(piece: Piece, context: TreeContext): ParsedBlock | NoteMark {
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
      context.problems.push(
        createProblem('bad-tex', piece.place, { tex: piece.tex, message: rendered.error }),
      );
      return { type: 'codeBlock', language: 'tex', value: piece.tex };
    }
    default:
      return { type: 'paragraph', children: [{ type: 'text', value: piece.source }] };
  }
}

function buildHeading(
  node: Extract<Mdast, { type: 'heading' }>,
  context: TreeContext,
): Heading<InlineTagUse> {
  const children = buildInlines(node, context);
  const text = toPlainText<InlineTagUse, BlockTagUse>(children).trim();
  const place = context.getPlace(node);
  const underlined = !/^\s*#/.test(context.slice(node));
  if (underlined) context.problems.push(createProblem('heading-underlined', place, { text }));
  if (node.depth === 1) context.problems.push(createProblem('heading-one', place, { text }));
  const depth = node.depth === 1 ? 2 : node.depth;
  const built: Heading<InlineTagUse> = {
    type: 'heading',
    depth,
    id: context.anchors.take(text),
    number: '',
    text,
    children,
    place,
  };
  context.headings.push(built);
  return built;
}

/** A fence that never closes swallows the rest of its container. */
function checkFence(node: Mdast, context: TreeContext): void {
  const written = context.scan.text.slice(getStart(node), getEnd(node));
  const fence = /^(`{3,}|~{3,})/.exec(written)?.[1];
  const last = written
    .slice(written.lastIndexOf('\n') + 1)
    .replace(/^[\s>]*/, '')
    .trimEnd();
  const closed =
    fence !== undefined && written.includes('\n') && /^(`+|~+)$/.test(last) && last.startsWith(fence);
  if (!closed)
    context.problems.push(createProblem('unclosed-fence', context.getPlace(node), { fence: fence ?? '```' }));
}
