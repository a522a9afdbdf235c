import type { Footnote } from '../base/chapter-tree.ts';
import { comparePlaces } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { LineIndex, type SourceText } from '../base/source-text.ts';
import { createProblem } from '../problems/catalog.ts';
import { blankExcess } from './chapter-limits.ts';
import { parseFrontMatter } from './front-matter.ts';
import type { BlockTagUse, InlineTagUse, MarkdownChapter } from './markdown-chapter.ts';
import { type Mdast, toMdast, traverseNodes } from './mdast.ts';
import { type ScannedText, scanText } from './scan/scan-text.ts';
import { buildBlocks } from './tree/build-blocks.ts';
import {
  checkFootnotes,
  type Definitions,
  Footnotes,
  TreeContext,
  toFootnoteId,
} from './tree/tree-context.ts';

/**
 * Reads a chapter: front matter, then text → scan (tags, math and links cut out) → Markdown parser → tree.
 * Everything wrong with it comes back as problems in the order of the text; nothing is thrown.
 */
export function parseChapter(source: SourceText): MarkdownChapter {
  const lines = new LineIndex(source.file, source.text);
  const front = parseFrontMatter(source);
  const body = blankExcess(blankFront(source.text, front.bodyStart), lines);
  const scanned = scanText(body.text, lines);
  const problems: Problem[] = [...front.problems, ...body.problems, ...scanned.problems];
  const root = parseBody(scanned, source.file, problems);
  const context = new TreeContext(scanned, lines, new Footnotes(root), collectDefinitions(root));
  const blocks = buildBlocks(root, context);
  const footnotes = buildFootnotes(context);
  problems.push(...context.problems, ...checkFootnotes(scanned.footnoteMarks, lines));
  return {
    front: front.data,
    frontPlaces: front.places,
    blocks,
    footnotes,
    headings: context.headings,
    images: context.images,
    uses: [...context.uses].sort((a, b) => comparePlaces(a.place, b.place)),
    problems: problems.sort((a, b) => comparePlaces(a.place, b.place)),
  };
}

/** Front matter is blanked out, so that every offset is one of the file. */
function blankFront(text: string, bodyStart: number): string {
  return text.slice(0, bodyStart).replace(/[^\n]/g, ' ') + text.slice(bodyStart);
}

/** The parser cannot stumble over what an author writes; should it, the problem says where. */
function parseBody(scanned: ScannedText, file: string, problems: Problem[]): Mdast {
  try {
    return toMdast(scanned.text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = Number(/^(\d+):\d+/.exec(message)?.[1] ?? 1);
    problems.push(createProblem('markdown-failed', { file, line, column: 1 }, { message }));
    return { type: 'root', children: [] };
  }
}

function collectDefinitions(root: Mdast): Definitions {
  const found = new Map<string, { url: string; title?: string | null }>();
  for (const node of traverseNodes(root)) {
    if (node.type === 'definition' && !found.has(node.identifier)) found.set(node.identifier, node);
  }
  return found;
}

/** Footnotes in the order of their numbers; one that is only cited within another comes after it. */
function buildFootnotes(context: TreeContext): Footnote<InlineTagUse, BlockTagUse>[] {
  const footnotes: Footnote<InlineTagUse, BlockTagUse>[] = [];
  const { order, definitions } = context.footnotes;
  for (let index = 0; index < order.length; index++) {
    const definition = definitions.get(order[index]!);
    const children = definition ? buildBlocks(definition, context) : [];
    footnotes.push({ id: toFootnoteId(index + 1), number: index + 1, children });
  }
  return footnotes;
}
