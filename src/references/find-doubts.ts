import type { Reference } from './reference.ts';

/** What in an entry cannot be as it is written. */
export type Doubt = 'doi' | 'isbn' | 'issn' | 'pages' | 'accessed' | 'year';

/** Slips, and marks of a source that nobody has looked up, with the text at fault. */
export function findDoubts(reference: Reference): { doubt: Doubt; text: string }[] {
  return (Object.keys(doubts) as Doubt[]).flatMap((doubt) => {
    const text = doubts[doubt](reference);
    return text === '' ? [] : [{ doubt, text }];
  });
}

/** The text at fault, or none. */
const doubts: Record<Doubt, (reference: Reference) => string> = {
  // ISO 26324: a prefix 10.<registrant> and a suffix.
  doi: ({ doi }) => (doi === '' || /^10\.\d{4,9}(?:\.\d+)*\/\S+$/.test(doi) ? '' : doi),
  isbn: ({ isbn }) => isbn.split(/[,;\s]+/).find((one) => one !== '' && !isIsbn(one)) ?? '',
  issn: ({ issn }) => issn.split(/[,;\s]+/).find((one) => one !== '' && !isIssn(one)) ?? '',
  pages: ({ pages }) => {
    const [, from = '', to = ''] = /^(\d+)-(\d+)$/.exec(pages) ?? [];
    return from.length <= to.length && Number(from) > Number(to) ? pages : '';
  },
  accessed: ({ accessed, date }) =>
    /^\d{4}-\d\d-\d\d$/.test(accessed) && date.length === 10 && accessed < date
      ? `${accessed} < ${date}`
      : '',
  year: ({ year, accessed }) => {
    const written = /^\d{4}$/.test(year) ? year : '';
    return written !== '' && accessed.length >= 4 && written > accessed.slice(0, 4)
      ? `${written} > ${accessed}`
      : '';
  },
};

/** ISO 2108: weights 10 … 1 modulo 11 for ten digits, 1 and 3 in turn modulo 10 for thirteen. */
function isIsbn(written: string): boolean {
  const digits = written.replaceAll('-', '').toUpperCase();
  if (/^\d{13}$/.test(digits))
    return [...digits].reduce((sum, digit, i) => sum + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
  return /^\d{9}[\dX]$/.test(digits) && weigh(digits) % 11 === 0;
}

/** ISO 3297: weights 8 … 1 modulo 11. */
function isIssn(written: string): boolean {
  const digits = written.replace('-', '').toUpperCase();
  return /^\d{7}[\dX]$/.test(digits) && weigh(digits) % 11 === 0;
}

const weigh = (digits: string): number =>
  [...digits].reduce((sum, digit, i) => sum + (digit === 'X' ? 10 : Number(digit)) * (digits.length - i), 0);
