/** What an author wrote in another dialect and Markdown would pass over in silence. The text stays as it is. */
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { findLineEnd, getLineParts } from './line-parts.ts';

/** A heading that is none: `＃背景`, `##背景`. `at` is its first mark. */
export function findHeadingMistake(text: string, at: number, lines: LineIndex): Problem | undefined {
  const line = text.slice(at, findLineEnd(text, at));
  const cure = correctHeading(line);
  return cure ? createProblem('heading-mark', lines.toPlace(at), { written: line, cure }) : undefined;
}

/**
 * The heading an author meant by a line that begins with `#` or `＃` and is none, or undefined.
 * `#话题#`, `#1` and `##` alone are left as text.
 */
function correctHeading(line: string): string | undefined {
  const found = /^([#＃]{1,6})([ \t\u3000]*)([^#＃\s].*)$/.exec(line);
  if (!found) return undefined;
  const [, marks = '', gap = '', text = ''] = found;
  const isHeading = !marks.includes('＃') && /^[ \t]+$/.test(gap);
  if (isHeading) return undefined;
  const isTopic = marks.length === 1 && gap === '' && (/^\d/.test(text) || /[#＃]/.test(text));
  if (isTopic) return undefined;
  return `${'#'.repeat(Math.max(2, marks.length))} ${text}`;
}

const bullets = '•●·▪◆■◇○▶✓✔';
/** Numbers and bullets that begin no list of Markdown. */
export const runOnMark = String.raw`^[ \t>]*(?:\d{1,2}、|\d{1,2}[）．](?=\S)|\d{1,2}[.)](?=[\p{Script=Han}“《])|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[${bullets}])`;
export const runOnEnd = new RegExp(`[、）)．.①-⑳${bullets}]$`);
const runOnLine = new RegExp(runOnMark, 'u');

/**
 * `1、` begins no list: such a line runs on from the one above. `mark`: what its line begins with. Of lines one below the other
 * the first is told.
 */
export function findRunOnLine(text: string, at: number, mark: string, lines: LineIndex): Problem | undefined {
  const { previous, line } = getLineParts(text, at, at);
  if (!isParagraphLine(previous)) return undefined;
  const above = getLineParts(text, Math.max(0, at - 1), Math.max(0, at - 1)).previous;
  if (runOnLine.test(previous) && isParagraphLine(above)) return undefined;
  const sign = new RegExp(`[${bullets}]$`).test(mark) ? '-' : '1.';
  const params = { written: line.trim(), cure: `${sign} ${line.slice(mark.length).trim()}` };
  return createProblem('line-runs-on', lines.toPlace(at + mark.search(/\S/)), params);
}

/** A line that the next one runs on from. */
function isParagraphLine(line: string): boolean {
  return /^\s*[^\s#|<`~>-]/.test(line) && !/ {2}$|\\$/.test(line);
}

/** The address behind the `](` at `at` has spaces and stands in no angle brackets. */
export function findSpacedAddress(text: string, at: number, lines: LineIndex): Problem | undefined {
  const rest = text.slice(at + 2, findLineEnd(text, at));
  const spaced = /^([^\s()<>"']+[ \t][^()<>"'\n]*\.\w{2,5})\)/.exec(rest);
  if (!spaced) return undefined;
  const params = { written: `](${spaced[0]}`, cure: `](<${spaced[1]}>)` };
  return createProblem('link-space', lines.toPlace(at + 2), params);
}

/** `[文字]（网址）`, one bracket or both typed with a Chinese keyboard. `at` is between the brackets. */
export function findFullWidthLink(text: string, at: number, lines: LineIndex): Problem | undefined {
  const found = /\[([^\]\n]*)\](?:（([^）)\s]*[./#][^）)\s]*)[）)]|\(([^）)\s]*[./#][^）)\s]*)）)/y;
  found.lastIndex = Math.max(0, text.lastIndexOf('[', at));
  const link = found.exec(text);
  if (!link) return undefined;
  const params = { written: link[0], cure: `[${link[1]}](${link[2] ?? link[3]})` };
  return createProblem('link-brackets', lines.toPlace(link.index), params);
}

/** The `import` or `export` at `at` begins a statement of a program. */
export function findModuleStatement(text: string, at: number, lines: LineIndex): Problem | undefined {
  statement.lastIndex = at;
  const written = statement.exec(text)?.[0];
  if (written === undefined) return undefined;
  return createProblem('es-module', lines.toPlace(at), {
    written: written.slice(0, findLineEnd(written, 0)),
  });
}

const name = String.raw`[\w$]+`;
const inOneParagraph = String.raw`(?:(?!\n[ \t]*\n)[^;])`;

/** Statements of a program, and not English sentences that begin with the same words. */
const statements = [
  String.raw`import\s*["'][^"'\n]*["']`,
  String.raw`import\s+(?:type\s+)?(?:${name}|\*\s*as\s+${name}|\{)${inOneParagraph}*?from\s*["'][^"'\n]*["']`,
  String.raw`export\s+(?:const|let|var)\s+[\w$[{]${inOneParagraph}*?=`,
  String.raw`export\s+(?:default\s+)?(?:async\s+)?function\b\s*\*?\s*[\w$]*\s*\(`,
  String.raw`export\s+(?:default\s+)?class\b\s*[\w$]*[^\n]*\{`,
  String.raw`export\s+default\s+(?:[({[]|${name}\s*;?[ \t]*$)`,
  String.raw`export\s*\{[^}]*\}`,
  String.raw`export\s*\*\s*(?:as\s+${name}\s+)?from\b`,
];
const statement = new RegExp(`(?:${statements.join('|')})`, 'my');
