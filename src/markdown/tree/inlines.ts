import { problem } from '../../problems/problem.ts';
import { refusedImage, refusedScheme } from '../link-safety.ts';
import { renderFormula } from '../math.ts';
import { childrenOf, type Mdast } from '../processor.ts';
import { isBlockPiece, type Piece } from '../scan/piece.ts';
import { restoreSigns, splitPieces } from '../scan/signs.ts';
import type { WrittenInline } from '../uses.ts';
import type { Context } from './context.ts';
import { footnoteId } from './footnotes.ts';
import { joinLines } from './line-breaks.ts';

/** The inline content of a node, lines joined. A block tag in it is told and left out. */
export function inlinesOf(node: Mdast, context: Context): WrittenInline[] {
  const inlines = mergeTexts(childrenOf(node).flatMap((child) => inline(child, context, false, 0)));
  joinLines(inlines);
  return inlines;
}

/** Emphasis within emphasis beyond this prints as it is written. */
const deepest = 40;

function inline(node: Mdast, context: Context, inLink: boolean, depth: number): WrittenInline[] {
  if (depth > deepest) return [{ type: 'text', value: context.restore(context.slice(node)) }];
  const inside = (linked = inLink) =>
    mergeTexts(childrenOf(node).flatMap((child) => inline(child, context, linked, depth + 1)));
  switch (node.type) {
    case 'text':
      return text(node.value, context, inLink);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: inside() }];
    case 'inlineCode':
      return [{ type: 'code', value: context.restore(node.value).replace(/\n/g, ' ') }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return link(node.url, inside(true), node, context, inLink);
    case 'linkReference':
      return link(context.definitions.get(node.identifier) ?? '', inside(true), node, context, inLink);
    case 'image':
      return image(node.url, node.alt ?? '', node, context);
    case 'imageReference':
      return image(context.definitions.get(node.identifier) ?? '', node.alt ?? '', node, context);
    case 'footnoteReference': {
      const number = context.footnotes.number(node.identifier);
      return [{ type: 'footnote', id: footnoteId(number), number }];
    }
    default:
      return [{ type: 'text', value: context.restore(context.slice(node)) }];
  }
}

function text(value: string, context: Context, inLink: boolean): WrittenInline[] {
  return splitPieces(value).flatMap((part): WrittenInline[] => {
    if (typeof part === 'string') return [{ type: 'text', value: restoreSigns(part) }];
    const piece = context.piece(part);
    return piece ? pieceInline(piece, context, inLink) : [];
  });
}

function pieceInline(piece: Piece, context: Context, inLink: boolean): WrittenInline[] {
  if (piece.kind === 'inline-tag') {
    context.uses.add(piece.use);
    return [piece.use];
  }
  if (piece.kind === 'math') return [formula(piece, context)];
  if (piece.kind === 'link') {
    const label: WrittenInline = { type: 'text', value: piece.source };
    if (inLink) return [label];
    const refused = refusedScheme(piece.url);
    if (!refused) return [{ type: 'link', url: piece.url, children: [label], place: piece.place }];
    context.problems.push(problem('unsafe-link', piece.place, { url: piece.url, scheme: refused }));
    return [label];
  }
  if (isBlockPiece(piece) && piece.kind === 'block-tag') {
    const { name, place } = piece.use;
    context.problems.push(problem('block-tag-inline', place, { name, source: piece.source }));
    return [];
  }
  return piece.kind === 'text' ? [{ type: 'text', value: piece.source }] : [];
}

type MathPiece = Extract<Piece, { kind: 'math' }>;

function formula(piece: MathPiece, context: Context): WrittenInline {
  const rendered = renderFormula(piece.tex, false);
  if (!('error' in rendered)) return { type: 'math', tex: piece.tex, ...rendered };
  context.problems.push(problem('bad-tex', piece.place, { tex: piece.tex, message: rendered.error }));
  return { type: 'code', value: piece.source };
}

function link(
  written: string,
  children: WrittenInline[],
  node: Mdast,
  context: Context,
  inLink: boolean,
): WrittenInline[] {
  const url = context.restore(written);
  const place = context.place(node);
  const scheme = refusedScheme(url);
  if (scheme) context.problems.push(problem('unsafe-link', place, { url, scheme }));
  return scheme || inLink ? children : [{ type: 'link', url, children, place }];
}

function image(written: string, alt: string, node: Mdast, context: Context): WrittenInline[] {
  const src = context.restore(written);
  const place = context.place(node);
  const refused = refusedImage(src);
  if (!refused) return [{ type: 'image', src: safeDecode(src), alt: context.restore(alt), place }];
  context.problems.push(problem('unsafe-image', place, { src, reason: refused }));
  return [{ type: 'text', value: context.restore(alt) }];
}

/** `%E5%9B%BE.png` names the file 图.png. */
function safeDecode(src: string): string {
  try {
    return decodeURIComponent(src);
  } catch {
    return src;
  }
}

/** Joins neighbouring texts, so that a hidden sign or a dropped piece leaves no seam. */
function mergeTexts(inlines: WrittenInline[]): WrittenInline[] {
  const merged: WrittenInline[] = [];
  for (const next of inlines) {
    if (next.type === 'text' && next.value === '') continue;
    const last = merged.at(-1);
    if (next.type === 'text' && last?.type === 'text') last.value += next.value;
    else merged.push(next.type === 'text' ? { ...next } : next);
  }
  return merged;
}
