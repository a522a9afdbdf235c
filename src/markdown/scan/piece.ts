import type { Place } from '../../base/place.ts';
import type { BlockTagUse, InlineTagUse } from '../markdown-chapter.ts';

/** What was cut out of the text before the Markdown parser saw it; `source` is how the author wrote it. */
export type Piece = { source: string } & (
  | { kind: 'inline-tag'; use: InlineTagUse }
  | { kind: 'block-tag'; use: BlockTagUse }
  | { kind: 'note-open'; use: BlockTagUse }
  /** `container`: the marks of quotes and lists that its opening tag stands in. */
  | { kind: 'note-close'; place: Place; container: string }
  | { kind: 'math'; tex: string; display: boolean; place: Place }
  | { kind: 'link'; url: string; place: Place }
  /** Broken or no part of the dialect: its source prints as text. */
  | { kind: 'text' }
);

/** Stands on lines of its own. */
export function isBlockPiece(piece: Piece): boolean {
  return (
    piece.kind === 'block-tag' ||
    piece.kind === 'note-open' ||
    piece.kind === 'note-close' ||
    (piece.kind === 'math' && piece.display)
  );
}
