import type { CitationStyle } from './citation-style.ts';
import type { DocumentType, Reference } from './reference.ts';

type PublicationFormat = (reference: Reference, style: CitationStyle) => string;

/** What is only on the net, and may change: its dates stand in brackets, that of access always. */
const formatNetResource: PublicationFormat = (reference, style) => {
  const { type, publisher, date, year, accessed } = reference;
  const issued = date || year;
  const host = type === 'EB' ? '' : publisher;
  return host + (issued === '' ? '' : `${style.open}${issued}${style.close}`) + withBrackets(accessed);
};

/** `北京：科学出版社，2013：5-6`. */
const formatImprint: PublicationFormat = (reference, style) => {
  const { address, publisher, year } = reference;
  const where = [address, publisher].filter((part) => part !== '').join(style.colon);
  const issued = [where, year].filter((part) => part !== '').join(style.comma);
  return issued + formatPages(reference, style) + formatAccess(reference, style);
};

/** `文献，2013（1）：56-75`; published ahead of an issue: `铁道学报，2024-05-09`. */
const formatJournal: PublicationFormat = (reference, style) => {
  const { container, volume, number, date, year } = reference;
  const ahead = volume === '' && number === '' && date.length === 10;
  const issue = number === '' ? '' : `${style.open}${number}${style.close}`;
  const issued = [container, ahead ? date : year, volume].filter((part) => part !== '').join(style.comma);
  return issued + issue + formatPages(reference, style) + formatAccess(reference, style);
};

/** `中国青年报，2000-11-20（15）`: the number is that of the page. */
const formatNewspaper: PublicationFormat = (reference, style) => {
  const { container, date, year, number } = reference;
  const page = reference.pages || number;
  const issued = [container, date || year].filter((part) => part !== '').join(style.comma);
  return issued + (page === '' ? '' : `${style.open}${page}${style.close}`) + formatAccess(reference, style);
};

/** Dated to the day; a report with a publisher has an imprint instead. */
const formatDated: PublicationFormat = (reference, style) => {
  const issued = reference.date || reference.year;
  return issued + formatPages(reference, style) + formatAccess(reference, style);
};

const formatReport: PublicationFormat = (reference, style) => {
  if (reference.publisher !== '' && reference.address !== '') return formatImprint(reference, style);
  if (style.accessAlways && reference.url !== '')
    return formatNetResource({ ...reference, publisher: '' }, style);
  return formatDated(reference, style);
};

const formatStandard: PublicationFormat = (reference, style) =>
  style.standardByNumber ? '' : formatImprint(reference, style);

const forms: Record<DocumentType, PublicationFormat> = {
  M: formatImprint,
  C: formatImprint,
  D: formatImprint,
  A: formatImprint,
  CM: formatImprint,
  Z: formatImprint,
  J: formatJournal,
  N: formatNewspaper,
  R: formatReport,
  P: formatDated,
  S: formatStandard,
  EB: formatNetResource,
  DS: formatNetResource,
  PP: formatNetResource,
  CP: formatNetResource,
};

/** Where and when a source appeared, in the form of its type. */
export function formatPublication(reference: Reference, style: CitationStyle): string {
  return forms[reference.type](reference, style);
}

function formatPages({ pages: written }: Reference, style: CitationStyle): string {
  return written === '' ? '' : style.colon + written;
}

function formatAccess({ accessed, url }: Reference, style: CitationStyle): string {
  return style.accessAlways && url !== '' ? withBrackets(accessed) : '';
}

function withBrackets(text: string): string {
  return text === '' ? '' : `[${text}]`;
}
