import type { Language } from '../../base/language.ts';
import type { SourceText } from '../../base/source-text.ts';
import type { Bibliography } from '../../references/bibliography.ts';
import { formatReference } from '../../references/format-reference.ts';
import type { BookReference } from '../book.ts';

/** Numbers references in the order in which the text first cites them. */
export class Citations {
  readonly #keys: readonly string[];
  readonly #numbers = new Map<string, number>();

  readonly #broken: ReadonlySet<string>;

  constructor(keys: readonly string[], broken: ReadonlySet<string> = new Set()) {
    this.#keys = keys;
    this.#broken = broken;
  }

  /** There is such an entry, and it cannot be read, which is told where it stands. */
  isBroken(key: string): boolean {
    return this.#broken.has(key);
  }

  /** The number of `key`, given at its first citation; undefined when there is no such entry. */
  assignNumber(key: string): number | undefined {
    if (!this.#keys.includes(key)) return undefined;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  listKeys(): readonly string[] {
    return this.#keys;
  }

  /** Cited keys in order of their numbers. */
  listCited(): string[] {
    return [...this.#numbers.keys()];
  }
}

const emptyBibliography: Bibliography = { entries: new Map(), broken: new Set(), problems: [] };

/** The bibliography of a report; empty without `references.bib`. */
export async function parseReferences(source: SourceText | undefined): Promise<Bibliography> {
  if (!source) return emptyBibliography;
  const { parseBibliography } = await import('../../references/bibliography.ts');
  return parseBibliography(source);
}

/** The reference list: cited entries in order of their numbers, in GB/T 7714—2025. */
export function buildReferences(
  bibliography: Bibliography,
  cited: readonly string[],
  language: Language,
): BookReference[] {
  const edition = language === 'zh' ? '2025' : '2025-en';
  return cited.flatMap((key, index) => {
    const entry = bibliography.entries.get(key);
    if (!entry) return [];
    const text = formatReference(entry, { edition });
    return [{ key, number: index + 1, text, ...(entry.url && { url: entry.url }) }];
  });
}
