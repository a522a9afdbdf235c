/** What the lines of a report's card count, each from the book and what the rules found in it. */

import { type CardCheck, type CardLine, cardChecks } from '../../base/card/report-card.ts';
import type { Problem } from '../../base/problem.ts';
import { parseBibliography } from '../../references/bibliography.ts';
import type { BookReference } from '../../report/book.ts';
import { listFigures } from '../../report/images/build-pictures.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import { type ClaimCount, countClaims } from '../claims/count-claims.ts';
import { listUnmentioned } from '../text/unreferenced-figure.ts';
import type { TextRuleInput } from '../text-rule.ts';
import { findTypedResults } from '../typed/typed-results.ts';

type Count = Omit<CardLine, 'check'>;

/** What several lines look at. */
interface Counted extends TextRuleInput {
  problems: readonly Problem[];
  claims: ClaimCount;
  typed: number;
}

/** Rules of what keeps a reader who hears the page. */
const accessRules = new Set(['heading-jump', 'image-without-text', 'picture-unseen']);

const referenceRules = new Set(['doubtful-reference', 'reference-missing-field', 'unsafe-reference-url']);

const measures: Record<CardCheck, (input: Counted) => Count> = {
  parts: ({ book }) => ({ count: book.coverage.done, of: book.coverage.total }),
  values: ({ typed, ...input }) => {
    const cited = countCitedResults(input);
    return { count: cited, of: cited + typed };
  },
  claims: ({ claims }) => ({ count: claims.verified, of: claims.found }),
  figures: ({ book, source }) => {
    const of = listFigures(book).length + book.tables.length;
    return { count: of - listUnmentioned({ book, source }).length, of };
  },
  sources: ({ book: { datasets } }) => ({
    count: datasets.filter(({ source }) => source !== undefined).length,
    of: datasets.length,
  }),
  references: ({ book: { references }, source, problems }) => ({
    count: references.length - countDoubtful(source, references, problems),
    of: references.length,
  }),
  data: ({ book: { checks } }) => ({
    count: checks.filter(({ found }) => found === 0).length,
    of: checks.length,
  }),
  typed: ({ typed }) => ({ count: typed }),
  contradicted: ({ claims }) => ({ count: claims.contradicted }),
  access: ({ problems }) => ({ count: problems.filter(({ id }) => accessRules.has(id)).length }),
};

/** `problems`: what was found in the report. */
export function measureReport(input: TextRuleInput, problems: readonly Problem[]): CardLine[] {
  const typed = findTypedResults(input).reduce((sum, { results }) => sum + results.length, 0);
  const counted = { ...input, problems, claims: countClaims(input), typed };
  return cardChecks.map((check) => ({ check, ...measures[check](counted) }));
}

/** Places of the text that show a value or a verdict. */
function countCitedResults({ book, source }: Pick<TextRuleInput, 'book' | 'source'>): number {
  const chapters = listChapters(book, source.index?.file ?? source.folder);
  const nodes = chapters.flatMap((chapter) => [...traverseChapter(chapter)]);
  return nodes.filter(({ type }) => type === 'value' || type === 'verdict').length;
}

/** Entries that the text cites and that something is told of, by the line where they begin. */
function countDoubtful(
  { references: file }: TextRuleInput['source'],
  cited: readonly BookReference[],
  problems: readonly Problem[],
): number {
  if (!file) return 0;
  const told = problems.filter(({ id, place }) => referenceRules.has(id) && place.file === file.file);
  if (told.length === 0) return 0;
  const lines = new Set(told.map(({ place }) => place.line));
  const { entries } = parseBibliography(file);
  return cited.filter(({ key }) => lines.has(entries.get(key)?.place.line)).length;
}
