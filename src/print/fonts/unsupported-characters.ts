import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import { type FontCoverage, findMissingGlyphs } from './font-tables.ts';

/** What to write instead of a character seen often in reports. */
const replacements: Record<string, string> = {
  '✅': '√',
  '✔': '√',
  '☑': '√',
  '☐': '□',
  '❌': '×',
  '✖': '×',
  '❎': '×',
  '➡': '→',
  '⬅': '←',
  '⬆': '↑',
  '⬇': '↓',
  '📈': '上升',
  '📉': '下降',
  '⭐': '★',
  '🌟': '★',
  '⚠': '注意',
  '💡': '提示',
  '❗': '！',
  '❓': '？',
  𠮷: '吉',
  '⃣': '',
};

/** Collects characters that no bundled font has, each once a file. */
export class UnsupportedCharacters {
  readonly problems: Problem[] = [];
  readonly #coverage: FontCoverage;
  readonly #root: string;
  readonly #reported = new Set<string>();

  constructor(coverage: FontCoverage, root: string) {
    this.#coverage = coverage;
    this.#root = root;
  }

  /**
   * Gives `text` without the characters that cannot be printed: a box is never printed, and PDF/UA refuses one.
   * `place` is the nearest one known; the character itself is looked for in that file.
   */
  withoutUnsupported(text: string, place: Place): string {
    const missing = findMissingGlyphs(text, this.#coverage);
    if (missing.length > 0) this.#addProblems(text, missing, place);
    return missing.reduce(
      (rest, character) => rest.replaceAll(character, replacements[character] ?? ''),
      text,
    );
  }

  #addProblems(text: string, missing: string[], place: Place): void {
    for (const character of missing) {
      const key = `${place.file} ${character}`;
      if (this.#reported.has(key)) continue;
      this.#reported.add(key);
      const code = `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
      this.problems.push(
        createProblem('missing-glyph', this.#findPlace(character, place), {
          character,
          code,
          context: formatExcerpt(text, character),
          instead: replacements[character] ?? '',
        }),
      );
    }
  }

  #findPlace(character: string, near: Place): Place {
    const lines = readLines(join(this.#root, near.file));
    const from = Math.max((near.line ?? 1) - 1, 0);
    for (const start of [from, 0]) {
      const at = lines.findIndex((line, index) => index >= start && line.includes(character));
      if (at >= 0) return { file: near.file, line: at + 1, column: lines[at]!.indexOf(character) + 1 };
    }
    return near;
  }
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
