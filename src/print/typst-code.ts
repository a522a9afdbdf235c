/**
 * Writing Typst source. Whatever an author wrote passes through `quoteString()` and so stands in the
 * source as a string literal only: it is never read as markup or code.
 */

/** A Typst expression. */
export type Code = string & { readonly kind?: 'typst' };

/** A string literal. Control characters are dropped, tabs and line ends become spaces. */
export function quoteString(value: string): Code {
  const plain = value
    .toWellFormed()
    .replace(/\s/gu, (space) => (space < ' ' ? ' ' : space))
    .replace(/\p{Cc}/gu, '');
  return `"${plain.replace(/[\\"]/g, '\\$&')}"`;
}

/** A string literal that keeps line ends and tabs, for code. */
export function quoteVerbatim(value: string): Code {
  const lines = value.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', '    ');
  const escaped = lines.replace(/[^\P{Cc}\n]/gu, '').replace(/[\\"]/g, '\\$&');
  return `"${escaped.replaceAll('\n', '\\n')}"`;
}

/** `name(a, b)`; arguments that are undefined are left out. */
export function renderCall(name: string, ...args: (Code | undefined)[]): Code {
  return `${name}(${args.filter((arg) => arg !== undefined).join(', ')})`;
}

/** `key: value`. */
export function renderNamed(key: string, value: Code | number | boolean | undefined): Code | undefined {
  return value === undefined ? undefined : `${key}: ${value}`;
}

/** An array; one of one member keeps its comma. */
export function renderArray(items: Code[]): Code {
  return `(${items.map((item) => `${item},`).join(' ')})`;
}

/** Several expressions joined into one piece of content. */
export function joinContent(items: Code[]): Code {
  return items.length === 0 ? '[]' : `{\n${items.join('\n')}\n}`;
}

/** `renderLabel("x3")`. */
export function renderLabel(name: string): Code {
  return renderCall('label', quoteString(name));
}
