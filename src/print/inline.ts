import { problem } from '../problems/problem.ts';
import type { BookInline, InlineTag } from '../report/book.ts';
import { type Code, call, joined, label, named, text, verbatim } from './code.ts';
import type { Desk } from './desk.ts';
import { imageFile } from './images.ts';
import { evened } from './prose.ts';

type Of<T extends BookInline['type']> = Extract<BookInline, { type: T }>;

/** How a paragraph's pieces know their neighbours. */
interface Line {
  desk: Desk;
  /** Texts as they print, by the piece they belong to. */
  texts: Map<BookInline, string>;
  /** Text of the paragraph before each piece. */
  before: Map<BookInline, string>;
  footnotes: Map<string, Code>;
}

/** Prints running text. `footnotes`: the bodies not yet printed, by id; taken out as they are used. */
export function printInlines(desk: Desk, inlines: BookInline[], footnotes = new Map<string, Code>()): Code {
  const leaves = inlines.flatMap(leavesOf);
  const line: Line = { desk, texts: new Map(), before: new Map(), footnotes };
  const shown = leaves.map(shownText);
  let before = '';
  leaves.forEach((leaf, i) => {
    const own = evened(shown[i]!, before, shown.slice(i + 1).join(''));
    line.before.set(leaf, before);
    line.texts.set(leaf, i === 0 ? own.trimStart() : i === leaves.length - 1 ? own.trimEnd() : own);
    before += shown[i];
  });
  return joined(inlines.map((inline) => piece(line, inline)));
}

function leavesOf(inline: BookInline): BookInline[] {
  return 'children' in inline ? inline.children.flatMap(leavesOf) : [inline];
}

function shownText(inline: BookInline): string {
  switch (inline.type) {
    case 'text':
    case 'code':
      return inline.value;
    case 'value':
    case 'verdict':
    case 'ref':
    case 'term':
      return inline.text;
    default:
      return '';
  }
}

function piece(line: Line, inline: BookInline): Code {
  const { desk } = line;
  switch (inline.type) {
    case 'text':
      return quoted(desk, line.texts.get(inline) ?? inline.value);
    case 'emphasis':
      return call('emph', children(line, inline));
    case 'strong':
      return call('strong', children(line, inline));
    case 'delete':
      return call('strike', children(line, inline));
    case 'code':
      return call('raw', desk.verbatim(inline.value.replaceAll('\n', ' ')));
    case 'math':
      return formula(desk, inline);
    case 'link':
      return anchor(line, inline);
    case 'image':
      return picture(desk, inline);
    case 'break':
      return 'linebreak()';
    case 'footnote':
      return footnote(line, inline);
    default:
      return tag(line, inline);
  }
}

const children = (line: Line, { children }: { children: BookInline[] }): Code =>
  joined(children.map((child) => piece(line, child)));

/** What the words of a text need beyond their letters: pieces of it with the call that sets them. */
const special: [piece: RegExp, set: (literal: Code) => Code][] = [
  // An apostrophe between Latin letters is narrow, as everywhere outside Chinese.
  [/(?<=\p{Script=Latin})’(?=\p{Script=Latin})/u, (literal) => `text(features: ("pwid",), ${literal})`],
  // 元/人 behind a number is one unit, not broken over lines.
  [/(?<=\p{Nd}\u00a0)\p{Script=Han}{1,3}\/\p{Script=Han}{1,2}/u, (literal) => call('unbroken', literal)],
];
const pieces = new RegExp(`(${special.map(([piece]) => piece.source).join('|')})`, 'u');

function quoted(desk: Desk, value: string): Code {
  const parts = value.split(pieces);
  if (parts.length === 1) return desk.text(value);
  return joined(
    parts.map((part, i) => {
      // Odd parts are what the expression matched.
      const set = i % 2 === 1 ? special[part === '’' ? 0 : 1]![1] : undefined;
      return set ? set(desk.text(part)) : desk.text(part);
    }),
  );
}

/** An inline or a displayed formula; its TeX is what a screen reader is given. */
export function formula(desk: Desk, { tex, typst }: { tex: string; typst: string }, block = false): Code {
  // In a formula `#` begins code; nobody needs it there, and code could look around.
  if (typst.replace(/"(?:\\.|[^"\\])*"|\\./gu, '').includes('#')) {
    desk.problems.push(problem('math-not-printed', desk.place, { tex }));
    return text(tex);
  }
  desk.formulas.push({ typst, tex, place: desk.place });
  return call('formula', verbatim(typst), text(tex), named('block', block));
}

function anchor(line: Line, inline: Of<'link'>): Code {
  const body = children(line, inline);
  const inside = /^(?!\w+:)(?:.*\/)?(?:\d+-)?([^/#]*?)(?:\.(?:mdx?|html))?(?:#(.*))?$/u.exec(inline.url);
  if (!inside)
    return /^(?:https?|mailto):/u.test(inline.url) ? call('outside', text(inline.url), body) : body;
  const [, chapter = '', id = ''] = inside;
  const target = { chapter: chapter || line.desk.chapter, anchor: decoded(id) };
  const mark = line.desk.marks.find(target);
  return mark ? call('jump', text(mark), body) : body;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function picture(desk: Desk, inline: Of<'image'>): Code {
  const path = imageFile(desk, inline);
  return path ? call('picture', text(path), desk.text(inline.alt)) : desk.text(inline.alt);
}

function footnote(line: Line, { id }: Of<'footnote'>): Code {
  const chapter = line.desk.chapter;
  const body = line.footnotes.get(id);
  line.footnotes.delete(id);
  const key = { chapter, anchor: `footnote ${id}` };
  if (!body) {
    const mark = line.desk.marks.find(key);
    return mark ? call('footnote', label(mark)) : '[]';
  }
  return `[#footnote(${body})#${label(line.desk.marks.fresh(chapter, key.anchor)!)}]`;
}

function tag(line: Line, inline: InlineTag): Code {
  const { desk } = line;
  const shown = (): Code => quoted(desk, line.texts.get(inline) ?? '');
  switch (inline.type) {
    case 'value':
      return joined([...desk.cited(inline.anchor), linked(desk.marks.value(inline.name), shown())]);
    case 'verdict':
      return joined([...desk.cited(inline.anchor), shown()]);
    case 'term':
      return shown();
    case 'cite':
      return citation(desk, inline.text);
    case 'ref':
      return reference(line, inline, shown());
  }
}

const linked = (mark: string | undefined, body: Code): Code => (mark ? call('jump', text(mark), body) : body);

/** `[1,3]` raised, each number leading to its entry. */
function citation(desk: Desk, shown: string): Code {
  const parts = shown.split(/(\d+)/u).filter(Boolean);
  return call(
    'super',
    joined(parts.map((part) => linked(desk.marks.find({ chapter: 'references', anchor: part }), text(part)))),
  );
}

/** 图 4-2（第 23 页）, or 图 4-2，第 23 页 where a parenthesis is open already; no page for what stands in the same section. */
function reference(line: Line, inline: Of<'ref'>, body: Code): Code {
  const { desk } = line;
  const mark = desk.marks.find(inline.target);
  if (!mark) return body;
  if (desk.marks.sectionOf(inline.target) === desk.section) return linked(mark, body);
  const before = line.before.get(inline) ?? '';
  const open = (before.match(/[（(]/gu)?.length ?? 0) > (before.match(/[）)]/gu)?.length ?? 0);
  const around = desk.words.page[open ? 'inside' : 'alone'];
  return call('paged', text(mark), `(${around.map((part) => text(part)).join(', ')})`, body);
}
