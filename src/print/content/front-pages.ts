import type { BookFront } from '../../report/book.ts';
import { measureEms } from '../layout/table-grid.ts';
import { normaliseSpaces } from '../normalise-spaces.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, joinContent, quoteString, renderArray, renderCall, renderNamed } from '../typst-code.ts';
import { renderBlocks, renderNotes, renderTiles } from './block-content.ts';

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
    [cover.dataDate, front.dataDate ? words.date(front.dataDate) : ''],
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
  const notes = renderNotes(context, book.abstract.footnotes);
  const parts = [renderBlocks(context, book.abstract.blocks, notes)];
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
  if (book.front.corrections.length > 0)
    parts.push(renderCall('results', quoteString(words.corrections), renderCorrections(context)));
  return renderCall('part', quoteString(words.abstract), joinContent(parts));
}

function renderCorrections(context: PrintContext): Code {
  const { words, book } = context;
  const lines = book.front.corrections.map(({ date, what, where }) =>
    words.correction(words.date(date), what, where ?? ''),
  );
  return renderBlocks(
    context,
    lines.map((value) => ({ type: 'paragraph', children: [{ type: 'text', value }] })),
  );
}

/** In points: a page, kept a little short; a head; a line of contents and of a list. */
const height = { page: 690, head: 60, contents: 12.9, list: 11.6 };
/** Usual space above a line, as `front.typ` sets it: of a chapter and its like, of a section, of a list. */
const gap = { top: 11, section: 7, list: 8 };
/** Lines of contents beside the chapters: abstract and lists, references and appendices. */
const others = 8;
/** Entries from which on the lists are set in two columns of smaller letters. */
const manyEntries = 60;
/** How close lines may be set to save a page. */
const closest = 0.3;

/** Contents, list of figures, list of tables; short ones share a page, and none spills a few lines onto another. */
function renderContents({ book, words }: PrintContext): Code[] {
  const heads = book.chapters.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.type === 'heading' && block.depth <= 3 ? [block.depth] : [])),
  );
  const lists = [
    { title: words.figures, kind: '"drawing"', count: book.figures.length + book.pictures.length },
    { title: words.tables, kind: 'table', count: book.tables.length },
  ].filter(({ count }) => count > 0);
  const depth = heads.length > 60 ? 2 : 3;
  const tops = book.chapters.length + others;
  const sections = heads.filter((one) => one <= depth).length;
  const own = {
    text: height.head + (tops + sections) * height.contents,
    space: tops * gap.top + sections * gap.section,
  };
  const contents = renderCall(
    'contents',
    quoteString(words.contents),
    renderNamed('depth', depth),
    renderNamed('loose', computeLooseness(own)),
  );
  if (lists.some(({ count }) => count > manyEntries))
    return [
      contents,
      renderCall(
        'catalogues',
        computeSpacing(lists),
        ...lists.map(({ title, kind }) => renderArray([quoteString(title), kind])),
      ),
    ];
  const listed = lists.reduce(
    ({ text: so, space }, { count }) => ({
      text: so + height.head + count * height.list,
      space: space + count * gap.list,
    }),
    { text: 0, space: 0 },
  );
  const fresh = own.text + own.space + listed.text + listed.space > height.page;
  return [
    contents,
    ...lists.map(({ title, kind }, i) =>
      renderCall(
        'catalogue',
        quoteString(title),
        kind,
        renderNamed('fresh', i === 0 && fresh),
        renderNamed('loose', computeLooseness(listed)),
      ),
    ),
  ];
}

/** Points between the lines of lists in two columns, so that the last page is not begun for a few of them. */
function computeSpacing(lists: { count: number }[]): string {
  const { letters, page, head, wrapped, closest, usual } = column;
  const lines = lists.reduce((sum, { count }) => sum + count * wrapped, 0);
  const text = lines * letters + lists.length * head;
  const columns = 2 * Math.floor((text + lines * usual) / (2 * page));
  const fitting = columns > 0 ? (columns * page - text) / lines : usual;
  return `${(fitting >= closest ? Math.min(fitting, usual) : usual).toFixed(2)}pt`;
}

/** Lists in two columns, in points: letters, a column, a head, the share of lines broken in two, space between. */
const column = { letters: 9, page: 660, head: 70, wrapped: 1.1, closest: 3.4, usual: 6 };

interface Heights {
  text: number;
  /** Between lines, set as usual. */
  space: number;
}

/** The share of the usual space that fills whole pages; 1 when nothing is won by setting lines closer. */
function computeLooseness({ text: lines, space }: Heights): number {
  const pages = Math.floor((lines + space) / height.page);
  const room = (pages * height.page - lines) / space;
  return pages > 0 && room >= closest ? Math.floor(Math.min(room, 1) * 100) / 100 : 1;
}
