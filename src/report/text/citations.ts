import type { Language } from '../../base/language.ts';
import { type Problem, sampleLimit } from '../../base/problem.ts';
import type { SourceText } from '../../base/source-text.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Bibliography } from '../../references/bibliography.ts';
import { citationStyles, getPrintedEdition } from '../../references/citation-style.ts';
import { formatInText } from '../../references/format-names.ts';
import { formatReference } from '../../references/format-reference.ts';
import { assignLetters, compareReferences } from '../../references/order-references.ts';
import type { Reference } from '../../references/reference.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import type { ReportFront } from '../../schema/front-matter.ts';
import type { ReferenceStyle } from '../../schema/reference-style.ts';
import type { BookInline, BookReference } from '../book.ts';

type Citation = Extract<BookInline, { type: 'cite' }>;

/** What the text cites: numbers go by first citation, or the list by authors, which is known when all is read. */
export class Citations {
  readonly #bibliography: Bibliography;
  readonly #style: ReferenceStyle;
  readonly #language: Language;
  readonly #cited = new Set<string>();
  /** Some citation names no entry: which one is not used cannot be said. */
  #isMisnamed = false;
  readonly #open: { citation: Citation; keys: readonly string[] }[] = [];

  constructor(bibliography: Bibliography, style: ReferenceStyle, language: Language) {
    this.#bibliography = bibliography;
    this.#style = style;
    this.#language = language;
  }

  /** There is such an entry, and it cannot be read, which is told where it stands. */
  isBroken(key: string): boolean {
    return this.#bibliography.broken.has(key);
  }

  isKnown(key: string): boolean {
    const isKnown = this.#bibliography.entries.has(key);
    if (!isKnown) this.#isMisnamed = true;
    return isKnown;
  }

  listKeys(): readonly string[] {
    return [...this.#bibliography.entries.keys()];
  }

  /** A citation of known keys; its text is written by `buildReferences`. */
  addCitation(keys: readonly string[]): Citation {
    const citation: Citation = { type: 'cite', numbers: [], text: '' };
    for (const key of keys) this.#cited.add(key);
    this.#open.push({ citation, keys });
    return citation;
  }

  /** The reference list, in its order, by GB/T 7714; writes the citations of the text. */
  buildReferences(): BookReference[] {
    const { form, edition } = this.#style;
    const printed = getPrintedEdition(edition, this.#language);
    const cited = [...this.#cited].map((key) => this.#bibliography.entries.get(key)!);
    const list = form === 'numeric' ? cited : cited.toSorted(compareReferences);
    const letters = form === 'numeric' ? new Map<Reference, string>() : assignLetters(list);
    const numbers = new Map(list.map((entry, index) => [entry.key, index + 1]));
    for (const { citation, keys } of this.#open) {
      citation.numbers = keys.map((key) => numbers.get(key)!);
      if (form === 'author-year') citation.texts = keys.map((key) => this.#formatInText(key, letters));
      citation.text = citation.texts
        ? joinInText(citation.texts, this.#language)
        : `[${foldRuns(citation.numbers)}]`;
    }
    return list.map((entry, index) => ({
      key: entry.key,
      number: index + 1,
      ...(form === 'author-year' && { unnumbered: true }),
      text: formatReference(entry, { edition: printed, form, letter: letters.get(entry) }),
      ...(entry.url && { url: entry.url }),
    }));
  }

  /** What the bibliography holds and the text does not cite. */
  findUnused(): Problem[] {
    const unused = [...this.#bibliography.entries.values()].filter(({ key }) => !this.#cited.has(key));
    const [first] = unused;
    if (!first || this.#isMisnamed) return [];
    const keys = unused.slice(0, sampleLimit).map(({ key }) => key);
    const more = unused.length > keys.length ? [...keys, '…'] : keys;
    const params = { keys: more.join(', '), count: unused.length, example: first.key };
    return [createProblem('unused-reference', first.place, params)];
  }

  #formatInText(key: string, letters: ReadonlyMap<Reference, string>): string {
    const entry = this.#bibliography.entries.get(key)!;
    const style = citationStyles[getPrintedEdition(this.#style.edition, this.#language)];
    return formatInText(entry, { ...style, upperNames: false }, letters.get(entry) ?? '');
  }
}

/** `（于潇 等，2012；Praetzellis，2011）`. */
function joinInText(texts: readonly string[], language: Language): string {
  return language === 'zh' ? `（${texts.join('；')}）` : `(${texts.join('; ')})`;
}

const emptyBibliography: Bibliography = { entries: new Map(), broken: new Set(), problems: [] };

/** The bibliography of a report; empty without `references.bib`. */
export async function parseReferences(
  source: SourceText | undefined,
  style: ReferenceStyle,
): Promise<Bibliography> {
  if (!source) return emptyBibliography;
  const { parseBibliography } = await import('../../references/bibliography.ts');
  return parseBibliography(source, style.edition);
}

/** No reference can be cited where there is no bibliography: on the pages of a course. */
export function createNoCitations(language: Language): Citations {
  return new Citations(emptyBibliography, { edition: '2025', form: 'numeric' }, language);
}

/** As the course has it, but for what the report says otherwise. */
export function resolveReferenceStyle(course: CourseFile, front: ReportFront): ReferenceStyle {
  const { edition, form } = course.references;
  return { edition: front.references?.edition ?? edition, form: front.references?.form ?? form };
}

/** 1,2,3,5 → `1-3,5` (GB/T 7714: consecutive numbers are joined). */
export function foldRuns(numbers: readonly number[]): string {
  const sorted = [...new Set(numbers)].sort((a, b) => a - b);
  const runs: [number, number][] = [];
  for (const number of sorted) {
    const last = runs.at(-1);
    if (last && number === last[1] + 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs
    .map(([from, to]) => (from === to ? `${from}` : to === from + 1 ? `${from},${to}` : `${from}-${to}`))
    .join(',');
}
