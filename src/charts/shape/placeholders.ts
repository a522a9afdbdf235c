/** What stands for the literals of a chart in its shape: unlikely numbers and texts. */

/** A number, a text, or a list: rows of data, ticks, names of a domain. */
export type Literal = number | string | readonly unknown[];

const firstNumberPlaceholder = 7_310_000.5;
const buildTextPlaceholder = (index: number) => `\u2060mark${index}\u2060`;

export function createPlaceholder(literal: Literal, index: number, key: string): Literal {
  if (typeof literal === 'number') return Math.sign(literal) * (firstNumberPlaceholder + index);
  const text = buildTextPlaceholder(index);
  if (typeof literal === 'string') return key === 'labelExpr' ? `{"${text}":0}` : text;
  return typeof literal[0] === 'object' ? [{ [text]: 0 }] : [text];
}

/** A map, a list or a text in quotes, or a number. */
export const placeholderInCode =
  /(\{"\u2060mark\d+\u2060":0\}|\["\u2060mark\d+\u2060"\]|"\u2060mark\d+\u2060"|(?<![\d.])73\d{5}\.5(?!\d))/;

/** Something made of a placeholder: a piece of a text, or a number between half of the first one and four times as much. */
export function isRemains(text: string): boolean {
  if (text.includes('\u2060')) return true;
  const numbers = text.match(/\d{7,8}(?!\d)/g) ?? [];
  return numbers.some((digits) => Number(digits) > 3.6e6 && Number(digits) < 3e7);
}

export function parsePlaceholderIndex(text: string): number {
  return /^\d/.test(text) ? Number(text) - firstNumberPlaceholder : Number(/\d+/.exec(text));
}
