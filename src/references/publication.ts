import type { CitationForm, CitationStyle } from './citation-style.ts';
import { formatSpan } from './format-names.ts';
import type { Reference } from './reference.ts';

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
  const issued = [where, formatSpan(year, style)].filter((part) => part !== '').join(style.comma);
  return issued + formatPages(reference, style) + formatAccess(reference, style);
};

/** `文献，2013（1）：56-75`; published ahead of an issue: `铁道学报，2024-05-09`. */
const formatArticle: PublicationFormat = (reference, style) => {
  const { container, volume, number, date, year } = reference;
  const ahead = volume === '' && number === '' && date.length === 10;
  const issue = number === '' ? '' : `${style.open}${number}${style.close}`;
  const issued = [container, ahead ? date : year, volume].filter((part) => part !== '').join(style.comma);
  return issued + issue + formatPages(reference, style) + formatAccess(reference, style);
};

/** A journal as a whole: `1957（1）—1990（4）. 北京：北京图书馆，1957—1990`. */
const formatPeriodical: PublicationFormat = (reference, style) => {
  const issues = reference.volume
    .replace(/,\s*/g, style.comma)
    .replace(/\s*\(([^()]*)\)/g, `${style.open}$1${style.close}`)
    .replace(/-+/g, style.dash);
  const imprint = formatImprint({ ...reference, pages: '' }, style);
  return [issues, imprint].filter((part) => part !== '').join('. ');
};

const formatJournal: PublicationFormat = (reference, style) =>
  reference.isPeriodical ? formatPeriodical(reference, style) : formatArticle(reference, style);

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
  if (isPublished(reference)) return formatImprint(reference, style);
  if (style.accessAlways && reference.url !== '' && reference.pages === '')
    return formatNetResource({ ...reference, publisher: '' }, style);
  return formatDated(reference, style);
};

/** An archive keeps the day: `武汉：湖北省档案馆，1931-11-07`. */
const formatArchive: PublicationFormat = (reference, style) => {
  const { date, year } = reference;
  if (isPublished(reference)) return formatImprint({ ...reference, year: date || year }, style);
  return style.accessAlways && reference.url !== ''
    ? formatNetResource({ ...reference, publisher: '' }, style)
    : formatDated(reference, style);
};

const formatStandard: PublicationFormat = (reference, style) => {
  const { publisher, date, url } = reference;
  if (style.standardByNumber) return '';
  if (url !== '' && date !== '' && publisher === '') return formatNetResource(reference, style);
  return formatImprint(reference, style);
};

const forms: Record<Reference['type'], PublicationFormat> = {
  M: formatImprint,
  C: formatImprint,
  D: formatImprint,
  A: formatArchive,
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

/** Dated by the day, or with its date in brackets: the year after the author does not stand for it. */
const datedForms: ReadonlySet<PublicationFormat> = new Set([formatNetResource, formatNewspaper, formatDated]);

/** Where and when a source appeared, in the form of its type; the year once, after the author or here. */
export function formatPublication(reference: Reference, style: CitationStyle, form: CitationForm): string {
  const format = forms[reference.type];
  if (form === 'numeric' || datedForms.has(format) || keepsYear(reference, style))
    return format(reference, style);
  return format({ ...reference, year: '' }, style).replace(/^[,，:：]\s*/, '');
}

/** Reports and archives that have no imprint but a date; in the older edition one to the day. */
function keepsYear({ type, date, address, publisher }: Reference, style: CitationStyle): boolean {
  if (type === 'A') return !style.accessAlways || date !== '';
  return type === 'R' && (address === '' || publisher === '') && (!style.accessAlways || date !== '');
}

const isPublished = ({ address, publisher }: Reference): boolean => address !== '' && publisher !== '';

function formatPages({ pages: written }: Reference, style: CitationStyle): string {
  return written === '' ? '' : style.colon + written;
}

function formatAccess({ accessed, url }: Reference, style: CitationStyle): string {
  return style.accessAlways && url !== '' ? withBrackets(accessed) : '';
}

function withBrackets(text: string): string {
  return text === '' ? '' : `[${text}]`;
}
