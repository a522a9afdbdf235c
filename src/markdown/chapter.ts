import type { Problem } from '../base/problem.ts';
import type { SourceText } from '../base/source-text.ts';
import type { Footnote } from '../base/tree.ts';
import { problem } from '../problems/problem.ts';
import { readFront } from './front.ts';
import { Lines } from './lines.ts';
import { type Mdast, nodesOf, toMdast } from './processor.ts';
import { type Scan, scan } from './scan/scan.ts';
import { blocksOf } from './tree/blocks.ts';
import { Context } from './tree/context.ts';
import { checkFootnotes, Footnotes, footnoteId } from './tree/footnotes.ts';
import type { BlockUse, InlineUse, WrittenChapter } from './uses.ts';

/**
 * Reads a chapter: front matter, then text → scan (tags, math and links cut out) → Markdown parser → tree.
 * Everything wrong with it comes back as problems in the order of the text; nothing is thrown.
 */
export function parseChapter(source: SourceText): WrittenChapter {
  const lines = new Lines(source.file, source.text);
  const front = readFront(source);
  const scanned = scanBody(source.text, front.bodyStart, lines);
  const problems: Problem[] = [...front.problems, ...scanned.problems];
  const root = parse(scanned, source.file, problems);
  const context = new Context(scanned, lines, new Footnotes(root), definitionsOf(root));
  const blocks = blocksOf(root, context);
  const footnotes = footnotesOf(context);
  problems.push(...context.problems, ...checkFootnotes(scanned.footnoteMarks, lines));
  return {
    front: front.data,
    frontPlaces: front.places,
    blocks,
    footnotes,
    headings: context.headings,
    uses: inTextOrder([...context.uses]),
    problems: problems.sort((a, b) => comparePlaces(a, b)),
  };
}

/** Front matter is blanked out, so that every offset is one of the file. */
function scanBody(text: string, bodyStart: number, lines: Lines): Scan {
  const blank = text.slice(0, bodyStart).replace(/[^\n]/g, ' ');
  return scan(blank + text.slice(bodyStart), lines);
}

/** The parser cannot stumble over what an author writes; should it, the author is told where. */
function parse(scanned: Scan, file: string, problems: Problem[]): Mdast {
  try {
    return toMdast(scanned.text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/^(\d+):\d+/.exec(message)?.[1] ?? 1);
    problems.push(problem('markdown-failed', { file, line, column: 1 }, { message }));
    return { type: 'root', children: [] };
  }
}

function definitionsOf(root: Mdast): Map<string, string> {
  const found = new Map<string, string>();
  for (const node of nodesOf(root)) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node.url);
  }
  return found;
}

/** Footnotes in the order of their numbers; one that is only cited within another comes after it. */
function footnotesOf(context: Context): Footnote<InlineUse, BlockUse>[] {
  const footnotes: Footnote<InlineUse, BlockUse>[] = [];
  const { order, definitions } = context.footnotes;
  for (let index = 0; index < order.length; index++) {
    const definition = definitions.get(order[index]!);
    const children = definition ? blocksOf(definition, context) : [];
    footnotes.push({ id: footnoteId(index + 1), number: index + 1, children });
  }
  return footnotes;
}

function inTextOrder<T extends InlineUse | BlockUse>(uses: T[]): T[] {
  return uses.sort((a, b) => comparePlaces(a, b));
}

function comparePlaces(a: Pick<Problem, 'place'>, b: Pick<Problem, 'place'>): number {
  return (a.place.line ?? 0) - (b.place.line ?? 0) || (a.place.column ?? 0) - (b.place.column ?? 0);
}
