import type { CitationStyle } from './citation-style.ts';
import type { Name, Reference } from './reference.ts';

const others: Record<Reference['language'], string> = { zh: '等', ja: '他', other: 'et al' };

/** Up to three names; more are 等, 他 or et al, by the language of the entry, not by that of the report. */
export function formatNames(
  names: readonly Name[],
  language: Reference['language'],
  style: CitationStyle,
): string {
  const open = names.at(-1)?.family === 'others';
  const people = open ? names.slice(0, -1) : names;
  const shown = people.slice(0, 3).map((name) => formatName(name, style));
  if (open || people.length > 3) shown.push(others[language]);
  return shown.join(style.comma);
}

/** `Praetzellis A`, in the edition of 2015 `PRAETZELLIS A`; Chinese names and institutions as they are. */
function formatName({ family, given, suffix }: Name, style: CitationStyle): string {
  if (given === '') return family;
  const initials = given
    .split(style.hyphenInitials ? /[\s.]+/ : /[\s.-]+/)
    .filter(Boolean)
    .map((part) =>
      part
        .split('-')
        .map((piece) => [...piece][0]?.toUpperCase() ?? '')
        .join('-'),
    )
    .join(' ');
  const person = `${style.upperNames ? family.toUpperCase() : family} ${initials}`;
  return suffix === '' ? person : `${person}${style.comma}${suffix}`;
}

/** Who stands for a work whose author is not known, where a list is ordered by authors. */
const unknownAuthor: Record<Reference['language'], string> = { zh: '佚名', ja: '佚名', other: 'Anon' };

/** Those whom a work is listed under: authors, else the editors of a whole, else who put a page on the net. */
export function listCreators(reference: Reference): readonly Name[] {
  const { authors, editors, type, publisher } = reference;
  const names = authors.length > 0 || isContained(reference) ? authors : editors;
  if (names.length > 0 || type !== 'EB' || publisher === '') return names;
  return [{ family: publisher, given: '', suffix: '' }];
}

/** Stands in a book or in proceedings, after `//`. */
export function isContained({ type, container }: Reference): boolean {
  return container !== '' && type !== 'J' && type !== 'N';
}

/** `于潇，刘义，柴跃廷，等，2012`; without a year that of access, `[2025]`. `letter` tells works of one year apart. */
export function formatAuthorYear(reference: Reference, style: CitationStyle, letter: string): string {
  const { language } = reference;
  const names = formatNames(listCreators(reference), language, style) || unknownAuthor[language];
  const closed = names.endsWith(others.other) ? `${names}.` : names;
  return `${closed}${style.comma}${formatListYear(reference, style)}${letter}`;
}

/** Year that a work is listed under. */
export function formatListYear({ year, accessed, language }: Reference, style: CitationStyle): string {
  if (year !== '') return formatSpan(year, style);
  if (accessed !== '') return `[${accessed.slice(0, 4)}]`;
  return language === 'other' ? 'n.d.' : '无日期';
}

/** Years or issues of a periodical that goes on, or came to an end: `1984—`, `1957—1990`. */
export function formatSpan(text: string, style: CitationStyle): string {
  return /^\d{4}-(?:\d{4})?$/.test(text) ? text.replace('-', style.dash) : text;
}

/** As the text cites it: `于潇 等，2012`; of Western authors the family name alone, `Praetzellis，2011`. */
export function formatInText(reference: Reference, style: CitationStyle, letter: string): string {
  const { language } = reference;
  const names = listCreators(reference);
  const first = names[0]?.family ?? unknownAuthor[language];
  const more = names.length > 1 ? ` ${language === 'other' ? `${others.other}.` : others[language]}` : '';
  return `${first}${more}${style.comma}${formatListYear(reference, style)}${letter}`;
}
