import { findNearestName } from '../../base/nearest-name.ts';
import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';
import { listChapters, traverseChapter } from '../traverse-book.ts';

/** What browsers and Typst both read; SVG is left out because it can hold scripts. */
const readableFormat = /\.(png|jpe?g|webp|gif)$/i;

/** An image must lie in the report's folder, be of a kind both printings read, and say what it shows. */
export const missingImage: TextRule = ({ book, source }) => {
  const files = source.assets.map((file) => file.slice(source.folder.length + 1));
  const problems: Problem[] = [];
  for (const chapter of listChapters(book, source.index?.file ?? source.folder)) {
    for (const node of traverseChapter(chapter)) {
      if (node.type !== 'image') continue;
      const { src, alt, place } = node;
      if (!files.includes(src)) {
        problems.push(createProblem('missing-image', place, { src, near: findNearestName(src, files) }));
      } else if (!readableFormat.test(src)) problems.push(createProblem('image-kind', place, { src }));
      else if (alt.trim() === '') problems.push(createProblem('image-without-text', place, { src }));
    }
  }
  return problems;
};
