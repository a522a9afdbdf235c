/**
 * Writing Typst source. Whatever an author wrote passes through `text()` and so stands in the
 * source as a string literal only: it is never read as markup or code.
 */

/** A Typst expression. */
export type Code = string & { readonly kind?: 'typst' };

/** A string literal. Control characters are dropped, tabs and line ends become spaces. */
export function text(value: string): Code {
  const plain = value
    .toWellFormed()
    .replace(/\s/gu, (space) => (space < ' ' ? ' ' : space))
    .replace(/\p{Cc}/gu, '');
  return `"${plain.replace(/[\\"]/g, '\\$&')}"`;
}

/** A string literal that keeps line ends and tabs, for code. */
export function verbatim(value: string): Code {
  const lines = value.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', '    ');
  const escaped = lines.replace(/[^\P{Cc}\n]/gu, '').replace(/[\\"]/g, '\\$&');
  return `"${escaped.replaceAll('\n', '\\n')}"`;
}

/** `name(a, b)`; arguments that are undefined are left out. */
export function call(name: string, ...args: (Code | undefined)[]): Code {
  return `${name}(${args.filter((arg) => arg !== undefined).join(', ')})`;
}

/** `key: value`. */
export function named(key: string, value: Code | number | boolean | undefined): Code | undefined {
  return value === undefined ? undefined : `${key}: ${value}`;
}

/** An array; one of one member keeps its comma. */
export function list(items: Code[]): Code {
  return `(${items.map((item) => `${item},`).join(' ')})`;
}

/** Several expressions joined into one piece of content. */
export function joined(items: Code[]): Code {
  return items.length === 0 ? '[]' : `{\n${items.join('\n')}\n}`;
}

/** `label("x3")`. */
export function label(name: string): Code {
  return call('label', text(name));
}
