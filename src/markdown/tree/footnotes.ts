import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { LineIndex } from '../line-index.ts';
import { type Mdast, traverseNodes } from '../mdast.ts';
import type { ScannedText } from '../scan/scan-text.ts';

type Definition = Extract<Mdast, { type: 'footnoteDefinition' }>;

/** Footnotes of a chapter, numbered in the order of their first marks. */
export class Footnotes {
  readonly definitions = new Map<string, Definition>();
  /** Identifiers in order of their numbers. */
  readonly order: string[] = [];

  constructor(root: Mdast) {
    for (const node of traverseNodes(root)) {
      if (node.type !== 'footnoteDefinition' || this.definitions.has(node.identifier)) continue;
      this.definitions.set(node.identifier, node);
    }
  }

  /** The number of the footnote `identifier`, given at its first mark. */
  assignNumber(identifier: string): number {
    const known = this.order.indexOf(identifier);
    return known >= 0 ? known + 1 : this.order.push(identifier);
  }
}

export function toFootnoteId(number: number): string {
  return `fn-${number}`;
}

/** Marks without a note, notes without a mark, and notes written twice. */
export function checkFootnotes(marks: ScannedText['footnoteMarks'], lines: LineIndex): Problem[] {
  const key = (label: string) => label.toLowerCase();
  const defined = new Set(marks.filter((mark) => mark.definition).map((mark) => key(mark.label)));
  const used = new Set(marks.filter((mark) => !mark.definition).map((mark) => key(mark.label)));
  const seen = new Set<string>();
  return marks.flatMap(({ label, offset, definition }) => {
    const place = lines.toPlace(offset);
    if (!definition)
      return defined.has(key(label)) ? [] : [createProblem('unknown-footnote', place, { label })];
    const again = seen.has(key(label));
    seen.add(key(label));
    if (again) return [createProblem('duplicate-footnote', place, { label })];
    return used.has(key(label)) ? [] : [createProblem('unused-footnote', place, { label })];
  });
}
