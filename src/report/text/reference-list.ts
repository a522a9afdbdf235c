import type { Language } from '../../base/language.ts';
import type { SourceText } from '../../base/source-text.ts';
import { type Bibliography, parseBibliography } from '../../references/bibliography.ts';
import { formatReference } from '../../references/format-reference.ts';
import type { BookReference } from '../book.ts';

const emptyBibliography: Bibliography = { entries: new Map(), problems: [] };

/** The bibliography of a report; empty without `references.bib`. */
export function parseReferences(source: SourceText | undefined): Bibliography {
  return source ? parseBibliography(source) : emptyBibliography;
}

/** The reference list: cited entries in order of their numbers, in GB/T 7714—2025. */
export function buildReferences(
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
