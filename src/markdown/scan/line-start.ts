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

/**
 * Puts empty lines around a piece that stands alone: `before` and `after` are the rest of its line,
 * `previous` and `next` the neighbouring ones. Returns what to write before and behind the piece.
 */
export function isolatePiece(
  line: string,
  before: string,
  after: string,
  previous: string,
  next: string,
): { before: string; after: string } {
  const { prefix, further, begins } = parseLineStart(line);
  const empty = `\n${further.trimEnd()}`;
  const isBlank = (text: string) => /^[\s>]*$/.test(text);
  const startsLine = before.length <= prefix.length;
  const leading = startsLine ? (begins || isBlank(previous) ? '' : `\n${further}`) : `${empty}\n${further}`;
  const trailing = isBlank(after) ? (isBlank(next) ? '' : empty) : `${empty}\n${further}`;
  return { before: leading, after: trailing };
}
