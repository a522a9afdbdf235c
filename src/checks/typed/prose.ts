import { LineIndex, type SourceText } from '../../base/source-text.ts';
import { parseFrontMatter } from '../../markdown/front-matter.ts';
import { findCodeRanges } from '../../markdown/scan/code-ranges.ts';
import { isBlockPiece, type Piece, restoreCharacters } from '../../markdown/scan/placeholders.ts';
import { scanText } from '../../markdown/scan/scan-text.ts';

/** Stands in a sentence for a tag, a formula, code or an address. */
export const TAG = '\uFFFC';

/** A tag in a sentence. */
export interface SentenceTag {
  /** Offset of its sign in the text of the sentence. */
  at: number;
  name: string;
  props: Record<string, string>;
}

/** A sentence as it is read: no marks, no code, one sign for a tag. */
export interface Sentence {
  text: string;
  /** Offset in the file of each of its characters. */
  offsets: number[];
  tags: SentenceTag[];
  /** In a block quotation. */
  isQuoted: boolean;
  /** A cell of a table typed by hand. */
  isCell: boolean;
  isHeading: boolean;
  /** What stands above the cell. */
  head: string;
  /** The heading it stands under, and the sentence before it. */
  topic: string;
}

interface Character {
  sign: string;
  offset: number;
  tag?: Omit<SentenceTag, 'at'>;
}

/** The sentences of a chapter in the order of the text: paragraphs, headings, lists, cells, alternative texts, title and summary. */
export function readSentences(source: SourceText): Sentence[] {
  const { bodyStart } = parseFrontMatter(source);
  const front = readFrontSentences(source.text.slice(0, bodyStart));
  const body = source.text.slice(0, bodyStart).replace(/[^\n]/g, ' ') + source.text.slice(bodyStart);
  const scanned = scanText(body, new LineIndex(source.file, source.text));
  const characters = readCharacters(blankCode(scanned.text), scanned.toSource, scanned.pieces);
  return withTopics([...front, ...splitBlocks(characters)]);
}

/** The last heading and the sentence before: what a number is about stands there, too. */
function withTopics(sentences: readonly PlainSentence[]): Sentence[] {
  let heading = '';
  let last = '';
  return sentences.map((one) => {
    if (one.isHeading) [heading, last] = [one.text, ''];
    const topic = `${heading} ${last}`;
    last = one.text;
    return { ...one, topic };
  });
}

type PlainSentence = Omit<Sentence, 'topic'>;

type Kind = Pick<PlainSentence, 'isQuoted' | 'isCell' | 'head' | 'isHeading'>;
const plain: Kind = { isQuoted: false, isCell: false, head: '', isHeading: false };

const frontLine = /^(?:title|subtitle|summary):[ \t]*(.+)$/gm;

function readFrontSentences(front: string): PlainSentence[] {
  return [...front.matchAll(frontLine)].flatMap((match) => {
    const start = match.index + match[0].length - match[1]!.length;
    const characters = match[1]!.split('').map((sign, at) => ({ sign, offset: start + at }));
    return splitSentences(characters, plain);
  });
}

/** Code is no prose; every character keeps its place. */
function blankCode(text: string): string {
  let blanked = text;
  for (const { from, to } of findCodeRanges(text)) {
    const code = blanked.slice(from, to);
    blanked = blanked.slice(0, from) + code.replace(/[^\n]/g, TAG) + blanked.slice(to);
  }
  return blanked;
}

/** Marks of emphasis and addresses of links are gone, a piece is one sign. */
const marks = /\uFDD0[\uFDE0-\uFDEF]{5}|\*+|~~|\]\([^)\n]*\)|!?\[(?!\^|\d)|\[\^[^\]]*\]:?|\uFDD1/g;

function readCharacters(
  text: string,
  toSource: (at: number) => number,
  pieces: readonly Piece[],
): Character[] {
  const characters: Character[] = [];
  let at = 0;
  const copy = (to: number) => {
    for (; at < to; at++) characters.push({ sign: restoreCharacters(text[at]!), offset: toSource(at) });
  };
  let piece = 0;
  for (const match of text.matchAll(marks)) {
    copy(match.index);
    if (match[0].startsWith('\uFDD0')) characters.push(...readPiece(pieces[piece++], toSource(at)));
    at += match[0].length;
  }
  copy(text.length);
  return characters;
}

function readPiece(piece: Piece | undefined, offset: number): Character[] {
  if (!piece) return [];
  if (piece.kind === 'inline-tag') {
    const { name, props } = piece.use;
    return [{ sign: TAG, offset, tag: { name, props } }];
  }
  return [{ sign: isBlockPiece(piece) ? '\n' : TAG, offset }];
}

const moduleLine = /^\s*(?:import|export)\s+(?:const|let|var|default|function|\{|\*|\w+\s+from\b|['"])/;

const rowLine = /^\s*\||\S\s*\|\s/;
/** Of a heading, a quotation, an item of a list, a rule; also where the number of an item is not one to Markdown. */
const lineMark = /^\s*(?:#{1,6}\s|>|(?:[-+](?=\s)|\d{1,3}(?:[.．](?!\d)|[)）、]))\s*(?:\[[ x]\]\s)?|:?-{3,})/;

function readRow(line: readonly Character[], heads: readonly string[]): PlainSentence[] {
  return splitCells(line).flatMap((cell, at) =>
    splitSentences(cell, { ...plain, isCell: true, head: heads[at] ?? '' }),
  );
}

function getText(characters: readonly Character[]): string {
  return characters.map(({ sign }) => sign).join('');
}

/** Lines of one paragraph are one text; headings, list items, rows stand alone. */
function splitBlocks(characters: readonly Character[]): PlainSentence[] {
  const sentences: PlainSentence[] = [];
  let paragraph: Character[] = [];
  let heads: string[] = [];
  const flush = () => {
    sentences.push(...splitSentences(paragraph, plain));
    paragraph = [];
  };
  for (const line of splitLines(characters)) {
    const text = getText(line);
    // Told where it stands, and no prose.
    if (moduleLine.test(text)) continue;
    const isRow = rowLine.test(text);
    const mark = isRow ? '' : lineMark.exec(text)?.[0];
    if (mark !== undefined || text.trim() === '') flush();
    if (!isRow) heads = [];
    if (isRow && /^[\s|:-]+$/.test(text)) continue;
    if (isRow && heads.length === 0) heads = splitCells(line).map((cell) => getText(cell).trim());
    else if (isRow) sentences.push(...readRow(line, heads));
    else if (mark === undefined) paragraph.push(...joinLines(paragraph, line));
    else if (/[>#]/.test(mark)) {
      const kind = { ...plain, isQuoted: mark.includes('>'), isHeading: mark.includes('#') };
      sentences.push(...splitSentences(line.slice(mark.length), kind));
    } else paragraph.push(...line.slice(mark.length));
  }
  flush();
  return sentences;
}

function joinLines(before: readonly Character[], line: readonly Character[]): Character[] {
  const isWord = (one: Character | undefined) => one !== undefined && /[A-Za-z\d,.;]/.test(one.sign);
  const gap = isWord(before.at(-1)) && isWord(line[0]) ? [{ sign: ' ', offset: line[0]!.offset }] : [];
  return [...gap, ...line];
}

function splitLines(characters: readonly Character[]): Character[][] {
  return splitAt(characters, ({ sign }) => sign === '\n').map((line) =>
    line.filter(({ sign }) => sign !== '\n'),
  );
}

/** With or without a line at its beginning. */
function splitCells(line: readonly Character[]): Character[][] {
  const cells = splitAt(line, ({ sign }) => sign === '|');
  const isOpened = /^\s*\|/.test(getText(line));
  return cells.slice(isOpened ? 1 : 0).map((cell) => cell.filter(({ sign }) => sign !== '|'));
}

/** Each part with the character that ends it. */
function splitAt(
  characters: readonly Character[],
  ends: (one: Character, at: number) => boolean,
): Character[][] {
  const parts: Character[][] = [];
  let part: Character[] = [];
  for (const [at, one] of characters.entries()) {
    part.push(one);
    if (!ends(one, at)) continue;
    parts.push(part);
    part = [];
  }
  return part.length > 0 ? [...parts, part] : parts;
}

function splitSentences(characters: readonly Character[], about: Kind): PlainSentence[] {
  return splitAt(characters, createSentenceEnd(characters)).map((part) => ({
    ...about,
    text: getText(part),
    offsets: part.map(({ offset }) => offset),
    tags: part.flatMap(({ tag }, at) => (tag ? [{ ...tag, at }] : [])),
  }));
}

/** A quotation is not cut; one that is never closed is over after so many characters. */
const longestQuotation = 200;
/** No person writes one longer; what is looked for around each number must not go through a whole file. */
const longestSentence = 600;

/** Whether a character ends its sentence; asked of each in order. */
function createSentenceEnd(characters: readonly Character[]): (one: Character, at: number) => boolean {
  let quotedUntil = -1;
  let start = 0;
  const getSign = (at: number) => characters[at]?.sign ?? '';
  const isEnd = (sign: string, at: number) => {
    if (sign === '“') quotedUntil = at + longestQuotation;
    if (sign === '”') quotedUntil = -1;
    if (at < quotedUntil) return false;
    if (/[。！？；!?]/.test(sign)) return true;
    if (sign !== '.' || !/\s/.test(getSign(at + 1))) return false;
    return !/\d/.test(getSign(at - 1)) || /[A-Z]/.test(getSign(at + 2));
  };
  return ({ sign }, at) => {
    if (!isEnd(sign, at) && at - start < longestSentence) return false;
    start = at + 1;
    return true;
  };
}
