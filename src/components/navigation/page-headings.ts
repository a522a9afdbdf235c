import type { BookBlock } from '../../report/book.ts';

type PageHeading = Extract<BookBlock, { type: 'heading' }>;

/** What the contents beside a page list: its sections; nothing where there is only one. */
export function listPageHeadings(blocks: readonly BookBlock[]): PageHeading[] {
  const headings = blocks.filter((block) => block.type === 'heading').filter(({ depth }) => depth <= 3);
  return headings.length > 1 ? headings : [];
}
