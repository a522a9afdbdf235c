const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What joins characters, or is one of several that make one. */
const joined = /[\p{M}\p{Cf}\p{Regional_Indicator}\p{Emoji_Modifier}]/u;

/** The characters of `text` as a reader counts them: a flag, a family or a letter with its accent is one. */
export function splitGraphemes(text: string): string[] {
  return joined.test(text) ? Array.from(segmenter.segment(text), ({ segment }) => segment) : [...text];
}

/** Shown as an emoji, in colour where there is colour. */
export function isEmoji(character: string): boolean {
  return /\p{Emoji_Presentation}|\p{Emoji}\ufe0f|\u20e3/u.test(character);
}
