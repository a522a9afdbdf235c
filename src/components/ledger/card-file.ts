/** The cards of a page, as the script file that the page asks for when one is wanted: pages from `file://` can fetch nothing. */
import type { Language } from '../../base/language.ts';
import type { AnyMetric } from '../../metrics/define-family.ts';
import { metrics } from '../../metrics/library.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
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

/** Terms that are metrics; of others the page itself has all there is. */
function listTermCards({ book, page }: PageContext): CardFile['terms'] {
  const chapter = listChapters(book, '').find(({ slug }) => slug === page);
  const used = [...(chapter ? traverseChapter(chapter) : [])].filter(({ type }) => type === 'term');
  const names = new Set(used.flatMap((part) => ('name' in part ? [part.name] : [])));
  return Object.values<AnyMetric>(metrics)
    .filter((metric) => names.has(metric.names[book.language]))
    .map((metric) => [
      metric.names[book.language],
      buildTermCard(metric, book.language, getReportPage(book.report, page)),
    ]);
}

function buildTermCard(metric: AnyMetric, language: Language, here: string): Card {
  const words = ledgerWords[language];
  const place = findMetricPage(metric.id);
  const formula = buildFormula(metric, language)?.text;
  return {
    name: metric.names[language],
    facts: [
      ...(formula ? [[words.formula, formula] satisfies Fact] : []),
      [words.source, describeSource(metric, language)],
    ],
    ...(place && { link: href(here, place.page, place.anchor) }),
  };
}
