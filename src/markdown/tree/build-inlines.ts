import { getFirstCharacter, getLastCharacter, hanClass, wideMarkClass } from '../../base/characters.ts';
import { decodeUri } from '../../base/decoding.ts';
import { findUnsafeImageReason, findUnsafeScheme } from '../../base/safety/link-safety.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ParsedInline } from '../markdown-chapter.ts';
import { renderFormula } from '../math.ts';
import { getChildren, type Mdast } from '../mdast.ts';
import { isBlockPiece, type Piece, restoreCharacters, splitAtPlaceholders } from '../scan/placeholders.ts';
import { deepestNesting, type TreeContext, toFootnoteId } from './tree-context.ts';

/** The inline content of a node, lines joined. A block tag in it is reported and left out. */
export function buildInlines(node: Mdast, context: TreeContext): ParsedInline[] {
  const inlines = mergeTexts(getChildren(node).flatMap((child) => buildInline(child, context, false, 0)));
  joinLines(inlines);
  return inlines;
}

function buildInline(node: Mdast, context: TreeContext, inLink: boolean, depth: number): ParsedInline[] {
  // Emphasis within emphasis beyond this prints as it is written.
  if (depth > deepestNesting) return [{ type: 'text', value: context.restore(context.slice(node)) }];
  const inside = (linked = inLink) =>
    mergeTexts(getChildren(node).flatMap((child) => buildInline(child, context, linked, depth + 1)));
  switch (node.type) {
    case 'text':
      return buildText(node.value, context, inLink);
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ type: node.type, children: inside() }];
    case 'inlineCode':
      return [{ type: 'code', value: context.restore(node.value).replace(/\n/g, ' ') }];
    case 'break':
      return [{ type: 'break' }];
    case 'link':
      return buildLink(node.url, inside(true), node, context, inLink);
    case 'linkReference':
      return buildLink(
        context.definitions.get(node.identifier)?.url ?? '',
        inside(true),
        node,
        context,
        inLink,
      );
    case 'image':
      return buildImage(node.url, node.alt ?? '', node, context);
    case 'imageReference':
      return buildImage(context.definitions.get(node.identifier)?.url ?? '', node.alt ?? '', node, context);
    case 'footnoteReference': {
      const number = context.footnotes.assignNumber(node.identifier);
      return [{ type: 'footnote', id: toFootnoteId(number), number }];
    }
    default:
      return [{ type: 'text', value: context.restore(context.slice(node)) }];
  }
}

function buildText(value: string, context: TreeContext, inLink: boolean): ParsedInline[] {
  return splitAtPlaceholders(value).flatMap((part): ParsedInline[] => {
    if (typeof part === 'string') return [{ type: 'text', value: restoreCharacters(part) }];
    const piece = context.getPiece(part);
    return piece ? buildPieceInline(piece, context, inLink) : [];
  });
}

function buildPieceInline(piece: Piece, context: TreeContext, inLink: boolean): ParsedInline[] {
  if (piece.kind === 'inline-tag') {
    context.uses.add(piece.use);
    return [piece.use];
  }
  if (piece.kind === 'math') return [buildFormula(piece, context)];
  if (piece.kind === 'link') {
    const label: ParsedInline = { type: 'text', value: piece.source };
    if (inLink) return [label];
    const refused = findUnsafeScheme(piece.url);
    if (!refused) return [{ type: 'link', url: piece.url, children: [label], place: piece.place }];
    context.problems.push(createProblem('unsafe-link', piece.place, { url: piece.url, scheme: refused }));
    return [label];
  }
  if (isBlockPiece(piece) && piece.kind === 'block-tag') {
    const { name, place } = piece.use;
    context.problems.push(createProblem('block-tag-inline', place, { name, source: piece.source }));
    return [];
  }
  return piece.kind === 'text' ? [{ type: 'text', value: piece.source }] : [];
}

type MathPiece = Extract<Piece, { kind: 'math' }>;

function buildFormula(piece: MathPiece, context: TreeContext): ParsedInline {
  const rendered = renderFormula(piece.tex, false);
  if (!('error' in rendered)) return { type: 'math', tex: piece.tex, ...rendered };
  context.problems.push(createProblem('bad-tex', piece.place, { tex: piece.tex, message: rendered.error }));
  return { type: 'code', value: piece.source };
}

function buildLink(
  written: string,
  children: ParsedInline[],
  node: Mdast,
  context: TreeContext,
  inLink: boolean,
): ParsedInline[] {
  const url = context.restore(written);
  const place = context.getPlace(node);
  const scheme = findUnsafeScheme(url);
  if (scheme) context.problems.push(createProblem('unsafe-link', place, { url, scheme }));
  return scheme || inLink ? children : [{ type: 'link', url, children, place }];
}

function buildImage(written: string, alt: string, node: Mdast, context: TreeContext): ParsedInline[] {
  const src = context.restore(written);
  const place = context.getPlace(node);
  const refused = findUnsafeImageReason(src);
  if (!refused) {
    const image = { src: decodeUri(src), place };
    context.images.push(image);
    return [{ type: 'image', ...image, alt: context.restore(alt) }];
  }
  context.problems.push(createProblem('unsafe-image', place, { src, reason: refused }));
  return [{ type: 'text', value: context.restore(alt) }];
}

/** Joins neighbouring texts, so that a hidden sign or a dropped piece leaves no seam. */
function mergeTexts(inlines: ParsedInline[]): ParsedInline[] {
  const merged: ParsedInline[] = [];
  for (const next of inlines) {
    if (next.type === 'text' && next.value === '') continue;
    const last = merged.at(-1);
    if (next.type === 'text' && last?.type === 'text') last.value += next.value;
    else merged.push(next.type === 'text' ? { ...next } : next);
  }
  return merged;
}

/** Characters beside which Chinese prose has no space when a line of the source ends. */
const chinese = new RegExp(`[${hanClass}${wideMarkClass}\\u00b7]`, 'u');

/**
 * Joins the lines of a paragraph: nothing between Chinese characters, else one space. Changes the texts
 * in place; they are fresh from the parser. Needs the tree complete, since a line may end before a tag.
 */
function joinLines(inlines: readonly ParsedInline[]): void {
  const leaves = listLeaves(inlines);
  leaves.forEach((leaf, index) => {
    if (leaf.type !== 'text' || !leaf.value.includes('\n')) return;
    const before = getEdgeText(leaves[index - 1], 'end');
    const after = getEdgeText(leaves[index + 1], 'start');
    leaf.value = leaf.value.replace(/[ \t]*\n[ \t]*/g, (gap: string, at: number) => {
      const previous = at > 0 ? leaf.value.slice(0, at) : before;
      const next = leaf.value.slice(at + gap.length) || after;
      return chinese.test(getLastCharacter(previous)) && chinese.test(getFirstCharacter(next)) ? '' : ' ';
    });
  });
}

function listLeaves(inlines: readonly ParsedInline[]): ParsedInline[] {
  return inlines.flatMap((inline) => ('children' in inline ? listLeaves(inline.children) : [inline]));
}

/** The text that a leaf shows at one of its ends, as far as it is known before its tags are resolved. */
function getEdgeText(leaf: ParsedInline | undefined, side: 'start' | 'end'): string {
  switch (leaf?.type) {
    case undefined:
    case 'break':
      return '';
    case 'text':
    case 'code':
      return leaf.value;
    case 'tag':
      // 超额完成, 图 4-2, [1], 转化率: in Chinese words; a value begins with a figure and may end with a word.
      return leaf.name === 'Value'
        ? side === 'start'
          ? '0'
          : '人'
        : leaf.name === 'Ref' && side === 'end'
          ? '2'
          : '图';
    case 'footnote':
      return '图';
    default:
      return 'x';
  }
}
