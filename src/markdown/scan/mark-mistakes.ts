/** Marks of lists, quotes, tags and images typed with a Chinese keyboard or without their blank: Markdown prints them as text. */
import type { Problem } from '../../base/problem.ts';
import type { LineIndex } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import { tagNames } from '../../schema/tag-schemas.ts';
import { findLineEnd, getLineParts } from './line-parts.ts';

/** A mistake, and where the text goes on behind it. */
export interface FoundMark {
  problem: Problem;
  to: number;
}

/** What begins the tags of this dialect when it is no `<`. */
export const wideTagStart = String.raw`(?:[＜《〈「【]\s*[/／]?\s*|<[ \t]+[/／]?)(?:${tagNames.join('|')})(?![\w-])`;
/** Marks of lists and quotes in another width, and hyphens that words follow at once. */
export const blockMark = String.raw`^[ \t>]*(?:[－＊＋＞]|-(?=[\p{L}“《【]))`;
/** A picture whose sign of exclamation is a Chinese one. */
export const wideImage = String.raw`！\[[^\]\n]{0,200}\]\([^)\n]{1,300}\)`;
/** `【文字】(网址)`. */
export const wideLink = String.raw`【[^】\n]{1,200}】\((?=[^)\n]*[./#])`;

/** `＜Value of="x" /＞`, `《Value of="x"/》`, `< Value of="x" />`. A book called 《Value》 is none. */
export function findWideTag(text: string, at: number, lines: LineIndex): FoundMark | undefined {
  const line = text.slice(at, findLineEnd(text, at));
  const closing = /^[＜《〈「【<]\s*[/／]\s*(\w+)\s*[＞》〉」】>]/.exec(line);
  const found =
    closing ??
    /^[＜《〈「【<]\s*\w+(?:\s+[\p{L}-]+\s*[=＝]\s*["“”'‘’＂「][^"“”'‘’＂」\n]*["“”'‘’＂」])+\s*[/／]?\s*[＞》〉」】>]?/u.exec(
      line,
    );
  if (!found) return undefined;
  const [written] = found;
  const cure = closing ? `</${toTagName(closing[1]!)}>` : correctTag(written);
  const problem = createProblem('wide-tag', lines.toPlace(at), { written, cure });
  return { problem, to: at + written.length };
}

function correctTag(written: string): string {
  const [, name = '', rest = ''] = /^.\s*(\w+)([\s\S]*?)\s*[/／]?\s*[＞》〉」】>]?$/.exec(written) ?? [];
  const attributes = rest.replace(/\s*[=＝]\s*["“”'‘’＂「]([^"“”'‘’＂」\n]*)["“”'‘’＂」]/g, '="$1"');
  const isOpen = toTagName(name) === 'Note' && !/[/／]\s*.$/.test(written);
  return `<${toTagName(name)}${attributes}${isOpen ? '>' : ' />'}`;
}

const toTagName = (name: string) => tagNames.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name;

/** `-二`, `－ 二`, `＞ 引文`: no list and no quote. Of lines one below the other the first is told. `at` is the mark. */
export function findBlockMark(text: string, at: number, lines: LineIndex): Problem | undefined {
  const { line, previous, next } = getLineParts(text, at, at);
  const mark = text[at] ?? '';
  const content = text.slice(at + 1, findLineEnd(text, at)).trim();
  if (content === '' || /^[-－*＊]/.test(content)) return undefined;
  // `*强调*` in another width is told as such; `-x` alone within a paragraph may be a sum.
  if (mark === '＊' && content.includes('＊')) return undefined;
  const isMarked = (other: string) => new RegExp(blockMark, 'u').test(other);
  if (isMarked(previous)) return undefined;
  const isInParagraph = previous.trim() !== '' && !/^[ \t>]*(?:[-*+]|\d+[.)]) /.test(previous);
  if (mark === '-' && isInParagraph && !isMarked(next) && /^[A-Za-z]/.test(content)) return undefined;
  const sign = mark === '＞' ? '>' : '-';
  return createProblem('block-mark', lines.toPlace(at), {
    written: line.trim(),
    cure: `${sign} ${content}`,
    kind: sign === '>' ? 'quote' : 'list',
  });
}

/** `！[图](a.png)` prints the sign, and a link. */
export function createWideImageProblem(written: string, at: number, lines: LineIndex): Problem {
  return createProblem('image-mark', lines.toPlace(at), { written, cure: `!${written.slice(1)}` });
}

/** `【文字】(网址)`. */
export function findWideBracketLink(text: string, at: number, lines: LineIndex): Problem | undefined {
  const found = /【([^】\n]{1,200})】\(([^)\n]{1,300})\)/y;
  found.lastIndex = at;
  const link = found.exec(text);
  if (!link) return undefined;
  return createProblem('link-brackets', lines.toPlace(at), {
    written: link[0],
    cure: `[${link[1]}](${link[2]})`,
  });
}

/** `＊＊重点＊＊`. */
export function findWideStars(text: string, at: number, lines: LineIndex): Problem | undefined {
  const found = /＊＊([^＊\n]{1,200})＊＊/y;
  found.lastIndex = at;
  const strong = found.exec(text);
  if (!strong) return undefined;
  return createProblem('emphasis-mark', lines.toPlace(at), {
    written: strong[0],
    cure: `**${strong[1]}**`,
  });
}
