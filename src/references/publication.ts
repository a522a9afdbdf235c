import type { DocumentType, Reference } from './reference.ts';
import type { Style } from './style.ts';

type Show = (reference: Reference, style: Style) => string;

/** What is only on the net, and may change: its dates stand in brackets, that of access always. */
const netResource: Show = (reference, style) => {
  const { type, publisher, date, year, accessed } = reference;
  const issued = date || year;
  const host = type === 'EB' ? '' : publisher;
  return host + (issued === '' ? '' : `${style.open}${issued}${style.close}`) + inBrackets(accessed);
};

/** `北京：科学出版社，2013：5-6`. */
const imprint: Show = (reference, style) => {
  const { address, publisher, year } = reference;
  const where = [address, publisher].filter((part) => part !== '').join(style.colon);
  const issued = [where, year].filter((part) => part !== '').join(style.comma);
  return issued + pages(reference, style) + access(reference, style);
};

/** `文献，2013（1）：56-75`; published ahead of an issue: `铁道学报，2024-05-09`. */
const journal: Show = (reference, style) => {
  const { container, volume, number, date, year } = reference;
  const ahead = volume === '' && number === '' && date.length === 10;
  const issue = number === '' ? '' : `${style.open}${number}${style.close}`;
  const issued = [container, ahead ? date : year, volume].filter((part) => part !== '').join(style.comma);
  return issued + issue + pages(reference, style) + access(reference, style);
};

/** `中国青年报，2000-11-20（15）`: the number is that of the page. */
const newspaper: Show = (reference, style) => {
  const { container, date, year, number } = reference;
  const page = reference.pages || number;
  const issued = [container, date || year].filter((part) => part !== '').join(style.comma);
  return issued + (page === '' ? '' : `${style.open}${page}${style.close}`) + access(reference, style);
};

/** Dated to the day; a report with a publisher has an imprint instead. */
const dated: Show = (reference, style) => {
  const issued = reference.date || reference.year;
  return issued + pages(reference, style) + access(reference, style);
};

const report: Show = (reference, style) => {
  if (reference.publisher !== '' && reference.address !== '') return imprint(reference, style);
  if (style.accessAlways && reference.url !== '') return netResource({ ...reference, publisher: '' }, style);
  return dated(reference, style);
};

const standard: Show = (reference, style) => (style.standardByNumber ? '' : imprint(reference, style));

const forms: Record<DocumentType, Show> = {
  M: imprint,
  C: imprint,
  D: imprint,
  A: imprint,
  CM: imprint,
  Z: imprint,
  J: journal,
  N: newspaper,
  R: report,
  P: dated,
  S: standard,
  EB: netResource,
  DS: netResource,
  PP: netResource,
  CP: netResource,
};

/** Where and when a source appeared, in the form of its type. */
export function publication(reference: Reference, style: Style): string {
  return forms[reference.type](reference, style);
}

function pages({ pages: written }: Reference, style: Style): string {
  return written === '' ? '' : style.colon + written;
}

function access({ accessed, url }: Reference, style: Style): string {
  return style.accessAlways && url !== '' ? inBrackets(accessed) : '';
}

function inBrackets(text: string): string {
  return text === '' ? '' : `[${text}]`;
}
