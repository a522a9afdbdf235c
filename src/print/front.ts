import type { BookFront } from '../report/book.ts';
import { printBlocks, printTiles } from './block.ts';
import { type Code, call, joined, list, named, text } from './code.ts';
import type { Desk } from './desk.ts';
import { ems } from './grid.ts';
import { evened } from './prose.ts';

/** Title, label–value lines, date. A field that is empty is left out. */
export function printCover(desk: Desk): Code {
  const { front } = desk.book;
  const fields = coverFields(desk, front);
  const width = Math.max(4, ...fields.map(([label]) => ems(label)));
  return call(
    'cover',
    desk.line(front.title),
    front.subtitle ? desk.line(desk.words.subtitle(front.subtitle)) : 'none',
    list(fields.map(([label, value]) => list([desk.text(label), desk.line(value)]))),
    `${width}em`,
    desk.line(desk.words.date(front.date)),
    front.simulated ? desk.line(desk.words.simulated) : 'none',
  );
}

function coverFields({ words }: Desk, front: BookFront): [label: string, value: string][] {
  const { cover } = words;
  const members = front.members.map(({ name, role }) => (role ? words.roleOf(name, role) : name));
  const fields: [string, string][] = [
    ...front.cover.map(({ label, value }): [string, string] => [label, value]),
    [cover.team, front.team],
    ...folded(members, 17).map((line, i): [string, string] => [i === 0 ? cover.members : '', line]),
    [cover.mentor, front.mentor],
    [cover.period, words.range(words.date(front.period.from), words.date(front.period.to))],
  ];
  return fields.filter(([, value]) => value !== '');
}

/** Names on lines of at most `width` em. */
function folded(names: string[], width: number): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && ems(`${last}　${name}`) <= width) lines[lines.length - 1] = `${last}　${name}`;
    else lines.push(name);
  }
  return lines;
}

/** Abstract, contents, lists of figures and tables: the pages with roman numbers. */
export function printFront(desk: Desk): Code {
  const { book, words } = desk;
  const lists: [string, string, boolean][] = [
    [words.figures, '"drawing"', book.figures.length > 0],
    [words.tables, 'table', book.tables.length > 0],
  ];
  const fresh = entries(desk) > contentsPage;
  const catalogues = lists
    .filter(([, , some]) => some)
    .map(([title, kind], i) => call('catalogue', text(title), kind, named('fresh', i === 0 && fresh)));
  return call('front', joined([abstract(desk), call('contents', text(words.contents)), ...catalogues]));
}

/** Lines that one page of contents holds. */
const contentsPage = 30;

/** Lines that contents and lists take together; heads of lists count double. */
function entries({ book }: Desk): number {
  const heads = book.chapters.flatMap(({ blocks }) =>
    blocks.filter((block) => block.type === 'heading' && block.depth <= 3),
  );
  const lists = [book.figures, book.tables].filter(({ length }) => length > 0);
  const listed = lists.reduce((sum, { length }) => sum + length + 4, 0);
  return book.chapters.length + heads.length + listed + 5;
}

function abstract(desk: Desk): Code {
  const { book, words } = desk;
  const { keywords } = book.front;
  const parts = [printBlocks(desk, book.abstract)];
  if (keywords.length > 0)
    parts.push(
      call('keywords', text(words.keywords + words.colon), desk.text(evened(keywords.join(words.separator)))),
    );
  if (book.kpis.length > 0) parts.push(call('results', text(words.results), printTiles(desk, book.kpis)));
  return call('part', text(words.abstract), joined(parts));
}
