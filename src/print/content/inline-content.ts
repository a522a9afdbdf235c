import { decodeUri } from '../../base/decoding.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BookInline, InlineTag } from '../../report/book.ts';
import { normaliseSpaces } from '../normalise-spaces.ts';
import type { PrintContext } from '../print-context.ts';
import { type Code, joinContent, quoteString, renderCall, renderLabel, renderNamed } from '../typst-code.ts';
import { addImageFile } from './image-files.ts';

type InlineNode<T extends BookInline['type']> = Extract<BookInline, { type: T }>;

/** How a paragraph's pieces know their neighbours. */
interface TextLine {
  context: PrintContext;
  /** Texts as they print, by the piece they belong to. */
  texts: Map<BookInline, string>;
  /** Text of the paragraph before each piece. */
  before: Map<BookInline, string>;
  footnotes: Map<string, Code>;
}

/** Prints running text. `footnotes`: the bodies not yet printed, by id; taken out as they are used. */
export function renderInlines(
  context: PrintContext,
  inlines: BookInline[],
  footnotes = new Map<string, Code>(),
): Code {
  const leaves = inlines.flatMap(listLeaves);
  const line: TextLine = { context, texts: new Map(), before: new Map(), footnotes };
  const shown = leaves.map(getShownText);
  let before = '';
  leaves.forEach((leaf, i) => {
    const own = normaliseSpaces(shown[i]!, before, shown.slice(i + 1).join(''));
    line.before.set(leaf, before);
    line.texts.set(leaf, i === 0 ? own.trimStart() : i === leaves.length - 1 ? own.trimEnd() : own);
    before += shown[i];
  });
  return joinContent(inlines.map((inline) => renderInline(line, inline)));
}

function listLeaves(inline: BookInline): BookInline[] {
  return 'children' in inline ? inline.children.flatMap(listLeaves) : [inline];
}

function getShownText(inline: BookInline): string {
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

function renderInline(line: TextLine, inline: BookInline): Code {
  const { context } = line;
  switch (inline.type) {
    case 'text':
      return renderText(context, line.texts.get(inline) ?? inline.value);
    case 'emphasis':
      return renderCall('emph', renderChildren(line, inline));
    case 'strong':
      return renderCall('strong', renderChildren(line, inline));
    case 'delete':
      return renderCall('strike', renderChildren(line, inline));
    case 'code':
      return renderCall('raw', context.quoteVerbatim(inline.value.replaceAll('\n', ' ')));
    case 'math':
      return renderEquation(context, inline);
    case 'link':
      return renderLink(line, inline);
    case 'image':
      return renderImage(context, inline);
    case 'break':
      return 'linebreak()';
    case 'footnote':
      return renderFootnote(line, inline);
    default:
      return renderTag(line, inline);
  }
}

const renderChildren = (line: TextLine, { children }: { children: BookInline[] }): Code =>
  joinContent(children.map((child) => renderInline(line, child)));

/** What the words of a text need beyond their letters: pieces of it with the call that sets them. */
const special: [piece: RegExp, set: (literal: Code) => Code][] = [
  // An apostrophe between Latin letters is narrow, as everywhere outside Chinese.
  [/(?<=\p{Script=Latin})’(?=\p{Script=Latin})/u, (literal) => `text(features: ("pwid",), ${literal})`],
  // 元/人 behind a number is one unit, not broken over lines.
  [
    /(?<=\p{Nd}\u00a0)\p{Script=Han}{1,3}\/\p{Script=Han}{1,2}/u,
    (literal) => renderCall('unbroken', literal),
  ],
];
const pieces = new RegExp(`(${special.map(([piece]) => piece.source).join('|')})`, 'u');

function renderText(context: PrintContext, value: string): Code {
  const parts = value.split(pieces);
  if (parts.length === 1) return context.quoteText(value);
  return joinContent(
    parts.map((part, i) => {
      // Odd parts are what the expression matched.
      const set = i % 2 === 1 ? special[part === '’' ? 0 : 1]![1] : undefined;
      return set ? set(context.quoteText(part)) : context.quoteText(part);
    }),
  );
}

/** An inline or a displayed formula; its TeX is what a screen reader is given. */
export function renderEquation(
  context: PrintContext,
  { tex, typst }: { tex: string; typst: string },
  block = false,
): Code {
  // In a formula `#` begins code; nobody needs it there, and code could look around.
  if (typst.replace(/"(?:\\.|[^"\\])*"|\\./gu, '').includes('#')) {
    context.problems.push(createProblem('math-not-printed', context.place, { tex }));
    return quoteString(tex);
  }
  const code = context.quoteVerbatim(typst);
  context.formulas.push({ code, tex, place: context.place });
  return renderCall('formula', code, quoteString(tex), renderNamed('block', block));
}

function renderLink(line: TextLine, inline: InlineNode<'link'>): Code {
  const body = renderChildren(line, inline);
  const inside = /^(?!\w+:)(?:.*\/)?(?:\d+-)?([^/#]*?)(?:\.(?:mdx?|html))?(?:#(.*))?$/u.exec(inline.url);
  if (!inside)
    return /^(?:https?|mailto):/u.test(inline.url)
      ? renderCall('outside', quoteString(inline.url), body)
      : body;
  const [, chapter = '', id = ''] = inside;
  const target = { chapter: chapter || line.context.chapter, anchor: decodeUri(id) };
  const mark = line.context.anchors.findLabel(target);
  return mark ? renderCall('jump', quoteString(mark), body) : body;
}

function renderImage(context: PrintContext, inline: InlineNode<'image'>): Code {
  const path = addImageFile(context, inline);
  return path
    ? renderCall('picture', quoteString(path), context.quoteText(inline.alt))
    : context.quoteText(inline.alt);
}

function renderFootnote(line: TextLine, { id }: InlineNode<'footnote'>): Code {
  const chapter = line.context.chapter;
  const body = line.footnotes.get(id);
  line.footnotes.delete(id);
  const key = { chapter, anchor: `footnote ${id}` };
  if (!body) {
    const mark = line.context.anchors.findLabel(key);
    return mark ? renderCall('footnote', renderLabel(mark)) : '[]';
  }
  return `[#footnote(${body})#${renderLabel(line.context.anchors.addNew(chapter, key.anchor)!)}]`;
}

function renderTag(line: TextLine, inline: InlineTag): Code {
  const { context } = line;
  const renderShownText = (): Code => renderText(context, line.texts.get(inline) ?? '');
  switch (inline.type) {
    case 'value':
      return joinContent([
        ...context.renderCitedLabel(inline.anchor),
        renderJump(context.anchors.linkValue(inline.name), renderShownText()),
      ]);
    case 'verdict':
      return joinContent([...context.renderCitedLabel(inline.anchor), renderShownText()]);
    case 'term':
      return renderShownText();
    case 'cite':
      return inline.texts ? renderAuthors(line, inline) : renderCitation(context, inline.text);
    case 'ref':
      return renderReference(line, inline, renderShownText());
  }
}

const renderJump = (mark: string | undefined, body: Code): Code =>
  mark ? renderCall('jump', quoteString(mark), body) : body;

/** `[1,3]` raised, each number leading to its entry. */
function renderCitation(context: PrintContext, shown: string): Code {
  const parts = shown.split(/(\d+)/u).filter(Boolean);
  return renderCall(
    'super',
    joinContent(
      parts.map((part) =>
        renderJump(context.anchors.findLabel({ chapter: 'references', anchor: part }), quoteString(part)),
      ),
    ),
  );
}

/** `（于潇 等，2012；Praetzellis，2011）`, each work leading to its entry. */
function renderAuthors({ context }: TextLine, { numbers, text, texts = [] }: InlineNode<'cite'>): Code {
  const separator = context.book.language === 'zh' ? '；' : '; ';
  const works = texts.map((one, i) =>
    renderJump(
      context.anchors.findLabel({ chapter: 'references', anchor: String(numbers[i]) }),
      context.quoteText(one),
    ),
  );
  const between = works.flatMap((work, i) => (i > 0 ? [context.quoteText(separator), work] : [work]));
  return joinContent([context.quoteText(text.slice(0, 1)), ...between, context.quoteText(text.slice(-1))]);
}

/** 图 4-2（第 23 页）, or 图 4-2，第 23 页 where a parenthesis is open already; no page for what stands in the same section. */
function renderReference(line: TextLine, inline: InlineNode<'ref'>, body: Code): Code {
  const { context } = line;
  const mark = context.anchors.findLabel(inline.target);
  if (!mark) return body;
  if (context.anchors.findSection(inline.target) === context.section) return renderJump(mark, body);
  const before = line.before.get(inline) ?? '';
  const open = (before.match(/[（(]/gu)?.length ?? 0) > (before.match(/[）)]/gu)?.length ?? 0);
  const around = context.words.page[open ? 'inside' : 'alone'];
  return renderCall(
    'paged',
    quoteString(mark),
    `(${around.map((part) => quoteString(part)).join(', ')})`,
    body,
  );
}
