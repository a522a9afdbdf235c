import { type CitationForm, type CitationStyle, citationStyles, type Edition } from './citation-style.ts';
import { formatAuthorYear, formatNames, isContained, listCreators } from './format-names.ts';
import { formatPublication } from './publication.ts';
import type { Reference } from './reference.ts';

export interface ReferenceFormat {
  edition: Edition;
  form: CitationForm;
  /** a, b … after the year, where one author has several works of it. */
  letter?: string;
}

/**
 * An entry of the reference list by GB/T 7714—2015 or —2025, without `[n]`. 等 or et al. goes by the
 * language of the entry, as the standard has it, not by that of the report.
 */
export function formatReference(
  reference: Reference,
  { edition, form, letter = '' }: ReferenceFormat,
): string {
  const style: CitationStyle = citationStyles[edition];
  const { url, doi, cstr, sheet } = reference;
  const creators =
    form === 'numeric' ? formatCreators(reference, style) : formatAuthorYear(reference, style, letter);
  const publication = formatPublication(reference, style, form);
  // Proceedings that nobody published: `[C]//第31次全国学术年会，2022：2`.
  const joined =
    edition !== '2015' && isContained(reference) && reference.address === '' && reference.publisher === '';
  const title = formatTitle(reference, style);
  const gap = form === 'numeric' ? style.comma : style.colon;
  const parts = [
    creators,
    ...(joined ? [`${title}${gap}${publication}`] : [title]),
    formatContributors(reference, style),
    ...(joined ? [] : [publication]),
    sheet,
    url,
    doi !== '' && !url.includes(doi) ? `DOI:${doi}` : '',
    cstr !== '' && !url.includes(cstr) ? `CSTR:${cstr}` : '',
  ];
  return parts
    .filter((part) => part !== '')
    .map((part) => (part.endsWith('.') ? part : `${part}.`))
    .join(' ');
}

function formatCreators(reference: Reference, style: CitationStyle): string {
  if (reference.type === 'S' && style.standardByNumber) return '';
  return formatNames(listCreators(reference), reference.language, style);
}

function formatTitle(reference: Reference, style: CitationStyle): string {
  const { type, language, editors } = reference;
  const marked = `${formatTitleText(reference, style)}[${type}${isOnline(reference) ? '/OL' : ''}]`;
  if (!isContained(reference)) return marked;
  const names = formatNames(editors, language, style);
  const translated = formatTranslators(reference, style);
  const piece = translated === '' ? marked : `${marked}. ${translated}`;
  const host = reference.container + formatVolume(reference, style);
  return `${piece}//${names === '' ? '' : `${names}. `}${host}`;
}

function formatTitleText(reference: Reference, style: CitationStyle): string {
  const { type, number, scale } = reference;
  if (type === 'S' && style.standardByNumber) {
    const gap = reference.language === 'zh' ? '\u3000' : ' ';
    return number === '' ? reference.title : `${number}${gap}${reference.title}`;
  }
  if (['R', 'P', 'S', 'A'].includes(type) && number !== '')
    return `${reference.title}${style.colon}${number}`;
  const isWhole = (type === 'M' || type === 'CM') && !isContained(reference);
  const title = reference.title + (isWhole ? formatVolume(reference, style) : '');
  return scale === '' ? title : `${title}. ${scale}`;
}

function formatVolume({ volume: written, language }: Reference, style: CitationStyle): string {
  if (written === '') return '';
  const isNumber = /^\d+$/.test(written);
  return style.colon + (isNumber ? (language === 'zh' ? `第 ${written} 卷` : `Vol. ${written}`) : written);
}

function isOnline({ type, url, doi }: Reference): boolean {
  return url !== '' || doi !== '' || type === 'EB';
}

function formatTranslators({ translators, language }: Reference, style: CitationStyle): string {
  const names = formatNames(translators, language, style);
  if (names === '') return '';
  return language === 'zh' ? `${names}${style.comma}译` : `${names}${style.comma}trans`;
}

/** Translators and edition: `杨斌，王忠玉，译. 2 版`. */
function formatContributors(reference: Reference, style: CitationStyle): string {
  const { edition, version, language } = reference;
  const translated = isContained(reference) ? '' : formatTranslators(reference, style);
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
