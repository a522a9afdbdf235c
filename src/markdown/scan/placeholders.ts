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

/*
 * Signs that stand for what the Markdown parser must not see. They are Unicode noncharacters, which
 * no text may hold, and count as letters where Markdown decides about emphasis.
 */
const OPEN = '\uFDD0';
const DIGITS = 0xfde0;

/** Makes a punctuation mark beside `**` look like a letter; gone after parsing. */
export const HINT = '\uFDD1';

/** One sign for one character that would be syntax to the parser and is text to the author. */
const standIns: Record<string, string> = {
  '{': '\uFDD2',
  '}': '\uFDD3',
  '<': '\uFDD4',
  '~': '\uFDD5',
  '*': '\uFDD6',
};
const originals: Record<string, string> = Object.fromEntries(
  Object.entries(standIns).map(([original, sign]) => [sign, original]),
);

/** `character` as the parser may see it. */
export function toStandIn(character: string): string {
  return standIns[character] ?? character;
}

/** Number `index` of the pieces cut out of the text. */
export function encodePlaceholder(index: number): string {
  let sign = OPEN;
  for (let shift = 16; shift >= 0; shift -= 4) sign += String.fromCharCode(DIGITS + ((index >> shift) & 15));
  return sign;
}

const placeholderPattern = /\uFDD0([\uFDE0-\uFDEF]{5})/g;

/** Splits `text` at the signs of pieces: texts at even places, piece numbers at odd ones. */
export function splitAtPlaceholders(text: string): (string | number)[] {
  const parts: (string | number)[] = [];
  let from = 0;
  for (const match of text.matchAll(placeholderPattern)) {
    const digits = [...match[1]!];
    parts.push(text.slice(from, match.index));
    parts.push(digits.reduce((sum, digit) => sum * 16 + digit.charCodeAt(0) - DIGITS, 0));
    from = match.index + match[0].length;
  }
  parts.push(text.slice(from));
  return parts;
}

/** Takes hints out and puts the characters back that signs stood for. */
export function restoreCharacters(text: string): string {
  return text.replace(/[\uFDD1-\uFDD6]/g, (sign) => originals[sign] ?? '');
}

/** An author's own noncharacters would be taken for signs: they become the replacement character. */
export function withoutNoncharacters(text: string): string {
  return text.replace(/[\uFDD0-\uFDEF]/g, '\uFFFD');
}
