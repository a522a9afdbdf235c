/** The cards of a page, as the script file that the page asks for when one is wanted: pages from `file://` can fetch nothing. */
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { traverseBlocks } from '../../report/text/traverse-book.ts';
import { ledgerWords } from '../../words/site/ledger-words.ts';
import { buildFormula, describeSource, findMetricPage } from '../guide/metrics-handbook.ts';
import { getReportPage, href } from '../html/href.ts';
import { createPageContext, linkToLedger, type PageContext } from '../html/page-context.ts';
import { listFiguresOf } from './shown-in.ts';
import { type Fact, listValueFacts } from './value-facts.ts';

/** What a card says, and where it leads. */
interface Card {
  name: string;
  /** The value; a term has none. */
  text?: string;
  facts: Fact[];
  /** The entry in the ledger, or in the handbook; as the page has it. */
  link?: string;
  /** Figures of the page that show it: id and label. */
  figures?: [id: string, label: string][];
}

/** What `card.js` is given. */
interface CardFile {
  words: { more: string; close: string; figures: string };
  /** By the link that leads to the entry. */
  values: [link: string, card: Card][];
  /** By the term. */
  terms: [term: string, card: Card][];
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
  const { more, close, figures } = ledgerWords[context.book.language];
  return {
    words: { more, close, figures },
    values: listValuesOn(context).map((value) => [
      linkToLedger(context, value.name),
      buildValueCard(value, context),
    ]),
    terms: listTermCards(context),
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

/** Terms of a page; the page itself says what they mean. */
function listTermCards({ book, page }: PageContext): CardFile['terms'] {
  const { blocks, footnotes } =
    page === '' ? book.abstract : book.chapters.find(({ slug }) => slug === page)!;
  const parts = [blocks, ...footnotes.map(({ children }) => children)].flatMap((one) => [
    ...traverseBlocks(one),
  ]);
  const terms = new Map(parts.flatMap((part) => (part.type === 'term' ? [[part.name, part] as const] : [])));
  return [...terms].map(([name, { definition }]) => [name, buildTermCard(name, definition, { book, page })]);
}

/** Formula, source and page of the metric whose definition the term has; else it is one of the course's own. */
function buildTermCard(
  name: string,
  definition: string,
  { book, page }: Pick<PageContext, 'book' | 'page'>,
): Card {
  const { language, report } = book;
  const words = ledgerWords[language];
  const metric = Object.values<AnyMetric>(metrics).find(
    (one) => one.names[language] === name && one.definition[language] === definition,
  );
  if (!metric) return { name, facts: [[words.source, words.glossary]] };
  const place = findMetricPage(metric.id);
  const formula = buildFormula(metric, language)?.text;
  const source: Fact = [words.source, describeSource(metric, language)];
  return {
    name,
    facts: formula ? [[words.formula, formula], source] : [source],
    ...(place && { link: href(getReportPage(report, page), place.page, place.anchor) }),
  };
}
