import { type CitationStyle, citationStyles } from './citation-style.ts';
import { formatPublication } from './publication.ts';
import type { Name, Reference } from './reference.ts';

export type Edition = keyof typeof citationStyles;

/**
 * An entry of the reference list in the numeric form of GB/T 7714, without `[n]`. 等 or et al. goes by the
 * language of the entry, as the standard has it, not by that of the report.
 */
export function formatReference(reference: Reference, { edition }: { edition: Edition }): string {
  const style: CitationStyle = citationStyles[edition];
  const { url, doi } = reference;
  const showsDoi = doi !== '' && !url.includes(doi);
  const parts = [
    formatCreators(reference, style),
    formatTitle(reference, style),
    formatContributors(reference, style),
    formatPublication(reference, style),
    url,
    showsDoi ? `DOI:${doi}` : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

function formatCreators(reference: Reference, style: CitationStyle): string {
  const { authors, editors, type, language } = reference;
  if (type === 'S' && style.standardByNumber) return '';
  const names = authors.length > 0 || isContained(reference) ? authors : editors;
  if (names.length === 0 && type === 'EB') return reference.publisher;
  return formatNames(names, language, style);
}

/** Stands in a book or in proceedings, after `//`. */
function isContained({ type, container }: Reference): boolean {
  return container !== '' && type !== 'J' && type !== 'N';
}

function formatTitle(reference: Reference, style: CitationStyle): string {
  const { type, number, language, editors } = reference;
  const marked = `${formatTitleText(reference, style)}[${type}${isOnline(reference) ? '/OL' : ''}]`;
  if (!isContained(reference)) return marked;
  const names = formatNames(editors, language, style);
  const host = reference.container + (type === 'M' || type === 'C' ? formatVolume(reference, style) : '');
  return `${marked}//${names === '' ? '' : `${names}. `}${host}${type === 'S' ? number : ''}`;
}

function formatTitleText(reference: Reference, style: CitationStyle): string {
  const { type, number } = reference;
  if (type === 'S' && style.standardByNumber) {
    const gap = reference.language === 'zh' ? '\u3000' : ' ';
    return number === '' ? reference.title : `${number}${gap}${reference.title}`;
  }
  if (['R', 'P', 'S', 'A'].includes(type) && number !== '')
    return `${reference.title}${style.colon}${number}`;
  return reference.title + (type === 'M' && !isContained(reference) ? formatVolume(reference, style) : '');
}

function formatVolume({ volume: written, language }: Reference, style: CitationStyle): string {
  if (written === '') return '';
  const isNumber = /^\d+$/.test(written);
  return style.colon + (isNumber ? (language === 'zh' ? `第 ${written} 卷` : `Vol. ${written}`) : written);
}

function isOnline({ type, url, doi }: Reference): boolean {
  return url !== '' || doi !== '' || type === 'EB';
}

const others: Record<Reference['language'], string> = { zh: '等', ja: '他', other: 'et al' };

/** Up to three names; more are 等, 他 or et al. */
function formatNames(names: readonly Name[], language: Reference['language'], style: CitationStyle): string {
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
    .split(/[\s.]+/)
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

/** Translators and edition: `杨斌，王忠玉，译. 2 版`. */
function formatContributors(
  { translators, edition, version, language }: Reference,
  style: CitationStyle,
): string {
  const names = formatNames(translators, language, style);
  const translated =
    names === '' ? '' : language === 'zh' ? `${names}${style.comma}译` : `${names}${style.comma}trans`;
  return [translated, formatEdition(edition, language), version].filter((part) => part !== '').join('. ');
}

const ordinals = [
  '',
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];

/** The first edition is not mentioned. */
function formatEdition(written: string, language: Reference['language']): string {
  const word = ordinals.indexOf(written.toLowerCase());
  const number = word > 0 ? word : Number(/^(\d+)(?:st|nd|rd|th|\s*版)?$/i.exec(written)?.[1] ?? Number.NaN);
  if (Number.isNaN(number)) return written;
  if (number === 1) return '';
  return language === 'zh' ? `${number} 版` : `${formatOrdinal(number)} ed`;
}

function formatOrdinal(number: number): string {
  const isTeen = Math.floor(number / 10) % 10 === 1;
  return `${number}${(isTeen ? undefined : ['th', 'st', 'nd', 'rd'][number % 10]) ?? 'th'}`;
}
