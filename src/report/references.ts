import type { Language } from '../base/language.ts';
import type { SourceText } from '../base/source-text.ts';
import { type Bibliography, readBibliography } from '../references/bibliography.ts';
import { formatReference } from '../references/format.ts';
import type { BookReference } from './book.ts';

const empty: Bibliography = { entries: new Map(), problems: [] };

/** The bibliography of a report; empty without `references.bib`. */
export function readReferences(source: SourceText | undefined): Bibliography {
  return source ? readBibliography(source) : empty;
}

/** The reference list: cited entries in order of their numbers, in GB/T 7714—2025. */
export function settleReferences(
  bibliography: Bibliography,
  cited: readonly string[],
  language: Language,
): BookReference[] {
  return cited.flatMap((key, index) => {
    const entry = bibliography.entries.get(key);
    if (!entry) return [];
    const text = formatReference(entry, { edition: '2025', language });
    return [{ key, number: index + 1, text, ...(entry.url && { url: entry.url }) }];
  });
}
