import { hanClass, wideMarkClass } from '../base/characters.ts';

/*
 * Running text made even: an author may or may not type spaces between Chinese and Latin, and both
 * must look the same. The compiler sets that space itself, so typed ones go; a number stays with its unit.
 */

const han = `[${hanClass}]`;
const wideMark = `[${wideMarkClass}]`;
const latin = String.raw`[\p{Script=Latin}\p{Nd}]`;
const gap = '\u00a0';

const rules: [from: RegExp, to: string][] = [
  // A line end inside Chinese is no space.
  [new RegExp(`(?<=${han}|${wideMark})[ \\t]*\\n[ \\t]*(?=${han}|${wideMark})`, 'gu'), ''],
  [/\s*\n\s*/gu, ' '],
  [/ {2,}/gu, ' '],
  [new RegExp(`(?<=${han}) (?=${latin})|(?<=${latin}) (?=${han})`, 'gu'), ''],
  // 1,302 人 · 4.8% 的 · 第 3 章 · 图 4-2: not broken over lines.
  [new RegExp(`(?<=\\p{Nd}|\\p{Nd}%) ?(?=${han})`, 'gu'), gap],
  [/(?<=[第图表式]) ?(?=\p{Nd})/gu, gap],
];

/** `value` as it prints between the texts `before` and `after` of the same paragraph. */
export function normaliseSpaces(value: string, before = '', after = ''): string {
  const left = /\S$/u.exec(before)?.[0] ?? '';
  const right = /^\S/u.exec(after)?.[0] ?? '';
  let whole = left + value + right;
  for (const [from, to] of rules) whole = whole.replace(from, to);
  const own = whole.slice(left.length, whole.length - right.length);
  // A gap at the seam belongs to the text after it, which sets it too.
  return own.endsWith(gap) && /\S$/u.test(value) ? own.slice(0, -1) : own;
}
