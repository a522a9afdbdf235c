import type { Place } from '../../base/place.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BlockTagUse, ParsedBlock } from '../markdown-chapter.ts';
import type { TreeContext } from './tree-context.ts';

/** The two ends of a `<Note>`, before what lies between is put into it. */
export type NoteMark = { type: 'note-open'; use: BlockTagUse } | { type: 'note-close'; place: Place };

/** Puts what stands between the ends of a note into it. Both ends must stand in the same list item or quote. */
export function nestNotes(blocks: (ParsedBlock | NoteMark)[], context: TreeContext): ParsedBlock[] {
  const outer: ParsedBlock[] = [];
  const open: BlockTagUse[] = [];
  for (const block of blocks) {
    const into = open.at(-1)?.children ?? outer;
    if (block.type === 'note-open') {
      context.uses.add(block.use);
      into.push(block.use);
      open.push(block.use);
    } else if (block.type === 'note-close') {
      if (!open.pop()) context.problems.push(createProblem('note-crosses', block.place, {}));
    } else into.push(block);
  }
  return outer;
}
