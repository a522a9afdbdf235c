/** The cards of a page, as the script file that the page asks for when one is wanted: pages from `file://` can fetch nothing. */
import type { Book, BookValue } from '../../report/book.ts';
import { type LedgerWords, ledgerWords } from '../../words/site/ledger-words.ts';
import { createPageContext, linkToLedger, type PageContext } from '../html/page-context.ts';
import { listFiguresOf } from './shown-in.ts';
import { type Fact, listValueFacts } from './value-facts.ts';

/** What a card says, and where it leads. */
interface Card {
  name: string;
  text: string;
  facts: Fact[];
  /** Figures of the page that show it: id and label. */
  figures?: [id: string, label: string][];
}

/** What `card.js` is given. */
interface CardFile {
  /** Labels: what leads to the entry, what closes, and what a term has. */
  words: Pick<LedgerWords, 'more' | 'close' | 'formula' | 'source'>;
  /** By the link that leads to the entry. */
  values: [link: string, card: Card][];
}

/** Within the report: `cards/analytics.js`, and `cards/index.js` of its home. */
export const getCardPath = (slug: string): string => `cards/${slug || 'index'}.js`;

/** Pages whose numbers have cards: the home, and the chapters. */
export const hasCards = ({ chapters }: Book, page: string): boolean =>
  page === '' || chapters.some(({ slug }) => slug === page);

/** The text of the file. JSON is a program that gives itself. */
export function renderCardFile(book: Book, slug: string): string {
  return `fupanCards(${JSON.stringify(buildCardFile(createPageContext(book, slug)))})\n`;
}

export function buildCardFile(context: PageContext): CardFile {
  const { more, close, formula, source } = ledgerWords[context.book.language];
  return {
    words: { more, close, formula, source },
    values: listValuesOn(context).map((value) => [
      linkToLedger(context, value.name),
      buildValueCard(value, context),
    ]),
  };
}

function buildValueCard(value: BookValue, context: PageContext): Card {
  const { book, page, words } = context;
  const shown = listFiguresOf(value, book, page);
  return {
    name: value.label ?? value.name,
    text: value.text,
    facts: listValueFacts(value, context),
    ...(shown.length > 0 && {
      figures: shown.map(({ id, number }): [string, string] => [id, words.figure(number)]),
    }),
  };
}

/** Values that a page cites, shows in tiles, or draws; at home the goals' too. */
function listValuesOn({ book, page }: PageContext): BookValue[] {
  const drawn = [...book.figures, ...book.tables].filter(({ chapter }) => chapter === page);
  const home =
    page === '' ? [...book.kpis.map(({ name }) => name), ...book.goals.map(({ value }) => value)] : [];
  const named = new Set([...drawn.flatMap(({ of }) => of), ...home]);
  return Object.values(book.values).filter(
    ({ name, cited }) => named.has(name) || cited.some(({ chapter }) => chapter === page),
  );
}
