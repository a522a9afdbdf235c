import type { ParsedEntry } from './parsed-entry.ts';
import type { DocumentType } from './reference.ts';

/** Types of entries in BibTeX and BibLaTeX, and the two that Chinese styles add (newspaper, map). */
const types: Record<string, DocumentType> = {
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
};
const known = new Set<string>(Object.values(types));

/** `mark = {N}` says it; else the type of the entry does. */
export function resolveDocumentType({ type, properties, csl }: ParsedEntry): DocumentType {
  const mark = (properties.mark ?? properties.usera ?? '').replace(/[{}\s]|\/OL/g, '').toUpperCase();
  if (known.has(mark) || mark === 'Z') return mark as DocumentType;
  const subtype = (properties.entrysubtype ?? '').replace(/[{}]/g, '').toLowerCase();
  if (subtype === 'newspaper' || subtype === 'news') return 'N';
  if (subtype === 'archive') return 'A';
  if (type === 'unpublished' && properties.eprint) return 'PP';
  const isOnline = csl.text('URL') !== '' || properties.url !== undefined;
  return types[type] ?? (isOnline ? 'EB' : 'Z');
}
