import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { problem } from '../../problems/problem.ts';
import { isTagName, type TagName, tagSchemas } from '../../schema/tags.ts';
import { checkTag } from '../check-tag.ts';
import type { Lines } from '../lines.ts';
import type { BlockUse, InlineUse } from '../uses.ts';
import { readAttributes } from './attributes.ts';
import { foreignTag } from './foreign-tag.ts';
import { lineStart } from './line-start.ts';
import type { Piece } from './piece.ts';
import { type LexedTag, lexTag } from './tag-lexer.ts';

/** The rest of the line a tag stands on. */
export interface Beside {
  before: string;
  after: string;
}

type Found = { piece: Piece; to: number };

/** Reads tags, tells what is wrong with them, and keeps count of the open ones. */
export class TagReader {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #problems: Problem[];
  /** Open `<Note>`s; `sound` ones became a piece. */
  readonly #notes: { place: Place; sound: boolean; container: string }[] = [];
  /** Names that were told as never closed: their closing tags need no second problem. */
  readonly #told = new Set<string>();

  constructor(text: string, lines: Lines, problems: Problem[]) {
    this.#text = text;
    this.#lines = lines;
    this.#problems = problems;
  }

  /** The tag at `at`, or undefined when this `<` is a sign of the prose. */
  read(at: number, beside: (to: number) => Beside): Found | undefined {
    const tag = lexTag(this.#text, at);
    if (!tag) return undefined;
    if (!isTagName(tag.name)) return this.#foreign(tag);
    if (tag.kind === 'close') return this.#close(tag, tag.name);
    return this.#open(tag, tag.name, beside);
  }

  /** Tells which notes were never closed. */
  finish(): void {
    for (const { place, sound } of this.#notes) {
      if (sound) this.#problems.push(problem('unclosed-note', place, {}));
    }
  }

  #foreign(tag: LexedTag): Found | undefined {
    const place = this.#lines.place(tag.from);
    const found = foreignTag(tag, this.#source(tag), this.#text[tag.from - 1] ?? '', place);
    if (!found) return undefined;
    const again = tag.kind === 'close' && this.#told.has(tag.name);
    if (!again) this.#problems.push(found);
    this.#told.add(tag.name);
    return this.#asText(tag);
  }

  #open(tag: LexedTag, name: TagName, beside: (to: number) => Beside): Found {
    const schema = tagSchemas[name];
    const place = this.#lines.place(tag.from);
    const { props, propPlaces, clean, known, corrected } = readAttributes(
      tag,
      name,
      this.#lines,
      this.#problems,
    );
    const to = this.#end(tag, name, corrected);
    if (to === undefined) return this.#asText(tag);
    const source = this.#text.slice(tag.from, to);
    if (!known && schema.position !== 'container') return { piece: { kind: 'text', source }, to };
    if (schema.position === 'inline') {
      const use = { type: 'tag', name, props, place, propPlaces } as InlineUse;
      if (clean) this.#problems.push(...checkTag(use));
      return { piece: { kind: 'inline-tag', use, source }, to };
    }
    const use = { type: 'block-tag', name, props, place, propPlaces, children: [] } as BlockUse;
    if (clean) this.#problems.push(...checkTag(use));
    const line = beside(to);
    const alone = standsAlone(line, schema.position === 'container');
    if (!alone) this.#problems.push(problem('block-tag-inline', place, { name, source }));
    if (schema.position === 'container' && tag.kind === 'open') {
      this.#notes.push({ place, sound: alone, container: lineStart(line.before).further });
    }
    if (!alone) return { piece: { kind: 'text', source }, to };
    const kind = schema.position === 'container' && tag.kind === 'open' ? 'note-open' : 'block-tag';
    return { piece: { kind, use, source }, to };
  }

  /** Where the whole tag ends, or undefined when it is too broken to be used. */
  #end(tag: LexedTag, name: TagName, corrected: string): number | undefined {
    const place = this.#lines.place(tag.from);
    if (!tag.ended) {
      this.#problems.push(problem('unclosed-tag', place, { name, corrected }));
      return undefined;
    }
    if (tag.kind === 'self' || tagSchemas[name].position === 'container') return tag.to;
    const closing = new RegExp(`\\s*</${name}\\s*>`, 'y');
    closing.lastIndex = tag.to;
    const closed = closing.exec(this.#text);
    if (closed) return tag.to + closed[0].length;
    this.#problems.push(problem('unclosed-tag', place, { name, corrected }));
    this.#told.add(name);
    return tag.to;
  }

  #close(tag: LexedTag, name: TagName): Found {
    const place = this.#lines.place(tag.from);
    const note = name === 'Note' ? this.#notes.pop() : undefined;
    if (note?.sound) {
      const { container } = note;
      return { piece: { kind: 'note-close', place, container, source: this.#source(tag) }, to: tag.to };
    }
    if (!note && !this.#told.has(name)) this.#problems.push(problem('stray-closing-tag', place, { name }));
    return this.#asText(tag);
  }

  #source(tag: LexedTag): string {
    return this.#text.slice(tag.from, tag.to);
  }

  #asText(tag: LexedTag): Found {
    return { piece: { kind: 'text', source: this.#source(tag) }, to: tag.to };
  }
}

/** A block tag fills its line; a note may have its text behind it. */
function standsAlone({ before, after }: Beside, container: boolean): boolean {
  const startsLine = lineStart(before).prefix.length >= before.length;
  return startsLine && (container || /^\s*(?:<!--.*-->\s*)?$/.test(after));
}
