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

/** The text in at most two lines of `limit` pixels, about as long as each other: broken at a space or between Han characters. */
export function wrapText(text: string, fontSize: number, limit: number): [string] | [string, string] {
  if (textWidth(text, fontSize) <= limit) return [text];
  const characters = [...text];
  const halves = (at: number): [string, string] => [
    characters.slice(0, at).join('').trimEnd(),
    characters.slice(at).join('').trimStart(),
  ];
  const longer = (at: number) => Math.max(...halves(at).map((line) => textWidth(line, fontSize)));
  const breaks = characters
    .map((_, i) => i)
    .filter((i) => i > 0 && mayBreak(characters[i - 1]!, characters[i]!));
  const even = breaks.sort((a, b) => longer(a) - longer(b))[0];
  if (even === undefined) return [fitText(text, fontSize, limit)];
  if (longer(even) <= limit) return halves(even);
  const filled =
    breaks.filter((at) => textWidth(halves(at)[0], fontSize) <= limit).sort((a, b) => b - a)[0] ?? even;
  const [upper, lower] = halves(filled);
  return [fitText(upper, fontSize, limit), fitText(lower, fontSize, limit)];
}

/** No line begins with a closing mark or ends with an opening one. */
function mayBreak(before: string, after: string): boolean {
  if (/[，。、；：！？）》”’%·]/.test(after) || /[（《“‘]/.test(before)) return false;
  return before === ' ' || /\p{Script=Han}/u.test(before) || /\p{Script=Han}/u.test(after);
}
