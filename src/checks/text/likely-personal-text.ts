import { findPersonalData, maskPersonalText } from '../../base/personal-patterns.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { listChapters, traverseChapter } from '../traverse-book.ts';

/** Phone and identity numbers and addresses in what the team writes. */
export const likelyPersonalText: TextRule = ({ book, source }) =>
  listChapters(book, source.index?.file ?? source.folder).flatMap((chapter) =>
    [...traverseChapter(chapter)]
      .flatMap((node) => (node.type === 'text' ? findPersonalData(node.value) : []))
      .map(({ kind, text }) =>
        createProblem(
          'likely-personal-text',
          { file: chapter.file },
          { kind, shown: maskPersonalText(text) },
        ),
      ),
  );
