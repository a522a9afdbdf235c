/**
 * An author's text as MDX may see it. A sign that is syntax to Markdown or MDX, anywhere or at an end of a line, is
 * written as a character reference, which is text by definition (CommonMark 0.31, §2.5): no brace, no angle bracket
 * and no `import` of an author ever reaches the compiler.
 */
const syntax = /[\\`*_{}[\]<>&~|$#"'\t\n\v\f\r]/g;

/** Where GFM, which looks at text after its references are read, would see an address and make a link of it. */
const address = /(?<=\bhttps?:)(?=\/\/)|(?<=\bwww)(?=\.)|(?=@)/gi;

/** `text` anywhere inside a line. */
export function escapeMdxText(text: string): string {
  return text.replace(syntax, toReference).replace(address, '<wbr />');
}

/** Text that begins a line: there `-`, `1.`, `import` and a space count too. */
export function escapeLineStart(escaped: string): string {
  return escaped.replace(/^(?![&<])(?:[!-~]|\s)/, toReference);
}

/** Text that ends a line. */
export function escapeLineEnd(escaped: string): string {
  return escaped.replace(/\s$/, toReference);
}

const toReference = (sign: string): string => `&#${sign.charCodeAt(0)};`;

/** An element in an outline. No text holds the sign before its name: `withoutNoncharacters` sees to that. */
export function markElement(name: string, inside: string): string {
  return `\uFDD0${name}\uFDD1${inside}\uFDD0/${name}\uFDD1`;
}
