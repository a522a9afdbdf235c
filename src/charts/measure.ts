import { narrow } from './advances.generated.ts';

/**
 * Charts are measured in one font (Noto Sans SC) and shown in another (Microsoft YaHei, PingFang SC …),
 * whose Latin letters may be wider. Han and full-width characters are one em in all of them.
 */
const slack = 1.05;
/** The space of Microsoft YaHei in em, a third wider than Noto's. */
const space = 0.3;

/** The width of a text in pixels. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += characterWidth(character);
  return em * fontSize;
}

function characterWidth(character: string): number {
  if (character === ' ') return space;
  const advance = narrow[character];
  return advance === undefined ? 1 : advance * slack;
}

/** The text without its end where it is wider than `limit` pixels; an ellipsis says so. */
export function fitText(text: string, fontSize: number, limit: number): string {
  if (textWidth(text, fontSize) <= limit) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, fontSize) > limit) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}
