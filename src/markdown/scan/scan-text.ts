import { getFirstCharacter, getLastCharacter } from '../../base/characters.ts';
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { applyEdits, type Edit, type EditedText } from './apply-edits.ts';
import { type CodeRange, findCodeRanges } from './code-ranges.ts';
import {
  findFullWidthLink,
  findHeadingMistake,
  findModuleStatement,
  findRunOnLine,
  findSpacedAddress,
  runOnEnd,
  runOnMark,
} from './dialect-mistakes.ts';
import {
  findHintSide,
  findMathSpan,
  findRunEnd,
  findUrlEnd,
  isProduct,
  matchAutolink,
  withScheme,
} from './inline-syntax.ts';
import { findLineEnd, getLineParts, isolatePiece } from './line-parts.ts';
import {
  blockMark,
  createWideImageProblem,
  findBlockMark,
  findWideBracketLink,
  findWideStars,
  findWideTag,
  wideImage,
  wideLink,
  wideTagStart,
} from './mark-mistakes.ts';
import {
  encodePlaceholder,
  HINT,
  isBlockPiece,
  type Piece,
  toStandIn,
  withoutNoncharacters,
} from './placeholders.ts';
import { TagReader } from './tag-reader.ts';

/** The text as the Markdown parser gets it, and what was cut out. */
export interface ScannedText extends EditedText {
  /** A sign with its number stands for each in the text. */
  pieces: Piece[];
  /** Every `[^label]`, in order. */
  footnoteMarks: { label: string; offset: number; definition: boolean }[];
  problems: Problem[];
}

const tokenPattern = new RegExp(
  [
    wideTagStart,
    String.raw`[\\<{}~*$]|\[\^|(?<![A-Za-z0-9])(?:https?:\/\/|www\.)`,
    String.raw`^[ \t>]*[#＃]|^[ \t]*(?:import|export)\b|\]（|\]\(`,
    runOnMark,
    blockMark,
    wideImage,
    wideLink,
    '＊＊',
  ].join('|'),
  'gimu',
);

/**
 * Prepares a chapter's text for the Markdown parser: tags, math and bare links are cut out, signs that
 * Chinese prose uses as text are hidden from it, and everything the dialect does not know is reported.
 * Pure; code is left as it is.
 */
export function scanText(text: string, lines: LineIndex): ScannedText {
  return new Scanner(withoutNoncharacters(text), lines).run();
}

class Scanner {
  readonly #text: string;
  /** Where the last comment ends, or -1. */
  readonly #lastClose: number;
  readonly #lines: LineIndex;
  readonly #code: CodeRange[];
  readonly #tags: TagReader;
  readonly #edits: Edit[] = [];
  readonly #runs: Edit[] = [];
  readonly #pieces: Piece[] = [];
  readonly #problems: Problem[] = [];
  readonly #marks: ScannedText['footnoteMarks'] = [];

  constructor(text: string, lines: LineIndex) {
    this.#text = text;
    this.#lastClose = text.lastIndexOf('-->');
    this.#lines = lines;
    this.#code = findCodeRanges(text);
    this.#tags = new TagReader(text, lines, this.#problems);
  }

  run(): ScannedText {
    let code = 0;
    let at = 0;
    for (;;) {
      tokenPattern.lastIndex = at;
      const found = tokenPattern.exec(this.#text);
      if (!found) break;
      while (code < this.#code.length && this.#code[code]!.to <= found.index) code++;
      const range = this.#code[code];
      at =
        range && range.from <= found.index
          ? this.#skipCode(range, at)
          : this.#scanToken(found[0], found.index);
    }
    this.#tags.checkUnclosedNotes();
    const edits = [...this.#edits, ...this.#placeHints()].sort((a, b) => a.from - b.from || a.to - b.to);
    return {
      ...applyEdits(this.#text, edits),
      pieces: this.#pieces,
      footnoteMarks: this.#marks,
      problems: this.#problems,
    };
  }

  /** Braces and `<` in code are no syntax to anyone, but must not reach a parser that disagrees. */
  #skipCode(range: CodeRange, from: number): number {
    for (const sign of this.#text.slice(range.from, range.to).matchAll(/[{}<]/g)) {
      this.#addEdit(range.from + sign.index, range.from + sign.index + 1, toStandIn(sign[0]));
    }
    return Math.max(range.to, from);
  }

  /** Deals with what begins at `at`; returns where to go on. */
  #scanToken(found: string, at: number): number {
    const rest = found.trimStart();
    if (found[0] === '\\') return this.#scanEscape(at);
    if (/^[＜《〈「【]|^<[ \t]/.test(found) && !found.endsWith('(')) return this.#scanWideTag(at);
    if (found[0] === '<') return this.#scanAngle(at);
    if (found === '{' || found === '}') return this.#hideCharacters(at, at + 1);
    if (found === '~') return this.#scanTildes(at);
    if (found === '*') return this.#scanStars(at);
    if (found === '$') return this.#scanDollar(at);
    if (found === '[^') return this.#scanFootnoteMark(at);
    if (/[#＃]$/.test(found)) {
      const mark = at + found.length - 1;
      this.#report(findHeadingMistake(this.#text, mark, this.#lines));
      return mark + 1;
    }
    if (/^(import|export)$/i.test(rest)) return this.#scanModule(at + found.length - rest.length);
    if (found === '](') return this.#scanDestination(at);
    if (found.endsWith('（')) {
      this.#report(findFullWidthLink(this.#text, at, this.#lines));
      return at + 2;
    }
    if (/^[！【＊]/.test(found)) return this.#scanWideMark(found, at);
    if (/[-－＊＋＞]$/.test(found)) {
      const mark = at + found.length - 1;
      this.#report(findBlockMark(this.#text, mark, this.#lines));
      return mark + 1;
    }
    if (runOnEnd.test(found) && !/www\.$/i.test(found)) {
      this.#report(findRunOnLine(this.#text, at, found, this.#lines));
      return at + found.length;
    }
    return this.#scanUrl(at);
  }

  /** The parser never sees `{`, `}` or `<`, escaped or not: it cannot take them for a program. */
  #scanEscape(at: number): number {
    const escaped = this.#text[at + 1] ?? '';
    return /[{}<]/.test(escaped) ? this.#addEdit(at, at + 2, toStandIn(escaped)) : at + 2;
  }

  #addEdit(from: number, to: number, text: string): number {
    this.#edits.push({ from, to, text });
    return to;
  }

  /** Hides `[from, to)` from the parser, sign by sign. */
  #hideCharacters(from: number, to: number): number {
    return this.#addEdit(from, to, [...this.#text.slice(from, to)].map(toStandIn).join(''));
  }

  #cutPiece(piece: Piece, from: number, to: number): number {
    const sign = encodePlaceholder(this.#pieces.push(piece) - 1);
    if (!isBlockPiece(piece)) return this.#addEdit(from, to, sign);
    const parts = getLineParts(this.#text, from, to);
    if (piece.kind === 'note-close' && /^[\s>]*$/.test(parts.before)) {
      const { container } = piece;
      const empty = isolatePiece({ ...parts, line: container, before: container });
      return this.#addEdit(from - parts.before.length, to, container + empty.before + sign + empty.after);
    }
    const empty = isolatePiece(parts);
    return this.#addEdit(from, to, empty.before + sign + empty.after);
  }

  #report(found: Problem | undefined): void {
    if (found) this.#problems.push(found);
  }

  #scanAngle(at: number): number {
    const text = this.#text;
    if (text.startsWith('<!--', at)) {
      // Looked for once where there is none: each of many open comments would go through the rest.
      const end = at < this.#lastClose ? text.indexOf('-->', at) : -1;
      if (end >= 0) return this.#addEdit(at, end + 3, '');
      this.#problems.push(createProblem('unclosed-comment', this.#lines.toPlace(at), {}));
      return this.#hideCharacters(at, at + 1);
    }
    const link = matchAutolink(text, at);
    if (link) {
      const { url, source, to } = link;
      return this.#cutPiece({ kind: 'link', url, source, place: this.#lines.toPlace(at) }, at, to);
    }
    const { before } = getLineParts(this.#text, at, at);
    const tag = this.#tags.readTag(at, (to) => ({ before, after: getLineParts(this.#text, at, to).after }));
    return tag ? this.#cutPiece(tag.piece, at, tag.to) : this.#hideCharacters(at, at + 1);
  }

  #scanWideTag(at: number): number {
    const found = findWideTag(this.#text, at, this.#lines);
    if (!found) return this.#text[at] === '<' ? this.#scanAngle(at) : at + 1;
    this.#problems.push(found.problem);
    return this.#hideCharacters(at, found.to);
  }

  #scanWideMark(found: string, at: number): number {
    if (found[0] === '！') this.#problems.push(createWideImageProblem(found, at, this.#lines));
    else if (found[0] === '【') this.#report(findWideBracketLink(this.#text, at, this.#lines));
    else this.#report(findWideStars(this.#text, at, this.#lines));
    return at + 1 + (found[0] === '＊' ? 1 : 0);
  }

  #scanTildes(at: number): number {
    const to = findRunEnd(this.#text, at);
    if (to - at !== 2) return this.#hideCharacters(at, to);
    this.#runs.push({ from: at, to, text: '' });
    return to;
  }

  #scanStars(at: number): number {
    const to = findRunEnd(this.#text, at);
    if (to - at === 1 && isProduct(this.#text[at - 1] ?? '', this.#text[to] ?? ''))
      return this.#hideCharacters(at, to);
    this.#runs.push({ from: at, to, text: '' });
    return to;
  }

  #scanDollar(at: number): number {
    const span = findMathSpan(this.#text, at);
    if (!span) return findRunEnd(this.#text, at);
    const { before, after } = getLineParts(this.#text, at, span.to);
    const display = span.double && /^[\s>*+\d.)-]*$/.test(before) && after.trim() === '';
    const source = this.#text.slice(at, span.to);
    const place = this.#lines.toPlace(at);
    return this.#cutPiece({ kind: 'math', tex: span.tex, display, source, place }, at, span.to);
  }

  #scanFootnoteMark(at: number): number {
    const found = /\[\^([^\]\s[]+)\](:?)/y;
    found.lastIndex = at;
    const mark = found.exec(this.#text);
    if (!mark) return at + 2;
    const definition = mark[2] === ':' && /^[\s>]*$/.test(getLineParts(this.#text, at, at).before);
    this.#marks.push({ label: mark[1]!, offset: at, definition });
    return at + 2;
  }

  #scanModule(at: number): number {
    this.#report(findModuleStatement(this.#text, at, this.#lines));
    this.#addEdit(at, at, HINT);
    return at + 6;
  }

  /** `](<a b.png>)` is written `](a%20b.png)` to the parser, which must see no `<`. */
  #scanDestination(at: number): number {
    const text = this.#text.slice(at + 2, findLineEnd(this.#text, at));
    const bracketed = /^([ \t]*)<([^<>\\]*)>/.exec(text);
    if (bracketed) {
      const from = at + 2 + bracketed[1]!.length;
      const encoded = bracketed[2]!
        .replace(/\t/g, '')
        .replace(/[ (){}]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
      return this.#addEdit(from, at + 2 + bracketed[0].length, encoded);
    }
    this.#report(
      findSpacedAddress(this.#text, at, this.#lines) ?? findFullWidthLink(this.#text, at, this.#lines),
    );
    return at + 2;
  }

  /** A bare URL; one inside `](…)` or behind `[x]:` is the parser's. */
  #scanUrl(at: number): number {
    const to = findUrlEnd(this.#text, at);
    if (to === at) return at + 4;
    const { before } = getLineParts(this.#text, at, at);
    if (/\]\([ \t]*<?$|\]:[ \t]*<?$/.test(before)) return at + 4;
    const written = this.#text.slice(at, to);
    const place = this.#lines.toPlace(at);
    return this.#cutPiece({ kind: 'link', url: withScheme(written), source: written, place }, at, to);
  }

  /** Hints beside runs of `*` and `~~`, judged by what the parser will see there. */
  #placeHints(): Edit[] {
    const startsAt = new Map(this.#edits.map((edit) => [edit.from, edit.text]));
    const endsAt = new Map(this.#edits.map((edit) => [edit.to, edit.text]));
    return this.#runs.flatMap(({ from, to }) => {
      const before =
        endsAt.get(from)?.at(-1) ?? getLastCharacter(this.#text.slice(Math.max(0, from - 2), from));
      const after = startsAt.get(to)?.at(0) ?? getFirstCharacter(this.#text.slice(to, to + 2));
      const side = findHintSide(before, after);
      if (!side) return [];
      const at = side === 'before' ? from : to;
      return [{ from: at, to: at, text: HINT }];
    });
  }
}
