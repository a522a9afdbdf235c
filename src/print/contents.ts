import { type Code, call, named, text } from './code.ts';
import type { Desk } from './desk.ts';

/** In points: a page of contents under its head, a head, the letters of a line, the usual space above it. */
const height = { page: 640, head: 60, line: 12.9, gap: 7 };
/** How close lines may be set to save a page. */
const closest = 0.35;

/** Contents, list of figures, list of tables; short ones share a page, and none spills a few lines onto another. */
export function printContents({ book, words }: Desk): Code[] {
  const heads = book.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'heading' && block.depth <= 3 ? [block.depth] : [])),
  );
  const lists = [
    { title: words.figures, kind: '"drawing"', count: book.figures.length },
    { title: words.tables, kind: 'table', count: book.tables.length },
  ].filter(({ count }) => count > 0);
  const listed = lists.reduce((sum, { count }) => sum + count + height.head / 20, 0);
  const depth = heads.length > 60 ? 2 : 3;
  // Chapters and the front and back matter have a little more above them.
  const own = (book.chapters.length + 6) * 1.15 + heads.filter((one) => one <= depth).length;
  const fresh = (own + listed) * (height.line + height.gap) > height.page;
  return [
    call('contents', text(words.contents), named('depth', depth), named('loose', looseness(own))),
    ...lists.map(({ title, kind }, i) =>
      call(
        'catalogue',
        text(title),
        kind,
        named('fresh', i === 0 && fresh),
        named('loose', looseness(listed)),
      ),
    ),
  ];
}

/** The share of the usual space between `lines` that fills whole pages; 1 when nothing is won by setting them closer. */
function looseness(lines: number): number {
  const pages = Math.floor((lines * (height.line + height.gap)) / height.page);
  if (pages === 0) return 1;
  const room = (pages * height.page - lines * height.line) / (lines * height.gap);
  return room >= closest ? Math.floor(Math.min(room, 1) * 100) / 100 : 1;
}
