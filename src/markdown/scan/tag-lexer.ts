/** How the value of an attribute is written; only `quoted` is right. */
export type ValueForm =
  | 'quoted'
  | 'unquoted'
  | 'full-width'
  | 'computed'
  | 'bare'
  | 'spread'
  | 'unclosed-quote';

export interface LexedAttribute {
  name: string;
  value: string;
  form: ValueForm;
  /** Offset of the name. */
  from: number;
  /** Offset of the value, after the quote. */
  valueFrom: number;
  to: number;
}

export interface LexedTag {
  name: string;
  kind: 'open' | 'close' | 'self';
  attributes: LexedAttribute[];
  from: number;
  /** After `>`, or where the tag stops looking like one. */
  to: number;
  /** Found its `>`. */
  ended: boolean;
}

const opening = /<(\/?)([A-Za-z][\w.:-]*|\p{Script=Han}{1,6})(?=[\s/>{]|$)/uy;
const ending = /\s*(\/?)>/y;
const attributeName = /[\p{L}_:][\p{L}\p{N}_:.-]*/uy;
const assignment = /[ \t]*[=＝]\s*/y;
const quoted = /(["'])((?:(?!\1)[^\n])*)\1/y;
const fullWidth = /([“”＂‘’「])([^\n“”＂‘’」<>]*)([“”＂‘’」])/y;
const unquoted = /[^\s"'<>`{}“”]+?(?=\s|\/?>|$|[，。；：！？、）])/y;
const unclosed = /["'“”＂‘’「]((?:(?!\/?>)[^\n])*)/y;

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * Reads the tag at `from`, whatever is wrong with it, so that everything wrong can be reported at once.
 * Undefined when this `<` begins no tag: `<5%`, `<渠道>`, `a<b，c`.
 */
export function lexTag(text: string, from: number): LexedTag | undefined {
  const start = matchAt(opening, text, from);
  if (!start) return undefined;
  const tag: LexedTag = {
    name: start[2]!,
    kind: start[1] ? 'close' : 'open',
    attributes: [],
    from,
    to: from + start[0].length,
    ended: false,
  };
  for (;;) {
    const end = matchAt(ending, text, tag.to);
    if (end && !end[0].includes('\n\n') && !isQuoteMark(text, from, end[0])) {
      if (end[1] && tag.kind === 'open') tag.kind = 'self';
      return { ...tag, to: tag.to + end[0].length, ended: true };
    }
    const attribute = lexAttribute(text, skipSpace(text, tag.to));
    if (!attribute) return tag;
    tag.attributes.push(attribute);
    tag.to = attribute.to;
  }
}

/** In a quote, the `>` at the beginning of the next line is no end of the tag. */
function isQuoteMark(text: string, from: number, end: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', from) + 1, from);
  return /\n[ \t]*>$/.test(end) && /^[ \t]*>/.test(line);
}

/** Over white space, but not into another paragraph. */
function skipSpace(text: string, at: number): number {
  const space = /[ \t]*(?:\n[ \t>]*(?!\n))?[ \t]*/y;
  return at + (matchAt(space, text, at)?.[0].length ?? 0);
}

function lexAttribute(text: string, from: number): LexedAttribute | undefined {
  if (text[from] === '{') {
    const to = findClosingBrace(text, from);
    return to === undefined
      ? undefined
      : { name: text.slice(from, to), value: '', form: 'spread', from, valueFrom: from, to };
  }
  const name = matchAt(attributeName, text, from)?.[0];
  if (!name) return undefined;
  const equals = matchAt(assignment, text, from + name.length);
  if (!equals) {
    const to = from + name.length;
    return /^[\w:.-]+$/.test(name) ? { name, value: '', form: 'bare', from, valueFrom: to, to } : undefined;
  }
  return lexValue(text, name, from, from + name.length + equals[0].length);
}

function lexValue(text: string, name: string, from: number, at: number): LexedAttribute | undefined {
  const createAttribute = (form: ValueForm, value: string, skip: number, to: number): LexedAttribute => ({
    name,
    value,
    form: form === 'quoted' && text.slice(from, at).includes('＝') ? 'full-width' : form,
    from,
    valueFrom: at + skip,
    to,
  });
  if (text[at] === '{') {
    const to = findClosingBrace(text, at);
    return to === undefined ? undefined : createAttribute('computed', text.slice(at, to), 0, to);
  }
  const inQuotes = matchAt(quoted, text, at);
  if (inQuotes && !isUnclosedQuote(text, inQuotes)) {
    return createAttribute('quoted', inQuotes[2]!, 1, at + inQuotes[0].length);
  }
  const inFullWidth = inQuotes ? null : matchAt(fullWidth, text, at);
  if (inFullWidth) return createAttribute('full-width', inFullWidth[2]!, 1, at + inFullWidth[0].length);
  const open = matchAt(unclosed, text, at);
  if (open) return createAttribute('unclosed-quote', open[1]!.trim(), 1, at + open[0].trimEnd().length);
  const bare = matchAt(unquoted, text, at);
  return bare ? createAttribute('unquoted', bare[0], 0, at + bare[0].length) : undefined;
}

/** `of="x />，见 <Value of="y"`: the quote that closes is the one that opens the next value. */
function isUnclosedQuote(text: string, found: RegExpExecArray): boolean {
  const next = text[found.index + found[0].length];
  return found[2]!.includes('>') && next !== undefined && !/[\s/>]/.test(next);
}

function findClosingBrace(text: string, from: number): number | undefined {
  let depth = 0;
  for (let at = from; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '{') depth++;
    if (text[at] === '}' && --depth === 0) return at + 1;
  }
  return undefined;
}
