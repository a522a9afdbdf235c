import type { Problem } from '../../base/problem.ts';
import { problem } from '../../problems/problem.ts';
import type { Lines } from '../lines.ts';
import { type CodeRange, codeRanges } from './code-ranges.ts';
import { hintSide, isProduct } from './emphasis.ts';
import { headingMistake } from './heading-mistake.ts';
import { isolate } from './line-start.ts';
import { mathSpan } from './math-span.ts';
import { moduleStatement } from './modules.ts';
import { isBlockPiece, type Piece } from './piece.ts';
import { type Edit, type Rewritten, rewrite } from './rewrite.ts';
import { HINT, pieceSign, standIn, withoutSigns } from './signs.ts';
import { TagReader } from './tag-reader.ts';
import { urlEnd, withScheme } from './url.ts';

/** The text as the Markdown parser gets it, and what was cut out. */
export interface Scan extends Rewritten {
  /** A sign with its number stands for each in the text. */
  pieces: Piece[];
  /** Every `[^label]`, in order. */
  footnoteMarks: { label: string; offset: number; definition: boolean }[];
  problems: Problem[];
}

const interesting =
  /[\\<{}~*$]|\[\^|(?<![A-Za-z0-9])(?:https?:\/\/|www\.)|^[ \t>]*[#＃]|^[ \t]*(?:import|export)\b|\]（|\]\(|^[ \t>]*(?:\d{1,2}、|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、)/gim;

/**
 * Prepares a chapter's text for the Markdown parser: tags, math and bare links are cut out, signs that
 * Chinese prose uses as text are hidden from it, and everything the dialect does not know is told.
 * Pure; code is left as it is.
 */
export function scan(text: string, lines: Lines): Scan {
  return new Scanner(withoutSigns(text), lines).run();
}

class Scanner {
  readonly #text: string;
  readonly #lines: Lines;
  readonly #code: CodeRange[];
  readonly #tags: TagReader;
  readonly #edits: Edit[] = [];
  readonly #runs: Edit[] = [];
  readonly #pieces: Piece[] = [];
  readonly #problems: Problem[] = [];
  readonly #marks: Scan['footnoteMarks'] = [];

  constructor(text: string, lines: Lines) {
    this.#text = text;
    this.#lines = lines;
    this.#code = codeRanges(text);
    this.#tags = new TagReader(text, lines, this.#problems);
  }

  run(): Scan {
    let code = 0;
    let at = 0;
    for (;;) {
      interesting.lastIndex = at;
      const found = interesting.exec(this.#text);
      if (!found) break;
      while (code < this.#code.length && this.#code[code]!.to <= found.index) code++;
      const range = this.#code[code];
      at = range && range.from <= found.index ? this.#skipCode(range, at) : this.#step(found[0], found.index);
    }
    this.#tags.finish();
    const edits = [...this.#edits, ...this.#hints()].sort((a, b) => a.from - b.from || a.to - b.to);
    return {
      ...rewrite(this.#text, edits),
      pieces: this.#pieces,
      footnoteMarks: this.#marks,
      problems: this.#problems,
    };
  }

  /** Braces and `<` in code are no syntax to anyone, but must not reach a parser that disagrees. */
  #skipCode(range: CodeRange, from: number): number {
    for (const sign of this.#text.slice(range.from, range.to).matchAll(/[{}<]/g)) {
      this.#edit(range.from + sign.index, range.from + sign.index + 1, standIn(sign[0]));
    }
    return Math.max(range.to, from);
  }

  /** Deals with what begins at `at`; returns where to go on. */
  #step(found: string, at: number): number {
    const rest = found.trimStart();
    if (found[0] === '\\') return this.#escape(at);
    if (found[0] === '<') return this.#angle(at);
    if (found === '{' || found === '}') return this.#hide(at, at + 1);
    if (found === '~') return this.#tildes(at);
    if (found === '*') return this.#stars(at);
    if (found === '$') return this.#dollar(at);
    if (found === '[^') return this.#footnoteMark(at);
    if (/[#＃]$/.test(found)) return this.#heading(at + found.length - 1);
    if (/^(import|export)$/i.test(rest)) return this.#module(at + found.length - rest.length);
    if (found === '](') return this.#destination(at);
    if (found.endsWith('（')) return this.#fullWidthLink(at);
    if (/[、）)①-⑳]$/.test(found)) return this.#numberedLine(at, found);
    return this.#url(at);
  }

  /** The parser never sees `{`, `}` or `<`, escaped or not: it cannot take them for a program. */
  #escape(at: number): number {
    const escaped = this.#text[at + 1] ?? '';
    return /[{}<]/.test(escaped) ? this.#edit(at, at + 2, standIn(escaped)) : at + 2;
  }

  #edit(from: number, to: number, text: string): number {
    this.#edits.push({ from, to, text });
    return to;
  }

  /** Hides `[from, to)` from the parser, sign by sign. */
  #hide(from: number, to: number): number {
    return this.#edit(from, to, [...this.#text.slice(from, to)].map(standIn).join(''));
  }

  #cut(piece: Piece, from: number, to: number): number {
    const sign = pieceSign(this.#pieces.push(piece) - 1);
    if (!isBlockPiece(piece)) return this.#edit(from, to, sign);
    const { line, before, after, previous, next } = this.#around(from, to);
    if (piece.kind === 'note-close' && /^[\s>]*$/.test(before)) {
      const empty = isolate(piece.container, piece.container, after, previous, next);
      return this.#edit(from - before.length, to, piece.container + empty.before + sign + empty.after);
    }
    const empty = isolate(line, before, after, previous, next);
    return this.#edit(from, to, empty.before + sign + empty.after);
  }

  /** The line of `[from, to)`, the parts of it on both sides, and the lines above and below. */
  #around(from: number, to: number) {
    const text = this.#text;
    const start = text.lastIndexOf('\n', from - 1) + 1;
    const end = lineEnd(text, to);
    const previousStart = text.lastIndexOf('\n', start - 2) + 1;
    return {
      line: text.slice(start, end),
      before: text.slice(start, from),
      after: text.slice(to, end),
      previous: start === 0 ? '' : text.slice(previousStart, start - 1),
      next: text.slice(end + 1, lineEnd(text, end + 1)),
    };
  }

  #angle(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at);
      if (end >= 0) return this.#edit(at, end + 3, '');
      this.#problems.push(problem('unclosed-comment', this.#lines.place(at), {}));
      return this.#hide(at, at + 1);
    }
    const link = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/iy;
    link.lastIndex = at;
    const found = link.exec(text);
    if (found) {
      const url = /^[a-z][a-z0-9+.-]*:/i.test(found[1]!) ? found[1]! : `mailto:${found[1]}`;
      const place = this.#lines.place(at);
      return this.#cut({ kind: 'link', url, source: found[1]!, place }, at, at + found[0].length);
    }
    const { before } = this.#around(at, at);
    const tag = this.#tags.read(at, (to) => ({ before, after: this.#around(at, to).after }));
    return tag ? this.#cut(tag.piece, at, tag.to) : this.#hide(at, at + 1);
  }

  #tildes(at: number): number {
    const to = runEnd(this.#text, at);
    if (to - at !== 2) return this.#hide(at, to);
    this.#runs.push({ from: at, to, text: '' });
    return to;
  }

  #stars(at: number): number {
    const to = runEnd(this.#text, at);
    if (to - at === 1 && isProduct(this.#text[at - 1] ?? '', this.#text[to] ?? '')) return this.#hide(at, to);
    this.#runs.push({ from: at, to, text: '' });
    return to;
  }

  #dollar(at: number): number {
    const span = mathSpan(this.#text, at);
    if (!span) return runEnd(this.#text, at);
    const { before, after } = this.#around(at, span.to);
    const display = span.double && /^[\s>*+\d.)-]*$/.test(before) && after.trim() === '';
    const source = this.#text.slice(at, span.to);
    const place = this.#lines.place(at);
    return this.#cut({ kind: 'math', tex: span.tex, display, source, place }, at, span.to);
  }

  #footnoteMark(at: number): number {
    const found = /\[\^([^\]\s[]+)\](:?)/y;
    found.lastIndex = at;
    const mark = found.exec(this.#text);
    if (!mark) return at + 2;
    const definition = mark[2] === ':' && /^[\s>]*$/.test(this.#around(at, at).before);
    this.#marks.push({ label: mark[1]!, offset: at, definition });
    return at + 2;
  }

  #heading(at: number): number {
    const line = this.#text.slice(at, lineEnd(this.#text, at));
    const cure = headingMistake(line);
    if (cure) this.#problems.push(problem('heading-mark', this.#lines.place(at), { written: line, cure }));
    return at + 1;
  }

  /** `1、` begins no list: such a line runs on from the one above. */
  #numberedLine(at: number, found: string): number {
    const { previous, line } = this.#around(at, at);
    if (/^\s*[^\s#|<`~>-]/.test(previous) && !/ {2}$|\\$/.test(previous)) {
      const written = line.trim();
      const params = { written, cure: `1. ${line.slice(found.length).trim()}` };
      this.#problems.push(problem('line-runs-on', this.#lines.place(at + found.search(/\S/)), params));
    }
    return at + found.length;
  }

  #module(at: number): number {
    const written = moduleStatement(this.#text, at);
    if (written)
      this.#problems.push(problem('es-module', this.#lines.place(at), { written: firstLine(written) }));
    this.#edit(at, at, HINT);
    return at + 6;
  }

  /** `](<a b.png>)` is written `](a%20b.png)` to the parser, which must see no `<`. */
  #destination(at: number): number {
    const text = this.#text.slice(at + 2, lineEnd(this.#text, at));
    const bracketed = /^([ \t]*)<([^<>\\]*)>/.exec(text);
    if (bracketed) {
      const from = at + 2 + bracketed[1]!.length;
      const encoded = bracketed[2]!
        .replace(/\t/g, '')
        .replace(/[ (){}]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
      return this.#edit(from, at + 2 + bracketed[0].length, encoded);
    }
    const spaced = /^([^\s()<>"']+[ \t][^()<>"'\n]*\.\w{2,5})\)/.exec(text);
    if (spaced) {
      const params = { written: `](${spaced[0]}`, cure: `](<${spaced[1]}>)` };
      this.#problems.push(problem('link-space', this.#lines.place(at + 2), params));
    }
    return at + 2;
  }

  /** `[文字]（网址）`: typed with a Chinese keyboard. */
  #fullWidthLink(at: number): number {
    const found = /\[([^\]\n]*)\]（([^）\s]*[./#][^）\s]*)）/y;
    found.lastIndex = Math.max(0, this.#text.lastIndexOf('[', at));
    const link = found.exec(this.#text);
    if (link) {
      const cure = `[${link[1]}](${link[2]})`;
      this.#problems.push(
        problem('link-brackets', this.#lines.place(link.index), { written: link[0], cure }),
      );
    }
    return at + 2;
  }

  /** A bare URL; one inside `](…)` or behind `[x]:` is the parser's. */
  #url(at: number): number {
    const to = urlEnd(this.#text, at);
    if (to === at) return at + 4;
    const { before } = this.#around(at, at);
    if (/\]\([ \t]*<?$|\]:[ \t]*<?$/.test(before)) return at + 4;
    const written = this.#text.slice(at, to);
    const place = this.#lines.place(at);
    return this.#cut({ kind: 'link', url: withScheme(written), source: written, place }, at, to);
  }

  /** Hints beside runs of `*` and `~~`, judged by what the parser will see there. */
  #hints(): Edit[] {
    const startsAt = new Map(this.#edits.map((edit) => [edit.from, edit.text]));
    const endsAt = new Map(this.#edits.map((edit) => [edit.to, edit.text]));
    return this.#runs.flatMap(({ from, to }) => {
      const before = endsAt.get(from)?.at(-1) ?? previousCharacter(this.#text, from);
      const after = startsAt.get(to)?.at(0) ?? nextCharacter(this.#text, to);
      const side = hintSide(before, after);
      if (!side) return [];
      const at = side === 'before' ? from : to;
      return [{ from: at, to: at, text: HINT }];
    });
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** The end of the run of equal signs at `at`. */
function runEnd(text: string, at: number): number {
  let to = at;
  while (text[to] === text[at]) to++;
  return to;
}

function firstLine(text: string): string {
  return text.slice(0, lineEnd(text, 0));
}

function previousCharacter(text: string, at: number): string {
  return [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? '';
}

function nextCharacter(text: string, at: number): string {
  return at < text.length ? String.fromCodePoint(text.codePointAt(at)!) : '';
}
