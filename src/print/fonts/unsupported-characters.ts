import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type FaceCoverage, type FacePiece, splitByFace } from './character-faces.ts';

/** What to write instead of a character seen often in reports. */
const replacements: Record<string, string> = { 𠮷: '吉' };

/** Finds characters that no bundled font has, each once a file, and says what stands for them on paper. */
export class UnsupportedCharacters {
  readonly problems: Problem[] = [];
  /** The emoji met, and what stands for characters that no font has: the page sets both in their own way. */
  readonly emoji = new Set<string>();
  readonly codes = new Set<string>();
  readonly #coverage: FaceCoverage;
  readonly #root: string;
  readonly #sources: readonly string[];
  readonly #reported = new Set<string>();

  /** `sources`: texts from the root that values come from, beside the chapters. */
  constructor(coverage: FaceCoverage, root: string, sources: readonly string[] = []) {
    this.#sources = sources;
    this.#coverage = coverage;
    this.#root = root;
  }

  /**
   * `text` by the faces that show it; what none shows is told. `place` is the nearest one known; the character
   * itself is looked for in that file.
   */
  splitText(written: string, place: Place): FacePiece[] {
    const text = spellPowers(written);
    const pieces = splitByFace(text, this.#coverage);
    for (const piece of pieces) if (!piece.face) this.#addProblem(text, piece.text, place);
    return pieces;
  }

  /** `text` with the code in place of a character that cannot be printed: PDF/UA refuses an empty box. */
  toPrintable(text: string, place: Place): string {
    return this.splitText(text, place)
      .map((piece) => {
        if (piece.face === 'emoji') this.emoji.add(piece.text);
        if (piece.face) return piece.text;
        const code = `〔${formatCode(piece.text)}〕`;
        this.codes.add(code);
        return code;
      })
      .join('');
  }

  #addProblem(text: string, character: string, place: Place): void {
    if (!this.#noteFirst(place.file, character)) return;
    const at = this.#findPlace(character, place);
    if (at.file !== place.file && !this.#noteFirst(at.file, character)) return;
    const told = { character, code: formatCode(character), context: formatExcerpt(text, character) };
    // A name or a word without its character is another one: that must be seen to.
    this.problems.push(
      /\p{Script=Han}/u.test(character)
        ? createProblem('missing-glyph', at, { ...told, instead: replacements[character] ?? '' })
        : createProblem('replaced-glyph', at, told),
    );
  }

  #noteFirst(file: string, character: string): boolean {
    return this.#reported.size < this.#reported.add(`${file} ${character}`).size;
  }

  #findPlace(character: string, near: Place): Place {
    const from = Math.max((near.line ?? 1) - 1, 0);
    const chapter = { file: near.file, lines: readLines(join(this.#root, near.file)) };
    for (const start of [from, 0]) {
      const place = findInLines(chapter, character, start);
      if (place) return place;
    }
    for (const file of this.#sources) {
      const place = findInLines({ file, lines: readLines(join(this.#root, file)) }, character);
      if (place) return place;
    }
    return near;
  }
}

/** `10⁻⁹` as `10^−9`: that is how numbers near 0 are written, and no bundled face has all raised digits. */
function spellPowers(text: string): string {
  const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹';
  return text.replace(
    /⁻([⁰¹²³⁴-⁹]+)/g,
    (_, digits: string) => `^−${[...digits].map((digit) => raised.indexOf(digit)).join('')}`,
  );
}

/** `U+13000`. */
function formatCode(character: string): string {
  return `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

function findInLines(
  { file, lines }: { file: string; lines: string[] },
  character: string,
  from = 0,
): Place | undefined {
  const at = lines.findIndex((line, index) => index >= from && line.includes(character));
  return at < 0 ? undefined : { file, line: at + 1, column: lines[at]!.indexOf(character) + 1 };
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

/** Up to eight characters on either side. */
function formatExcerpt(text: string, character: string): string {
  const characters = Array.from(text.replace(/\s+/g, ' '));
  const at = characters.indexOf(character);
  const [from, to] = [Math.max(at - 8, 0), at + 9];
  const [head, tail] = [from > 0 ? '…' : '', to < characters.length ? '…' : ''];
  return head + characters.slice(from, to).join('') + tail;
}
