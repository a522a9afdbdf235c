import type { BookFront } from '../report/book.ts';
import { printBlocks, printTiles } from './block.ts';
import { type Code, call, joined, list, text } from './code.ts';
import { printContents } from './contents.ts';
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
  const members = front.members.map(({ name, number, role }) => {
    const who = number ? `${name} ${number}` : name;
    return role ? words.roleOf(who, role) : who;
  });
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
  return call('front', joined([abstract(desk), ...printContents(desk)]));
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
