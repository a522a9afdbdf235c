import type { Language } from '../base/language.ts';

/** What the two editions of GB/T 7714 in use do differently. */
export interface CitationStyle {
  comma: string;
  colon: string;
  open: string;
  close: string;
  /** Family names of Western persons in capitals. */
  upperNames: boolean;
  /** The date of access stands with everything online, not only with what has no other form. */
  accessAlways: boolean;
  /** `J-R`; else `J R`. */
  hyphenInitials: boolean;
  /** A standard begins with its number and, in a numeric list, has no author. */
  standardByNumber: boolean;
  /** An issue that goes on: `1984—`. */
  dash: string;
}

// GB/T 7714—2025, in force since 2026-07-01: full-width marks.
const current = {
  comma: '，',
  colon: '：',
  open: '（',
  close: '）',
  upperNames: false,
  accessAlways: false,
  hyphenInitials: true,
  standardByNumber: true,
  dash: '—',
} as const;

export const citationStyles = {
  '2025': current,
  // The same in a text in English.
  '2025-en': { ...current, comma: ', ', colon: ': ', open: '(', close: ')' },
  '2015': {
    comma: ', ',
    colon: ': ',
    open: '(',
    close: ')',
    upperNames: true,
    accessAlways: true,
    hyphenInitials: false,
    standardByNumber: false,
    dash: '-',
  },
} as const satisfies Record<string, CitationStyle>;

export type Edition = keyof typeof citationStyles;

/** The edition as it is printed in a text of a language. */
export function getPrintedEdition(edition: '2015' | '2025', language: Language): Edition {
  return edition === '2025' && language === 'en' ? '2025-en' : edition;
}

/** How a list is ordered and cited: by numbers, or by authors and years. */
export type CitationForm = 'numeric' | 'author-year';
