import type { Place } from '../../base/place.ts';
import { LineIndex, type SourceText } from '../../base/source-text.ts';
import { parseFrontMatter } from '../../markdown/front-matter.ts';
import type { Book, BookValue } from '../../report/book.ts';
import { reportFront } from '../../schema/front-matter.ts';
import type { TextRuleInput } from '../text-rule.ts';
import { countDigits, type Surroundings } from './bind-numeral.ts';
import { bindSentence, type TypedResult } from './bind-sentence.ts';
import { type LedgerNumber, type LedgerValue, listLedgerNumbers } from './ledger-numbers.ts';
import { classifyNumerals } from './numerals/classify-numerals.ts';
import { readSentences, type Sentence } from './prose.ts';

/** A typed result with its place. */
export interface PlacedResult<V extends LedgerValue = BookValue> extends TypedResult<V> {
  place: Place;
}

/** A sentence with the results typed in it. */
export interface ReadSentence<V extends LedgerValue = BookValue> {
  sentence: Sentence;
  results: PlacedResult<V>[];
  /** Where the character at this offset of it stands. */
  toPlace(at: number): Place;
}

export interface TypedChapter<V extends LedgerValue = BookValue> {
  file: string;
  results: PlacedResult<V>[];
  sentences: ReadSentence<V>[];
}

const found = new WeakMap<Book, TypedChapter[]>();

/** The results typed by hand in the abstract and the chapters of a report, in order; those that its front matter allows are left out. */
export function findTypedResults(input: Pick<TextRuleInput, 'source' | 'book'>): TypedChapter[] {
  const known = found.get(input.book);
  if (known) return known;
  const chapters = bindChapters(input, listLedgerNumbers(input.book));
  found.set(input.book, chapters);
  return chapters;
}

/** The same with the numbers of another ledger, as of an older build. `isAllowing`: whether allowed ones are left out. */
export function bindChapters<V extends LedgerValue>(
  { source, book }: Pick<TextRuleInput, 'source' | 'book'>,
  numbers: readonly LedgerNumber<V>[],
  { sure, isAllowing = true }: { sure?: number; isAllowing?: boolean } = {},
): TypedChapter<V>[] {
  const allowed = source.index && isAllowing ? readAllowed(source.index).map(({ text }) => text) : [];
  const texts = [...(source.index ? [source.index] : []), ...source.chapters];
  return texts.map((text) =>
    readChapter(text, allowed, { numbers, near: collectNear(book, text.file) }, sure),
  );
}

/** The results of each sentence. */
export function groupBySentence(results: readonly PlacedResult[]): PlacedResult[][] {
  const groups = Map.groupBy(results, ({ numeral, place }) => `${place.line} ${numeral.clause.sentence}`);
  return [...groups.values()];
}

/** Passages of `typed:` in the front matter of `index.mdx`. */
function readAllowed(index: SourceText): { text: string; place: Place | undefined }[] {
  const { data, places } = parseFrontMatter(index);
  const read = reportFront.shape.typed.safeParse(data.typed);
  return read.success ? read.data.map(({ text }, at) => ({ text, place: places[`typed.${at}`] })) : [];
}

/** Those of them that allow nothing: the text has no result in such a passage. */
export function findUnusedAllowances(
  input: Pick<TextRuleInput, 'source' | 'book'>,
): { text: string; place: Place }[] {
  const { index } = input.source;
  const allowed = index ? readAllowed(index) : [];
  if (!index || allowed.length === 0) return [];
  const results = bindChapters(input, listLedgerNumbers(input.book), { isAllowing: false }).flatMap(
    ({ sentences }) =>
      sentences.flatMap((one) => one.results.map(({ numeral }) => ({ text: one.sentence.text, numeral }))),
  );
  return allowed.flatMap(({ text, place = { file: index.file, line: 1 } }) =>
    results.some((one) => isAllowed(one.text, one.numeral, [text])) ? [] : [{ text, place }],
  );
}

/** Values that figures and tables of the chapter show. */
function collectNear({ chapters, figures, tables }: Book, file: string): Set<string> {
  const slug = chapters.find((chapter) => chapter.file === file)?.slug ?? '';
  return new Set(
    [...figures, ...tables].filter(({ chapter }) => chapter === slug).flatMap((part) => part.of),
  );
}

function readChapter<V extends LedgerValue>(
  source: SourceText,
  allowed: readonly string[],
  around: Surroundings<V>,
  sure?: number,
): TypedChapter<V> {
  const lines = new LineIndex(source.file, source.text);
  const sentences = readSentences(source).map((sentence): ReadSentence<V> => {
    const toPlace = (at: number) => lines.toPlace(sentence.offsets[at]!);
    const results = bindSentence(classify(sentence), around, sure)
      .filter(({ numeral }) => !isAllowed(sentence.text, numeral, allowed))
      .map((result) => ({ ...result, place: toPlace(result.numeral.from) }));
    return { sentence, results, toPlace };
  });
  return { file: source.file, results: sentences.flatMap(({ results }) => results), sentences };
}

/** In a table typed by hand the head says what its numbers are. */
const plannedHead =
  /目标|计划|预期|序号|编号|权重|分值|满分|日期|时间|门槛|标准|规则|参数|单价|target|plan|weight|date|limit/i;

function classify({ text, tags, isQuoted, isCell, topic, head }: Sentence) {
  if (plannedHead.test(head)) return [];
  const cites = tags.filter(({ name }) => name === 'Cite').map(({ at }) => at);
  const numerals = classifyNumerals(text, { isQuoted, cites, topic: `${topic} ${head}` });
  // A lone 3 or 10 in a cell is as often the name of a row.
  return isCell ? numerals.filter((one) => one.unit !== '' || countDigits(one) > 2) : numerals;
}

function isAllowed(
  text: string,
  { from, to }: { from: number; to: number },
  allowed: readonly string[],
): boolean {
  return allowed.some((passage) => {
    for (let at = text.indexOf(passage); at >= 0; at = text.indexOf(passage, at + 1))
      if (at <= from && to <= at + passage.length) return true;
    return false;
  });
}
