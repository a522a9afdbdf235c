/** Characters of Chinese prose: how they are written beside others, at the ends of texts, and when lines end. */

/** Inside a character class with the flag `u`: Chinese, and the syllables of Japanese. */
export const hanClass = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}`;

/** Inside a character class: full-width marks, and the quotes, dots and dashes that are as wide beside Chinese. */
export const wideMarkClass = String.raw`\u3000-\u303f\uff00-\uffef\u2018-\u201f\u2026\u2014`;

/** The first character of `text`, whole where it takes two units; '' of nothing. */
export function getFirstCharacter(text: string): string {
  return text === '' ? '' : String.fromCodePoint(text.codePointAt(0)!);
}

/** The last character of `text`, whole where it takes two units; '' of nothing. */
export function getLastCharacter(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}
