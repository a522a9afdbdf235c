/** What an author wrote as a table or as bold and what the parser took for text, or left out. */
import { createProblem } from '../../problems/catalog.ts';
import { getStart, type Mdast, traverseNodes } from '../mdast.ts';
import type { TreeContext } from './tree-context.ts';

/** A paragraph that was meant to be a table, or that holds a `**` without its other. */
export function checkParagraph(node: Mdast, context: TreeContext): void {
  const text = context.slice(node);
  if (/^[^\n]*\|[^\n]*\n[\s>]*\|?[ \t]*:?-+:?[ \t]*\|[\s:|-]*(\n|$)/.test(text))
    context.problems.push(createProblem('table-broken', context.getPlace(node), {}));
  else if (text.includes('\n') && /[|｜]/.test(text)) checkRule(node, text, context);
  if (text.includes('**')) checkBold(node, context);
}

/** Lines that all have bars, equally many of them, and no rule below the first. */
function checkRule(node: Mdast, text: string, context: TreeContext): void {
  const lines = text.split('\n').map((line) => line.replace(/^[\s>]+|\s+$/g, ''));
  const [first = ''] = lines;
  const counts = lines.map((line) => line.replace(/\\\|/g, '').split(/[|｜]/).length - 1);
  const isFramed = lines.every((line) => /^[|｜].*[|｜]$/.test(line));
  const isEven = lines.length > 2 && counts.every((count) => count > 1 && count === counts[0]);
  if (!isFramed && !isEven) return;
  if (counts.some((count) => count < 1)) return;
  const cells = counts[0]! - (isFramed ? 1 : -1);
  if (cells < 1) return;
  const rule = `|${' --- |'.repeat(cells)}`;
  const written = context.restore(first);
  context.problems.push(createProblem('table-no-rule', context.getPlace(node), { written, cure: rule }));
}

/** Cells beyond those of the header: Markdown drops them. */
export function checkTableRows(node: Extract<Mdast, { type: 'table' }>, context: TreeContext): void {
  const width = node.children[0]?.children.length ?? 0;
  for (const row of node.children.slice(1)) {
    const cells = splitRow(context.slice(row));
    const lost = cells.slice(width).filter((cell) => cell !== '');
    if (lost.length === 0) continue;
    const params = { found: cells.length, expected: width, lost: context.restore(lost.join(' | ')) };
    context.problems.push(createProblem('table-extra-cell', context.getPlace(row), params));
  }
}

/** A row as it is written, without the bars at its ends; `\|` parts no cells. */
function splitRow(text: string): string[] {
  const line = text
    .split('\n')[0]!
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  return line.split(/(?<!\\)\|/).map((cell) => cell.trim());
}

/** `**重点：内容` without a second `**`. `张**` hides a name, `2**3` is a power, `138****1234` a number. */
const openBold = /(?<![\\*\p{N}])\*\*(?=[\p{L}\p{N}“《【])(?!\*)[^\n]{0,20}/u;

function checkBold(paragraph: Mdast, context: TreeContext): void {
  for (const node of traverseNodes(paragraph)) {
    if (node.type !== 'text' || !node.value.includes('**')) continue;
    const found = openBold.exec(context.slice(node));
    if (!found) continue;
    const place = context.getPlaceAt(getStart(node) + found.index);
    context.problems.push(createProblem('emphasis-open', place, { written: context.restore(found[0]) }));
    return;
  }
}
