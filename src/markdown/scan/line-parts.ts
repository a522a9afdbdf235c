const containers = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\n]+\]:))*[ \t]*/;

/** The beginning of a line as far as it belongs to quotes, lists and footnotes. */
interface LineStart {
  /** `- `, `> `, `[^1]: ` as written. */
  prefix: string;
  /** What a further line of the same container begins with: list marks become spaces. */
  further: string;
  /** A list item or footnote begins on this line. */
  begins: boolean;
}

export function parseLineStart(line: string): LineStart {
  const prefix = containers.exec(line)?.[0] ?? '';
  const further = prefix
    .replace(/\[\^[^\]\n]+\]:[ \t]*/g, '    ')
    .replace(/[-*+]|\d{1,9}[.)]/g, (mark) => ' '.repeat(mark.length));
  return { prefix, further, begins: further !== prefix };
}

/** The line on which something stands, the parts of it on both sides, and the lines above and below. */
interface LineParts {
  line: string;
  before: string;
  after: string;
  previous: string;
  next: string;
}

/** What stands around `[from, to)`. */
export function getLineParts(text: string, from: number, to: number): LineParts {
  const start = text.lastIndexOf('\n', from - 1) + 1;
  const end = findLineEnd(text, to);
  const previousStart = text.lastIndexOf('\n', start - 2) + 1;
  return {
    line: text.slice(start, end),
    before: text.slice(start, from),
    after: text.slice(to, end),
    previous: start === 0 ? '' : text.slice(previousStart, start - 1),
    next: text.slice(end + 1, findLineEnd(text, end + 1)),
  };
}

export function findLineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Empty lines around a piece that stands alone: what to write before and behind it. */
export function isolatePiece({ line, before, after, previous, next }: LineParts): {
  before: string;
  after: string;
} {
  const { prefix, further, begins } = parseLineStart(line);
  const empty = `\n${further.trimEnd()}`;
  const isBlank = (text: string) => /^[\s>]*$/.test(text);
  const startsLine = before.length <= prefix.length;
  const leading = startsLine ? (begins || isBlank(previous) ? '' : `\n${further}`) : `${empty}\n${further}`;
  const trailing = isBlank(after) ? (isBlank(next) ? '' : empty) : `${empty}\n${further}`;
  return { before: leading, after: trailing };
}
