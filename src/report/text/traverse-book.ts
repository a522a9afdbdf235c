import type { Book, BookBlock, BookChapter, BookInline } from '../book.ts';

/** Every chapter of a book, the abstract first as a chapter without a name. */
export function listChapters(book: Book, abstractFile: string): BookChapter[] {
  const abstract: BookChapter = {
    slug: '',
    number: 0,
    title: '',
    file: abstractFile,
    ...book.abstract,
  };
  return [abstract, ...book.chapters];
}

/** Every block and inline of a chapter in the order of the text, footnotes last. */
export function* traverseChapter(chapter: BookChapter): Generator<BookBlock | BookInline> {
  yield* traverseBlocks(chapter.blocks);
  for (const note of chapter.footnotes) yield* traverseBlocks(note.children);
}

/** Blocks in the order of the text, each before what stands in it. */
export function* traverseBlocks(blocks: readonly BookBlock[]): Generator<BookBlock | BookInline> {
  for (const block of blocks) {
    yield block;
    if (block.type === 'heading' || block.type === 'paragraph') yield* traverseInlines(block.children);
    else if (block.type === 'quote' || block.type === 'note') yield* traverseBlocks(block.children);
    else if (block.type === 'list') for (const item of block.items) yield* traverseBlocks(item.children);
    else if (block.type === 'grid')
      for (const cell of [block.header, ...block.rows].flat()) yield* traverseInlines(cell);
  }
}

function* traverseInlines(inlines: readonly BookInline[]): Generator<BookInline> {
  for (const inline of inlines) {
    yield inline;
    if ('children' in inline) yield* traverseInlines(inline.children);
  }
}
