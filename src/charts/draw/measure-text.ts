import { isEmoji, splitGraphemes } from '../../base/graphemes.ts';
import { narrow } from './advances.generated.ts';

/**
 * Charts are measured in one font (Noto Sans SC) and shown in another (Microsoft YaHei, PingFang SC …),
 * whose Latin letters may be wider. Han and full-width characters are one em in all of them.
 */
const slack = 1.05;
/** The space of Microsoft YaHei in em, a third wider than Noto's. */
const spaceWidth = 0.3;
/** An emoji of Windows, wider than those of other systems and of print. */
const emojiWidth = 1.4;

/** The width of a text in pixels. */
export function measureText(text: string, fontSize: number): number {
  let em = 0;
  for (const character of splitGraphemes(text)) em += measureCharacter(character);
  return em * fontSize;
}

function measureCharacter(character: string): number {
  if (character === ' ') return spaceWidth;
  const advance = narrow[character];
  if (advance !== undefined) return advance * slack;
  return isEmoji(character) ? emojiWidth : 1;
}

/** The text without its end where it is wider than `limit` pixels; an ellipsis says so. */
export function truncateText(text: string, fontSize: number, limit: number): string {
  if (measureText(text, fontSize) <= limit) return text;
  const characters = splitGraphemes(text);
  while (characters.length > 1 && measureText(`${characters.join('')}…`, fontSize) > limit) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** The text in at most two lines of `limit` pixels, about as long as each other: broken at a space or between Han characters. */
export function wrapText(text: string, fontSize: number, limit: number): [string] | [string, string] {
  if (measureText(text, fontSize) <= limit) return [text];
  const characters = splitGraphemes(text);
  const halves = (at: number): [string, string] => [
    characters.slice(0, at).join('').trimEnd(),
    characters.slice(at).join('').trimStart(),
  ];
  const longer = (at: number) => Math.max(...halves(at).map((line) => measureText(line, fontSize)));
  const breaks = characters
    .map((_, i) => i)
    .filter((i) => i > 0 && canBreakBetween(characters[i - 1]!, characters[i]!));
  const even = breaks.sort((a, b) => longer(a) - longer(b))[0];
  if (even === undefined) return [truncateText(text, fontSize, limit)];
  if (longer(even) <= limit) return halves(even);
  const filled =
    breaks.filter((at) => measureText(halves(at)[0], fontSize) <= limit).sort((a, b) => b - a)[0] ?? even;
  const [upper, lower] = halves(filled);
  return [truncateText(upper, fontSize, limit), truncateText(lower, fontSize, limit)];
}

/** No line begins with a closing mark or ends with an opening one. */
function canBreakBetween(before: string, after: string): boolean {
  if (/[，。、；：！？）》”’%·]/.test(after) || /[（《“‘]/.test(before)) return false;
  return before === ' ' || /\p{Script=Han}/u.test(before) || /\p{Script=Han}/u.test(after);
}
