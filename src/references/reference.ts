import type { Place } from '../base/place.ts';

/** Document types of GB/T 7714: book, journal, newspaper, proceedings, thesis, report, standard, patent … */
export type DocumentType =
  | 'M'
  | 'J'
  | 'N'
  | 'C'
  | 'D'
  | 'R'
  | 'S'
  | 'P'
  | 'EB'
  | 'DS'
  | 'PP'
  | 'CP'
  | 'CM'
  | 'A'
  | 'Z';

export interface Name {
  family: string;
  /** Empty for institutions. */
  given: string;
  suffix: string;
}

/** A reference as read; a text is empty when the entry does not give it. */
export interface Reference {
  key: string;
  place: Place;
  type: DocumentType;
  /** Decides between 等 and et al. */
  language: 'zh' | 'ja' | 'other';
  authors: Name[];
  editors: Name[];
  translators: Name[];
  title: string;
  /** Journal, newspaper, or the book or proceedings that holds it. */
  container: string;
  address: string;
  publisher: string;
  /** As printed: 2024, c1988, 1865（清同治四年）. */
  year: string;
  /** ISO day or month when known, else empty. */
  date: string;
  volume: string;
  number: string;
  pages: string;
  edition: string;
  version: string;
  /** Of a map: `1:25000`, and its sheet: `128cm×84cm`. */
  scale: string;
  sheet: string;
  /** A journal as a whole, not an article of one. */
  isPeriodical: boolean;
  url: string;
  doi: string;
  /** 科技资源标识, GB/T 32843. */
  cstr: string;
  /** Not printed; their check digits tell a slip. */
  isbn: string;
  issn: string;
  /** ISO date of access. */
  accessed: string;
}
