/** Reads what the tests want to know out of a PDF as we print it: objects plain or packed into streams. */
import { inflateSync } from 'node:zlib';

interface PdfObject {
  body: string;
  /** Unpacked stream. */
  data?: string;
}

export interface Bookmark {
  title: string;
  /** Index of the page it leads to, from 0. */
  page: number;
}

const parseReference = (body: string, key: string): number =>
  Number(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? 0);

export class PdfFile {
  readonly objects = new Map<number, PdfObject>();
  /** Object numbers of the pages, in order. */
  readonly pages: number[];
  readonly #maps = new Map<number, Map<number, string>>();

  constructor(bytes: Uint8Array) {
    const file = Buffer.from(bytes).toString('latin1');
    const start = /(?:^|\n)(\d+) 0 obj\n/g;
    for (let match = start.exec(file); match; match = start.exec(file)) {
      const from = start.lastIndex;
      const stream = file.indexOf('stream\n', from);
      const end = file.indexOf('endobj', from);
      const object: PdfObject = { body: file.slice(from, end) };
      if (stream >= 0 && stream < end) {
        object.body = file.slice(from, stream);
        const length = Number(/\/Length (\d+)/.exec(object.body)?.[1]);
        const data = Buffer.from(file.slice(stream + 7, stream + 7 + length), 'latin1');
        object.data = (/FlateDecode/.test(object.body) ? inflateSync(data) : data).toString('latin1');
        start.lastIndex = stream + 7 + length;
      }
      this.objects.set(Number(match[1]), object);
    }
    for (const { body, data } of [...this.objects.values()])
      if (body.includes('/ObjStm')) this.#unpack(body, data!);
    this.pages = this.#leaves(parseReference(this.catalog, 'Pages'));
  }

  get catalog(): string {
    return [...this.objects.values()].find(({ body }) => /\/Type \/Catalog\b/.test(body))!.body;
  }

  /** Bodies of all fonts and their descendants. */
  get fonts(): string[] {
    return [...this.objects.values()]
      .map(({ body }) => body)
      .filter((body) => /\/Type \/Font\b(?!D)/.test(body));
  }

  get bookmarks(): Bookmark[] {
    return this.#outline(parseReference(this.#body(parseReference(this.catalog, 'Outlines')), 'First'));
  }

  /** The text of a page in the order it is drawn. */
  pageText(index: number): string {
    const page = this.#body(this.pages[index]!);
    const data = this.objects.get(parseReference(page, 'Contents'))!.data!;
    let font = new Map<number, string>();
    let text = '';
    for (const { name, codes } of readDrawnText(data)) {
      if (name) font = this.#characters(parseReference(page, name));
      else text += decodeText(codes, font);
    }
    return text;
  }

  /** Objects of a stream: pairs of a number and an offset, then one behind the other. */
  #unpack(body: string, data: string): void {
    const first = Number(/\/First (\d+)/.exec(body)?.[1]);
    const pairs = [...data.slice(0, first).matchAll(/(\d+) (\d+)/g)];
    const starts = pairs.map(([, , offset]) => first + Number(offset));
    pairs.forEach(([, object], i) => {
      this.objects.set(Number(object), { body: data.slice(starts[i], starts[i + 1]) });
    });
  }

  #body(object: number): string {
    return this.objects.get(object)?.body ?? '';
  }

  #leaves(object: number): number[] {
    const kids = /\/Kids \[([^\]]*)\]/.exec(this.#body(object));
    if (!kids) return [object];
    return [...kids[1]!.matchAll(/(\d+) 0 R/g)].flatMap((kid) => this.#leaves(Number(kid[1])));
  }

  #outline(first: number): Bookmark[] {
    if (first === 0) return [];
    const body = this.#body(first);
    const hex = /\/Title <FEFF([\dA-F]*)>/.exec(body)?.[1];
    const title = hex
      ? Buffer.from(hex, 'hex').swap16().toString('utf16le')
      : (/\/Title \((.*)\)/.exec(body)?.[1] ?? '');
    const page = Number(/\[\s*(\d+) 0 R/.exec(this.#body(parseReference(body, 'Dest')))?.[1]);
    const own = { title, page: this.pages.indexOf(page) };
    return [
      own,
      ...this.#outline(parseReference(body, 'First')),
      ...this.#outline(parseReference(body, 'Next')),
    ];
  }

  /** Glyph → characters, from the font's ToUnicode map. */
  #characters(font: number): Map<number, string> {
    const known = this.#maps.get(font);
    if (known) return known;
    const map = this.objects.get(parseReference(this.#body(font), 'ToUnicode'))?.data ?? '';
    const pairs = map.matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gm);
    const characters = new Map(
      [...pairs].map(([, glyph, text]) => [
        Number.parseInt(glyph!, 16),
        Buffer.from(text!, 'hex').swap16().toString('utf16le'),
      ]),
    );
    this.#maps.set(font, characters);
    return characters;
  }
}

/** Font changes and strings drawn, in order; strings that only say what is drawn (`/ActualText`) are left out. */
function* readDrawnText(content: string): Generator<{ name?: string; codes: string }> {
  const token = /\/(f\d+) [\d.]+ Tf|\/(?:ActualText|Alt|E|Lang) [(<]|<<|<([\da-fA-F]*)>|\(/g;
  for (let match = token.exec(content); match; match = token.exec(content)) {
    const [whole, name, hex] = match;
    const literal = whole.endsWith('(') ? sliceLiteral(content, token.lastIndex) : undefined;
    if (literal !== undefined) token.lastIndex += literal.length + 1;
    if (name) yield { name, codes: '' };
    else if (whole.startsWith('/'))
      token.lastIndex = literal === undefined ? content.indexOf('>', token.lastIndex) : token.lastIndex;
    else if (hex !== undefined) yield { codes: Buffer.from(hex, 'hex').toString('latin1') };
    else if (literal !== undefined) yield { codes: unescapeLiteral(literal) };
  }
}

/** A literal string from behind its parenthesis to before the one that closes it. */
function sliceLiteral(content: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < content.length; at++) {
    if (content[at] === '\\') at++;
    else if (content[at] === '(') depth++;
    else if (content[at] === ')') depth--;
  }
  return content.slice(from, at - 1);
}

function decodeText(codes: string, font: Map<number, string>): string {
  let text = '';
  for (let i = 0; i + 1 < codes.length; i += 2)
    text += font.get((codes.charCodeAt(i) << 8) | codes.charCodeAt(i + 1)) ?? '';
  return text;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unescapeLiteral(literal: string): string {
  return literal.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^[0-7]/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (escapes[code] ?? code),
  );
}
