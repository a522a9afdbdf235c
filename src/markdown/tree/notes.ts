import type { Place } from '../../base/place.ts';
import { problem } from '../../problems/problem.ts';
import type { BlockUse, WrittenBlock } from '../uses.ts';
import type { Context } from './context.ts';

/** The two ends of a `<Note>`, before what lies between is put into it. */
export type NoteMark = { type: 'note-open'; use: BlockUse } | { type: 'note-close'; place: Place };

/** Puts what stands between the ends of a note into it. Both ends must stand in the same list item or quote. */
export function nestNotes(blocks: (WrittenBlock | NoteMark)[], context: Context): WrittenBlock[] {
  const outer: WrittenBlock[] = [];
  const open: BlockUse[] = [];
  for (const block of blocks) {
    const into = open.at(-1)?.children ?? outer;
    if (block.type === 'note-open') {
      context.uses.add(block.use);
      into.push(block.use);
      open.push(block.use);
    } else if (block.type === 'note-close') {
      if (!open.pop()) context.problems.push(problem('note-crosses', block.place, {}));
    } else into.push(block);
  }
  return outer;
}
