import { Anchors } from '../../base/anchor.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Heading } from '../../base/tree.ts';
import type { Lines } from '../lines.ts';
import { endOf, type Mdast, startOf } from '../processor.ts';
import type { Piece } from '../scan/piece.ts';
import type { Scan } from '../scan/scan.ts';
import { restoreSigns, splitPieces } from '../scan/signs.ts';
import type { BlockUse, InlineUse } from '../uses.ts';
import type { Footnotes } from './footnotes.ts';

/** What the conversion of one chapter shares. */
export class Context {
  readonly problems: Problem[] = [];
  readonly headings: Heading<InlineUse>[] = [];
  /** Tags that stand in the tree. */
  readonly uses = new Set<InlineUse | BlockUse>();
  readonly anchors: Anchors;
  readonly scan: Scan;
  readonly footnotes: Footnotes;
  /** Link targets by identifier: `[a]: https://…`. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly #lines: Lines;

  constructor(scan: Scan, lines: Lines, footnotes: Footnotes, definitions: ReadonlyMap<string, string>) {
    this.scan = scan;
    this.footnotes = footnotes;
    this.definitions = definitions;
    this.#lines = lines;
    this.anchors = new Anchors(givenIds(scan.pieces));
  }

  /** Where `node` stands in the author's file. */
  place(node: Mdast): Place {
    return this.#lines.place(this.scan.toSource(startOf(node)));
  }

  placeAt(sourceOffset: number): Place {
    return this.#lines.place(sourceOffset);
  }

  /** `node` as the parser read it. */
  slice(node: Mdast): string {
    return this.scan.text.slice(startOf(node), endOf(node));
  }

  piece(index: number): Piece | undefined {
    return this.scan.pieces[index];
  }

  /** A text as its author wrote it: pieces by their source, signs by their characters. */
  restore(text: string): string {
    return splitPieces(text)
      .map((part) => (typeof part === 'string' ? restoreSigns(part) : (this.piece(part)?.source ?? '')))
      .join('');
  }
}

/** The ids that figures and tables of the chapter were given. */
function givenIds(pieces: readonly Piece[]): string[] {
  return pieces.flatMap((piece) => (piece.kind === 'block-tag' && piece.use.props.id?.trim()) || []);
}
