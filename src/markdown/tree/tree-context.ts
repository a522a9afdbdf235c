import { Anchors } from '../../base/anchor.ts';
import type { Heading } from '../../base/chapter-tree.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BlockTagUse, ImageUse, InlineTagUse } from '../markdown-chapter.ts';
import { getEnd, getStart, type Mdast, traverseNodes } from '../mdast.ts';
import { type Piece, restoreCharacters, splitAtPlaceholders } from '../scan/placeholders.ts';
import type { ScannedText } from '../scan/scan-text.ts';

/** Lists, quotes or emphasis in each other beyond this are no text any more. */
export const deepestNesting = 40;

export type Definitions = ReadonlyMap<string, { url: string; title?: string | null }>;

/** What the conversion of one chapter shares. */
export class TreeContext {
  readonly problems: Problem[] = [];
  readonly headings: Heading<InlineTagUse>[] = [];
  /** Tags that stand in the tree. */
  readonly uses = new Set<InlineTagUse | BlockTagUse>();
  readonly images: ImageUse[] = [];
  readonly anchors: Anchors;
  readonly scan: ScannedText;
  readonly footnotes: Footnotes;
  /** Link targets by identifier: `[a]: https://…`. */
  readonly definitions: Definitions;
  readonly #lines: LineIndex;

  constructor(scan: ScannedText, lines: LineIndex, footnotes: Footnotes, definitions: Definitions) {
    this.scan = scan;
    this.footnotes = footnotes;
    this.definitions = definitions;
    this.#lines = lines;
    this.anchors = new Anchors([...listGivenIds(scan.pieces), ...this.#listPictureNames()]);
  }

  /** What is written like the name of a picture. */
  #listPictureNames(): string[] {
    return [...restoreCharacters(this.scan.text).matchAll(/\]\([^)\n]*\)\{#([^{}\n]+)\}/g)].map(([, id]) =>
      id!.trim(),
    );
  }

  /** Where `node` stands in the author's file. */
  getPlace(node: Mdast): Place {
    return this.getPlaceAt(getStart(node));
  }

  /** Where an offset of the text as the parser read it stands in the author's file. */
  getPlaceAt(offset: number): Place {
    return this.#lines.toPlace(this.scan.toSource(offset));
  }

  /** `node` as the parser read it. */
  slice(node: Mdast): string {
    return this.scan.text.slice(getStart(node), getEnd(node));
  }

  getPiece(index: number): Piece | undefined {
    return this.scan.pieces[index];
  }

  /** A text as its author wrote it: pieces by their source, signs by their characters. */
  restore(text: string): string {
    return splitAtPlaceholders(text)
      .map((part) =>
        typeof part === 'string' ? restoreCharacters(part) : (this.getPiece(part)?.source ?? ''),
      )
      .join('');
  }
}

/** The ids that figures and tables of the chapter were given. */
function listGivenIds(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => (piece.kind === 'block-tag' && piece.use.props.id?.trim()) || []);
}

type Definition = Extract<Mdast, { type: 'footnoteDefinition' }>;

/** Footnotes of a chapter, numbered in the order of their first marks. */
export class Footnotes {
  readonly definitions = new Map<string, Definition>();
  /** Identifiers in order of their numbers. */
  readonly order: string[] = [];

  constructor(root: Mdast) {
    for (const node of traverseNodes(root)) {
      if (node.type !== 'footnoteDefinition' || this.definitions.has(node.identifier)) continue;
      this.definitions.set(node.identifier, node);
    }
  }

  /** The number of the footnote `identifier`, given at its first mark. */
  assignNumber(identifier: string): number {
    const known = this.order.indexOf(identifier);
    return known >= 0 ? known + 1 : this.order.push(identifier);
  }
}

export function toFootnoteId(number: number): string {
  return `fn-${number}`;
}

/** Marks without a note, notes without a mark, and notes written twice. */
export function checkFootnotes(marks: ScannedText['footnoteMarks'], lines: LineIndex): Problem[] {
  const key = (label: string) => label.toLowerCase();
  const defined = new Set(marks.filter((mark) => mark.definition).map((mark) => key(mark.label)));
  const used = new Set(marks.filter((mark) => !mark.definition).map((mark) => key(mark.label)));
  const seen = new Set<string>();
  return marks.flatMap(({ label, offset, definition }) => {
    const place = lines.toPlace(offset);
    if (!definition)
      return defined.has(key(label)) ? [] : [createProblem('unknown-footnote', place, { label })];
    const again = seen.has(key(label));
    seen.add(key(label));
    if (again) return [createProblem('duplicate-footnote', place, { label })];
    return used.has(key(label)) ? [] : [createProblem('unused-footnote', place, { label })];
  });
}
