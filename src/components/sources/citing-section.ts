import type { Book, BookFigure, Target } from '../../report/book.ts';

/**
 * The section in which the text speaks of a figure: a reference has no place of its own on a page. Its label names the
 * section (4.2.1 节); without one the whole chapter is meant.
 */
export function findCitingSection(
  { chapters }: Pick<Book, 'chapters'>,
  { chapter, label }: BookFigure['cited'][number],
): Target {
  const number = /\d+(?:\.\d+)+/.exec(label)?.[0];
  const blocks = chapters.find(({ slug }) => slug === chapter)?.blocks ?? [];
  const heading = blocks.find((block) => block.type === 'heading' && block.number === number);
  return { chapter, anchor: number && heading?.type === 'heading' ? heading.id : '' };
}
