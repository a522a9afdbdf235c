/** Emphasis, formulas and bare addresses as Chinese prose writes them, where CommonMark and GFM read them otherwise. */
import { hanClass, wideMarkClass } from '../../base/characters.ts';

/** What a run of `*` or `~~` has beside it decides whether it can open or close. */
const space = /\s/u;
const mark = /[\p{P}\p{S}]/u;
const openingMark = /[\p{Ps}\p{Pi}]/u;
const closingMark = /[\p{Pe}\p{Pf}，。、；：！？…,.;:!?]/u;

/**
 * CommonMark lets `**` between a mark and a letter do one thing only, judged by the spaces that
 * Chinese does not write: `**重点：**内容` never closes, `这是**“引号”**` never opens. Tells on which
 * side a hint makes the mark look like a letter, so that the run may do either.
 */
export function findHintSide(before: string, after: string): 'before' | 'after' | undefined {
  if (isEdge(before) || isEdge(after)) return undefined;
  const markBefore = mark.test(before);
  const markAfter = mark.test(after);
  if (markBefore && !markAfter) return openingMark.test(before) ? undefined : 'before';
  if (markAfter && !markBefore) return closingMark.test(after) ? undefined : 'after';
  return undefined;
}

function isEdge(character: string): boolean {
  return character === '' || space.test(character);
}

/** `5*3` is a product: the sign between two digits never marks emphasis. */
export function isProduct(before: string, after: string): boolean {
  return /\p{Nd}/u.test(before) && /\p{Nd}/u.test(after);
}

/** The end of the run of equal signs at `at`. */
export function findRunEnd(text: string, at: number): number {
  let to = at;
  while (text[to] === text[at]) to++;
  return to;
}

interface MathSpan {
  tex: string;
  /** After the closing sign. */
  to: number;
  /** Written with `$$`. */
  double: boolean;
}

/**
 * The formula that begins at the `$` at `from`, or undefined when that sign means money. Pandoc's rule
 * (no space inside, no digit behind) and two more for Chinese prose: no Latin letter behind, no
 * full-width mark inside: `$500，实际 $620` and `$A、$B` stay text.
 */
export function findMathSpan(text: string, from: number): MathSpan | undefined {
  return text.startsWith('$$', from) ? matchDoubleSpan(text, from) : matchSingleSpan(text, from);
}

function matchDoubleSpan(text: string, from: number): MathSpan | undefined {
  const found = /\$\$((?:\\[\s\S]|(?!\$\$)(?!\n[ \t>]*\n)[^\\])*)\$\$/y;
  found.lastIndex = from;
  const match = found.exec(text);
  if (!match || match[1]!.trim() === '') return undefined;
  const tex = match[1]!.replace(/\n[ \t]*(?:>[ \t]?)*/g, '\n').trim();
  return { tex, to: from + match[0].length, double: true };
}

function matchSingleSpan(text: string, from: number): MathSpan | undefined {
  const found = /\$(?=[^\s$])((?:\\[\s\S]|(?!\n[ \t>]*\n)[^\\$`])*?[^\s\\])\$(?![A-Za-z0-9$])/y;
  found.lastIndex = from;
  const match = found.exec(text);
  if (!match || /[，。；！？、“”《》]/.test(withoutGroups(match[1]!))) return undefined;
  const tex = match[1]!.replace(/\n[ \t]*(?:>[ \t]?)*/g, ' ');
  return { tex, to: from + match[0].length, double: false };
}

/** Braces may hold prose: `\text{消费，元}`. */
function withoutGroups(tex: string): string {
  return tex.replace(/\{[^{}]*\}/g, '');
}

const urlHead = /(?:https?:\/\/|www\.(?=[a-z0-9]))/iy;
const han = new RegExp(`[${hanClass}]`, 'u');
const wideMark = new RegExp(`[${wideMarkClass}]`, 'u');
const urlCharacter = /[\p{L}\p{N}\-._~:/?#@!$&'()+,;=%{}]/u;

/**
 * Where the bare URL at `from` ends, or `from` when there is none. GFM would run on into `，其中`;
 * here a full-width mark ends it, and so does a Chinese character that stands directly behind a Latin
 * letter (`https://a.cn/x的说明`), while `/wiki/复盘` stays whole.
 */
export function findUrlEnd(text: string, from: number): number {
  urlHead.lastIndex = from;
  const head = urlHead.exec(text);
  if (!head) return from;
  const start = from + head[0].length;
  let to = start;
  while (to < text.length) {
    const character = String.fromCodePoint(text.codePointAt(to)!);
    if (!urlCharacter.test(character) || wideMark.test(character)) break;
    if (han.test(character) && !han.test(text[to - 1]!) && !/[/=#?&_-]/.test(text[to - 1]!)) break;
    to += character.length;
  }
  to = from + trimUrl(text.slice(from, to)).length;
  return to > start ? to : from;
}

/** As GFM does: marks that end the sentence, and brackets without a partner, are not part of it. */
function trimUrl(url: string): string {
  for (;;) {
    const last = url.at(-1)!;
    const opened = url.split('(').length;
    const closed = url.split(')').length;
    if (/[?!.,:;*_~'"{]/.test(last) || (last === ')' && closed > opened)) url = url.slice(0, -1);
    else return url;
  }
}

/** The address of a link written as `www.a.cn`. */
export function withScheme(written: string): string {
  return /^www\./i.test(written) ? `http://${written}` : written;
}

/** `<https://a.cn>` or `<a@b.cn>` at `from`: where it leads, what it shows, and where it ends. */
export function matchAutolink(
  text: string,
  from: number,
): { url: string; source: string; to: number } | undefined {
  const pattern = /<([a-z][a-z0-9+.-]{1,31}:[^\s<>]*|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)>/iy;
  pattern.lastIndex = from;
  const found = pattern.exec(text);
  if (!found) return undefined;
  const source = found[1]!;
  const url = /^[a-z][a-z0-9+.-]*:/i.test(source) ? source : `mailto:${source}`;
  return { url, source, to: from + found[0].length };
}
