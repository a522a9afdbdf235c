import { Anchors } from '../../base/anchor.ts';
import type { Heading } from '../../base/chapter-tree.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../line-index.ts';
import type { BlockTagUse, InlineTagUse } from '../markdown-chapter.ts';
import { getEnd, getStart, type Mdast } from '../mdast.ts';
import type { Piece } from '../scan/piece.ts';
import { restoreCharacters, splitAtPlaceholders } from '../scan/placeholders.ts';
import type { ScannedText } from '../scan/scan-text.ts';
import type { Footnotes } from './footnotes.ts';

/** What the conversion of one chapter shares. */
export class TreeContext {
  readonly problems: Problem[] = [];
  readonly headings: Heading<InlineTagUse>[] = [];
  /** Tags that stand in the tree. */
  readonly uses = new Set<InlineTagUse | BlockTagUse>();
  readonly anchors: Anchors;
  readonly scan: ScannedText;
  readonly footnotes: Footnotes;
  /** Link targets by identifier: `[a]: https://…`. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly #lines: LineIndex;

  constructor(
    scan: ScannedText,
    lines: LineIndex,
    footnotes: Footnotes,
    definitions: ReadonlyMap<string, string>,
  ) {
    this.scan = scan;
    this.footnotes = footnotes;
    this.definitions = definitions;
    this.#lines = lines;
    this.anchors = new Anchors(listGivenIds(scan.pieces));
  }

  /** Where `node` stands in the author's file. */
  getPlace(node: Mdast): Place {
    return this.#lines.toPlace(this.scan.toSource(getStart(node)));
  }

  toPlace(sourceOffset: number): Place {
    return this.#lines.toPlace(sourceOffset);
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
