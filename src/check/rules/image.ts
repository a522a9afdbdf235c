import { nearest } from '../../base/nearest.ts';
import type { Problem } from '../../base/problem.ts';
import { problem } from '../../problems/problem.ts';
import type { Rule } from '../rule.ts';
import { chaptersOf, nodesOf } from '../walk.ts';

/** What browsers and Typst both read; SVG is left out because it can hold scripts. */
const readable = /\.(png|jpe?g|webp|gif)$/i;

/** An image must lie in the report's folder, be of a kind both printings read, and say what it shows. */
export const image: Rule = ({ book, source }) => {
  const files = source.assets.map((file) => file.slice(source.folder.length + 1));
  const problems: Problem[] = [];
  for (const chapter of chaptersOf(book, source.index?.file ?? source.folder)) {
    for (const node of nodesOf(chapter)) {
      if (node.type !== 'image') continue;
      const { src, alt, place } = node;
      if (!files.includes(src)) {
        problems.push(problem('missing-image', place, { src, near: nearest(src, files) }));
      } else if (!readable.test(src)) problems.push(problem('image-kind', place, { src }));
      else if (alt.trim() === '') problems.push(problem('image-without-text', place, { src }));
    }
  }
  return problems;
};
