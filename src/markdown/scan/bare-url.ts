const head = /(?:https?:\/\/|www\.(?=[a-z0-9]))/iy;
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const allowed = /[\p{L}\p{N}\-._~:/?#@!$&'()+,;=%{}]/u;

/**
 * Where the bare URL at `from` ends, or `from` when there is none. GFM would run on into `，其中`;
 * here a full-width mark ends it, and so does a Chinese character that stands directly behind a Latin
 * letter (`https://a.cn/x的说明`), while `/wiki/复盘` stays whole.
 */
export function findUrlEnd(text: string, from: number): number {
  head.lastIndex = from;
  const start = head.exec(text);
  if (!start) return from;
  const first = from + start[0].length;
  let to = first;
  while (to < text.length) {
    const character = String.fromCodePoint(text.codePointAt(to)!);
    if (!allowed.test(character) || isFullWidth(character)) break;
    if (han.test(character) && !han.test(text[to - 1]!) && !/[/=#?&_-]/.test(text[to - 1]!)) break;
    to += character.length;
  }
  to = from + trimUrl(text.slice(from, to)).length;
  return to > first ? to : from;
}

function isFullWidth(character: string): boolean {
  return /[\u3000-\u303f\uff00-\uffef\u2018-\u201f\u2026\u2014]/.test(character);
}

/** As GFM does: marks that end the sentence, and brackets without a partner, are not part of it. */
function trimUrl(url: string): string {
  for (;;) {
    const last = url.at(-1)!;
    const opened = url.split('(').length;
    const closed = url.split(')').length;
    if (/[?!.,:;*_~'"{]/.test(last) || (last === ')' && closed > opened)) url = url.slice(0, -1);
    else return url;
  }
}

/** The address of a link written as `www.a.cn`. */
export function withScheme(written: string): string {
  return /^www\./i.test(written) ? `http://${written}` : written;
}
