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

export const citationStyles = {
  // GB/T 7714—2025, in force since 2026-07-01: full-width marks.
  '2025': {
    comma: '，',
    colon: '：',
    open: '（',
    close: '）',
    upperNames: false,
    accessAlways: false,
    hyphenInitials: true,
    standardByNumber: true,
    dash: '—',
  },
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

/** How a list is ordered and cited: by numbers, or by authors and years. */
export type CitationForm = 'numeric' | 'author-year';
