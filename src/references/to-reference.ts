import type { Place } from '../base/place.ts';
import type { CslDate, CslName, ParsedEntry } from './bibtex.ts';
import type { DocumentType, Name, Reference } from './reference.ts';

const han = /\p{Script=Han}/u;

/** Takes out of an entry what a reference shows. */
export function toReference(key: string, place: Place, entry: ParsedEntry): Reference {
  const { csl, properties } = entry;
  const getField = (...names: string[]) =>
    cleanField(names.map((name) => properties[name]).find((value) => value) ?? '');
  const getText = (name: string) => withoutMarkup(csl.text(name));
  const title = withSubtitle(
    getText('title').replace(quad, '\u3000') || getField('title'),
    getField('subtitle'),
  );
  const type = resolveDocumentType(entry);
  const authors = toNames(csl.names('author'), properties.author);
  const issued = toIsoDate(csl.date('issued'));
  const host = getText('container-title') || getField('journal', 'journaltitle', 'booktitle');
  const event = host === '' && type === 'C' && entry.type !== 'proceedings' ? getField('eventtitle') : '';
  return {
    key,
    place,
    type,
    isPeriodical: entry.type === 'periodical',
    language: detectLanguage(
      getField('langid', 'language'),
      title + authors.map((name) => name.family).join(''),
    ),
    authors: authors.length > 0 ? authors : toNames(toCslNames(getField('holder')), ''),
    editors: toNames(csl.names('editor'), properties.editor),
    translators: toNames(csl.names('translator'), properties.translator),
    title,
    container: host || event,
    // Of a meeting without proceedings it would be the place where people met.
    address: event === '' ? csl.text('publisher-place') || getField('address', 'location') : '',
    publisher:
      getText('publisher') ||
      getField('publisher', 'institution', 'school', 'organization', 'archiveprefix', 'eprinttype'),
    year: getField('year') || issued.slice(0, 4) || getField('date'),
    date: issued.length > 4 ? issued : '',
    volume: csl.text('volume') || getField('volume'),
    number: getField('number', 'issue'),
    // An article without pages has a number of its own.
    pages: (csl.text('page') || getField('pages', 'eid')).replace(/[–—]|--+/g, '-'),
    edition: csl.text('edition') || getField('edition'),
    version: (csl.text('version') || getField('version')).replace(/^(?=\d)/, 'V'),
    scale: getField('scale'),
    sheet: getField('dimensions'),
    // As it was written: the library escapes a second time what is escaped.
    url: getField('url') || csl.text('URL'),
    doi: csl.text('DOI') || getField('doi'),
    cstr: getField('cstr'),
    isbn: getField('isbn'),
    issn: getField('issn'),
    accessed: toIsoDate(csl.date('accessed')) || getField('urldate'),
  };
}

/** The library turns commands into HTML; a list prints text. */
function withoutMarkup(text: string): string {
  return text.replace(/<\/?(?:i|b|em|strong|sub|sup|span)(?: [^<>]*)?>/g, '');
}

function withSubtitle(title: string, subtitle: string): string {
  if (subtitle === '') return title;
  return han.test(title) ? `${title}：${subtitle}` : `${title}: ${subtitle}`;
}

/** The standard parts the title of a series from that of its part by one em. */
const quad = /\s*\\quad\b\s*/g;

/** Braces protect and commands format; neither prints. */
function cleanField(value: string): string {
  return value
    .replace(quad, '\u3000')
    .replace(/\\([&%$#_])/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, (space) => (space.includes('\u3000') ? '\u3000' : ' '))
    .trim();
}

function toCslNames(literal: string): CslName[] {
  return literal === '' ? [] : [{ literal }];
}

function toNames(names: CslName[], written = ''): Name[] {
  const parsed = names.map((name) => {
    const particle = [name['dropping-particle'], name['non-dropping-particle']].filter(Boolean).join(' ');
    const family = [particle, name.family ?? name.literal ?? ''].filter(Boolean).join(' ');
    const given = name.given ?? '';
    const suffix = (name.suffix ?? '').replace(/\.$/, '');
    if (!han.test(family)) return { family, given, suffix };
    // A Chinese name is one word: 张三 for `张, 三` and for `张 三`, which the library turns round.
    const whole = written.includes(`${family},`) ? family + given : given + family;
    return { family: han.test(given) || given === '' ? whole : `${family} ${given}`, given: '', suffix: '' };
  });
  // `a=b` is a name by its parts to the library, and nobody if it knows no such part: then it stands as it was written.
  const isLost = parsed.length > 0 && parsed.every(({ family, given }) => family === '' && given === '');
  return isLost ? [{ family: written.trim(), given: '', suffix: '' }] : parsed;
}

/** `2026`, `2026-03` or `2026-03-02`. */
function toIsoDate(date: CslDate | undefined): string {
  const parts = date?.['date-parts']?.[0];
  if (!parts) return '';
  return parts.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-');
}

function detectLanguage(named: string, text: string): Reference['language'] {
  if (/^(?:ja|japanese)/i.test(named) || /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)) return 'ja';
  if (/^(?:zh|chinese)/i.test(named)) return 'zh';
  return named === '' && han.test(text) ? 'zh' : 'other';
}

/** Types of entries in BibTeX and BibLaTeX, and the two that Chinese styles add (newspaper, map). */
const documentTypes: Record<string, DocumentType> = {
  book: 'M',
  mvbook: 'M',
  booklet: 'M',
  manual: 'M',
  collection: 'M',
  inbook: 'M',
  bookinbook: 'M',
  incollection: 'M',
  reference: 'M',
  inreference: 'M',
  article: 'J',
  periodical: 'J',
  newspaper: 'N',
  proceedings: 'C',
  inproceedings: 'C',
  conference: 'C',
  thesis: 'D',
  phdthesis: 'D',
  mastersthesis: 'D',
  report: 'R',
  techreport: 'R',
  standard: 'S',
  patent: 'P',
  online: 'EB',
  electronic: 'EB',
  www: 'EB',
  webpage: 'EB',
  dataset: 'DS',
  preprint: 'PP',
  software: 'CP',
  map: 'CM',
  archive: 'A',
  letter: 'A',
};
const marks = new Set<string>(Object.values(documentTypes));

/** `mark = {N}` says it; else the type of the entry does. */
function resolveDocumentType({ type, properties, csl }: ParsedEntry): DocumentType {
  const mark = (properties.mark ?? properties.usera ?? '').replace(/[{}\s]|\/OL/g, '').toUpperCase();
  if (marks.has(mark) || mark === 'Z') return mark as DocumentType;
  const subtype = (properties.entrysubtype ?? '').replace(/[{}]/g, '').toLowerCase();
  if (subtype === 'newspaper' || subtype === 'news') return 'N';
  if (subtype === 'archive') return 'A';
  if (type === 'unpublished' && properties.eprint) return 'PP';
  const isOnline = csl.text('URL') !== '' || properties.url !== undefined;
  return documentTypes[type] ?? (isOnline ? 'EB' : 'Z');
}
