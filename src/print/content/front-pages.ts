import type { BookFront } from '../../report/book.ts';
import { measureEms } from '../layout/table-grid.ts';
import { normaliseSpaces } from '../normalise-spaces.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, joinContent, quoteString, renderArray, renderCall } from '../typst-code.ts';
import { renderBlocks, renderTiles } from './block-content.ts';
import { renderContents } from './contents-pages.ts';

/** Title, label–value lines, date. A field that is empty is left out. */
export function renderCover(context: PrintContext): Code {
  const { front } = context.book;
  const fields = listCoverFields(context, front);
  const width = Math.max(4, ...fields.map(([label]) => measureEms(label)));
  return renderCall(
    'cover',
    context.quoteLine(front.title),
    front.subtitle ? context.quoteLine(context.words.subtitle(front.subtitle)) : 'none',
    renderArray(
      fields.map(([label, value]) => renderArray([context.quoteText(label), context.quoteLine(value)])),
    ),
    `${width}em`,
    context.quoteLine(context.words.date(front.date)),
    front.simulated ? context.quoteLine(context.words.simulated) : 'none',
  );
}

function listCoverFields({ words }: PrintContext, front: BookFront): [label: string, value: string][] {
  const { cover } = words;
  const members = front.members.map(({ name, number, role }) => {
    const who = number ? `${name} ${number}` : name;
    return role ? words.roleOf(who, role) : who;
  });
  const fields: [string, string][] = [
    ...front.cover.map(({ label, value }): [string, string] => [label, value]),
    [cover.team, front.team],
    ...wrapNames(members, 17).map((line, i): [string, string] => [i === 0 ? cover.members : '', line]),
    [cover.mentor, front.mentor],
    [cover.period, words.range(words.date(front.period.from), words.date(front.period.to))],
  ];
  return fields.filter(([, value]) => value !== '');
}

/** Names on lines of at most `width` em. */
function wrapNames(names: string[], width: number): string[] {
  const lines: string[] = [];
  for (const name of names) {
    const last = lines.at(-1);
    if (last !== undefined && measureEms(`${last}　${name}`) <= width)
      lines[lines.length - 1] = `${last}　${name}`;
    else lines.push(name);
  }
  return lines;
}

/** Abstract, contents, lists of figures and tables: the pages with roman numbers. */
export function renderFront(context: PrintContext): Code {
  return renderCall('front', joinContent([renderAbstract(context), ...renderContents(context)]));
}

function renderAbstract(context: PrintContext): Code {
  const { book, words } = context;
  const { keywords } = book.front;
  const parts = [renderBlocks(context, book.abstract)];
  if (keywords.length > 0)
    parts.push(
      renderCall(
        'keywords',
        quoteString(words.keywords + words.colon),
        context.quoteText(normaliseSpaces(keywords.join(words.separator))),
      ),
    );
  if (book.kpis.length > 0)
    parts.push(renderCall('results', quoteString(words.results), renderTiles(context, book.kpis)));
  return renderCall('part', quoteString(words.abstract), joinContent(parts));
}
