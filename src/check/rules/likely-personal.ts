import { likelyPersonal, masked } from '../../base/likely-personal.ts';
import { problem } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { chaptersOf, nodesOf } from '../walk.ts';

/** Phone and identity numbers and addresses in what the team writes. */
export const likelyPersonalText: Rule = ({ book, source }) =>
  chaptersOf(book, source.index?.file ?? source.folder).flatMap((chapter) =>
    [...nodesOf(chapter)]
      .flatMap((node) => (node.type === 'text' ? likelyPersonal(node.value) : []))
      .map(({ kind, text }) =>
        problem('likely-personal-text', { file: chapter.file }, { kind, shown: masked(text) }),
      ),
  );
