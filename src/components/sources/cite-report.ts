import { getPrintedEdition } from '../../references/citation-style.ts';
import { formatReference } from '../../references/format-reference.ts';
import type { Reference } from '../../references/reference.ts';
import type { Book } from '../../report/book.ts';

/** What a report made here does not have. */
const none = {
  key: '',
  editors: [],
  translators: [],
  container: '',
  address: '',
  publisher: '',
  volume: '',
  number: '',
  pages: '',
  edition: '',
  version: '',
  scale: '',
  sheet: '',
  isPeriodical: false,
  doi: '',
  cstr: '',
  isbn: '',
  issn: '',
  accessed: '',
} satisfies Partial<Reference>;

/**
 * A report, or a `part` of it such as 图 4-2, as an entry of GB/T 7714—2025: 增长实验室. 实训报告：图 4-2[R]. 2026-06-28.
 * `url`: full address of the page, where it is known.
 */
export function formatReportCitation(
  { report, language, front }: Pick<Book, 'report' | 'language' | 'front'>,
  { part = '', url = '' }: { part?: string; url?: string } = {},
): string {
  const reference: Reference = {
    ...none,
    place: { file: `content/reports/${report}/index.mdx` },
    type: 'R',
    language: language === 'zh' ? 'zh' : 'other',
    authors: [{ family: front.team, given: '', suffix: '' }],
    title: front.title,
    number: part,
    date: front.date,
    year: front.date.slice(0, 4),
    url,
  };
  return formatReference(reference, { edition: getPrintedEdition('2025', language), form: 'numeric' });
}
