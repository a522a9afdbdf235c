import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { isTagName, type TagName, tagSchemas } from '../../schema/tag-schemas.ts';
import type { BlockTagUse, InlineTagUse } from '../markdown-chapter.ts';
import { findForeignTagProblem } from './foreign-tag.ts';
import { parseLineStart } from './line-parts.ts';
import type { Piece } from './placeholders.ts';
import { parseAttributes, validateAttributes } from './tag-attributes.ts';
import { type LexedTag, lexTag } from './tag-lexer.ts';

/** The rest of the line a tag stands on. */
interface LineRest {
  before: string;
  after: string;
}

type ReadTag = { piece: Piece; to: number };

/** Reads tags, reports what is wrong with them, and keeps count of the open ones. */
export class TagReader {
  readonly #text: string;
  readonly #lines: LineIndex;
  readonly #problems: Problem[];
  /** Open `<Note>`s; `sound` ones became a piece. */
  readonly #notes: { place: Place; sound: boolean; container: string }[] = [];
  /** Names that were reported as never closed: their closing tags need no second problem. */
  readonly #reportedNames = new Set<string>();

  constructor(text: string, lines: LineIndex, problems: Problem[]) {
    this.#text = text;
    this.#lines = lines;
    this.#problems = problems;
  }

  /** The tag at `at`, or undefined when this `<` is a sign of the prose. */
  readTag(at: number, getLine: (to: number) => LineRest): ReadTag | undefined {
    const tag = lexTag(this.#text, at);
    if (!tag) return undefined;
    if (!isTagName(tag.name)) return this.#readForeign(tag);
    if (tag.kind === 'close') return this.#readClosing(tag, tag.name);
    return this.#readOpening(tag, tag.name, getLine);
  }

  /** Reports which notes were never closed. */
  checkUnclosedNotes(): void {
    for (const { place, sound } of this.#notes) {
      if (sound) this.#problems.push(createProblem('unclosed-note', place, {}));
    }
  }

  #readForeign(tag: LexedTag): ReadTag | undefined {
    const place = this.#lines.toPlace(tag.from);
    const found = findForeignTagProblem(tag, this.#getSource(tag), this.#text[tag.from - 1] ?? '', place);
    if (!found) return undefined;
    const again = tag.kind === 'close' && this.#reportedNames.has(tag.name);
    if (!again) this.#problems.push(found);
    this.#reportedNames.add(tag.name);
    return this.#toTextPiece(tag);
  }

  #readOpening(tag: LexedTag, name: TagName, getLine: (to: number) => LineRest): ReadTag {
    const schema = tagSchemas[name];
    const place = this.#lines.toPlace(tag.from);
    const attributes = parseAttributes(tag, name, this.#lines, this.#problems);
    const to = this.#findEnd(tag, name, attributes.corrected);
    if (to === undefined) return this.#toTextPiece(tag);
    const source = this.#text.slice(tag.from, to);
    if (!attributes.known && schema.position !== 'container') return { piece: { kind: 'text', source }, to };
    const { props, complete, problems } = validateAttributes(name, place, attributes);
    const { propPlaces } = attributes;
    this.#problems.push(...problems);
    if (schema.position === 'inline') {
      if (!complete) return { piece: { kind: 'text', source }, to };
      const use = { type: 'tag', name, props, place, propPlaces } as InlineTagUse;
      return { piece: { kind: 'inline-tag', use, source }, to };
    }
    const refused = !complete && schema.position === 'block';
    const use = { type: 'block-tag', name, props, place, propPlaces, refused, children: [] } as BlockTagUse;
    const line = getLine(to);
    const alone = isAloneOnLine(line, schema.position === 'container');
    if (!alone) this.#problems.push(createProblem('block-tag-inline', place, { name, source }));
    if (schema.position === 'container' && tag.kind === 'open') {
      this.#notes.push({ place, sound: alone, container: parseLineStart(line.before).further });
    }
    if (!alone) return { piece: { kind: 'text', source }, to };
    const kind = schema.position === 'container' && tag.kind === 'open' ? 'note-open' : 'block-tag';
    return { piece: { kind, use, source }, to };
  }

  /** Where the whole tag ends, or undefined when it is too broken to be used. */
  #findEnd(tag: LexedTag, name: TagName, corrected: string): number | undefined {
    const place = this.#lines.toPlace(tag.from);
    if (!tag.ended) {
      this.#problems.push(createProblem('unclosed-tag', place, { name, corrected }));
      return undefined;
    }
    if (tag.kind === 'self' || tagSchemas[name].position === 'container') return tag.to;
    const closing = new RegExp(`\\s*</${name}\\s*>`, 'y');
    closing.lastIndex = tag.to;
    const closed = closing.exec(this.#text);
    if (closed) return tag.to + closed[0].length;
    this.#problems.push(createProblem('unclosed-tag', place, { name, corrected }));
    this.#reportedNames.add(name);
    return tag.to;
  }

  #readClosing(tag: LexedTag, name: TagName): ReadTag {
    const place = this.#lines.toPlace(tag.from);
    const note = name === 'Note' ? this.#notes.pop() : undefined;
    if (note?.sound) {
      const { container } = note;
      return { piece: { kind: 'note-close', place, container, source: this.#getSource(tag) }, to: tag.to };
    }
    if (!note && !this.#reportedNames.has(name))
      this.#problems.push(createProblem('stray-closing-tag', place, { name }));
    return this.#toTextPiece(tag);
  }

  #getSource(tag: LexedTag): string {
    return this.#text.slice(tag.from, tag.to);
  }

  #toTextPiece(tag: LexedTag): ReadTag {
    return { piece: { kind: 'text', source: this.#getSource(tag) }, to: tag.to };
  }
}

/** A block tag fills its line; a note may have its text behind it. */
function isAloneOnLine({ before, after }: LineRest, container: boolean): boolean {
  const startsLine = parseLineStart(before).prefix.length >= before.length;
  return startsLine && (container || /^\s*(?:<!--.*-->\s*)?$/.test(after));
}
