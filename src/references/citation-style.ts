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
  /** A standard begins with its number and has no author. */
  standardByNumber: boolean;
}

// GB/T 7714—2025, in force since 2026-07-01: full-width marks.
const current = {
  comma: '，',
  colon: '：',
  open: '（',
  close: '）',
  upperNames: false,
  accessAlways: false,
  standardByNumber: true,
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
    standardByNumber: false,
  },
} as const satisfies Record<string, CitationStyle>;
