import type { BookChapter } from '../report/book.ts';
import { renderBack } from './content/back-pages.ts';
import { renderNotes, renderUnit } from './content/block-content.ts';
import { renderCover, renderFront } from './content/front-pages.ts';
import type { LayoutUnit } from './layout/layout-units.ts';
import { toPositionKey } from './layout/page-flow.ts';
import type { PrintContext } from './print-context.ts';
import { type Code, joinContent, quoteString, renderArray, renderCall, renderNamed } from './typst-code.ts';

const typstModules = ['style', 'text', 'block', 'table', 'front', 'back'];

/** The units of each chapter, and how they are set. */
interface LayoutPlan {
  units: readonly (readonly LayoutUnit[])[];
  /** `3-7`, chapter and unit by index: goes to the head of the next page. */
  floated: ReadonlySet<string>;
  stage: LayoutStage;
}

/** Chapters on pages without a foot, to see how high everything is; chapters on pages, to see where it stands; all. */
export type LayoutStage = 'measure' | 'try' | 'print';

/** The report as Typst source: the whole of it when it is to be printed, else its chapters. */
export function renderReport(context: PrintContext, plan: LayoutPlan): string {
  const { book } = context;
  const whole = plan.stage === 'print';
  const before = whole ? [renderCover(context), renderFront(context)] : [];
  const chapters = book.chapters.map((chapter, index) => renderChapter(context, chapter, index, plan));
  context.chapter = '';
  const body = whole ? [...chapters, renderBack(context)] : [...chapters, 'spots'];
  const matter = renderCall('matter', context.quoteLine(book.front.title), joinContent(body));
  const report = renderCall('report', renderMetadata(context, plan), joinContent([...before, matter]));
  const imported = whole ? typstModules : [...typstModules, 'draft'];
  return `${imported.map((name) => `#import "/${name}.typ": *\n`).join('')}#${report}\n`;
}

function renderChapter(
  context: PrintContext,
  chapter: BookChapter,
  index: number,
  { units, floated }: LayoutPlan,
): Code {
  context.enterChapter(chapter);
  const notes = renderNotes(context, chapter.footnotes);
  context.setPlace({ file: chapter.file });
  const title = context.quoteLine(context.words.chapter(chapter.number, chapter.title));
  const mark = context.anchors.findLabel({ chapter: chapter.slug, anchor: '' })!;
  const body = units[index]!.map((unit, i) => {
    const [begin, end] = [renderPosition(index, i, 'a'), renderPosition(index, i, 'b')];
    context.positions = { begin, end, floated: floated.has(`${index}-${i}`) };
    return renderUnit(context, unit, notes);
  });
  return renderCall('part', title, renderNamed('at', quoteString(mark)), joinContent(body));
}

const renderPosition = (chapter: number, unit: number, edge: 'a' | 'b'): Code =>
  renderCall('spot', quoteString(toPositionKey(chapter, unit, edge)));

/** What the document says of itself. The date is the report's, not the clock's. */
function renderMetadata({ book, words, unsupported }: PrintContext, { stage }: LayoutPlan): Code {
  const { front } = book;
  const date = front.date.split('-').map(Number);
  const authors = front.members.length > 0 ? front.members.map(({ name }) => name) : [front.team];
  const entries = [
    renderNamed('title', quoteString(front.title)),
    renderNamed('authors', renderArray(authors.filter(Boolean).map((name) => quoteString(name)))),
    renderNamed('keywords', renderArray(front.keywords.map((word) => quoteString(word)))),
    renderNamed('date', renderArray(date.map(String))),
    renderNamed('lang', quoteString(words.lang)),
    renderNamed('region', quoteString(words.region)),
    renderNamed('draft', front.draft ? quoteString(words.draft) : 'none'),
    renderNamed('endless', stage === 'measure'),
    renderNamed('emoji', renderPattern(unsupported.emoji)),
    renderNamed('codes', renderPattern(unsupported.codes)),
  ];
  return `(${entries.join(', ')})`;
}

/** A regular expression of texts, the longer first: a family begins like a man. `none` costs the compiler nothing. */
function renderPattern(texts: ReadonlySet<string>): Code {
  if (texts.size === 0) return 'none';
  const longerFirst = [...texts].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return quoteString(longerFirst.map((text) => text.replace(/[*+]/g, '[$&]')).join('|'));
}
