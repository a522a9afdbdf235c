import type { BookChapter } from '../report/book.ts';
import { printBack } from './back.ts';
import { itemBody, printUnit } from './block.ts';
import { type Code, call, joined, list, named, text } from './code.ts';
import type { Desk } from './desk.ts';
import { spotOf } from './flow.ts';
import { printCover, printFront } from './front.ts';
import type { Unit } from './units.ts';

const modules = ['style', 'text', 'block', 'table', 'front', 'back'];

/** The units of each chapter, and how they are set. */
export interface Plan {
  units: readonly (readonly Unit[])[];
  /** `3-7`, chapter and unit by index: goes to the head of the next page. */
  away: ReadonlySet<string>;
  stage: Stage;
}

/** Chapters on pages without a foot, to see how high everything is; chapters on pages, to see where it stands; all. */
export type Stage = 'measure' | 'try' | 'print';

/** The report as Typst source: the whole of it when it is to be printed, else its chapters. */
export function writeManuscript(desk: Desk, plan: Plan): string {
  const { book } = desk;
  const whole = plan.stage === 'print';
  const before = whole ? [printCover(desk), printFront(desk)] : [];
  const chapters = book.chapters.map((chapter, index) => printChapter(desk, chapter, index, plan));
  desk.chapter = '';
  const body = whole ? [...chapters, printBack(desk)] : chapters;
  const matter = call('matter', desk.line(book.front.title), joined(body));
  const report = call('report', particulars(desk, plan), joined([...before, matter]));
  const imported = whole ? modules : [...modules, 'draft'];
  return `${imported.map((name) => `#import "/${name}.typ": *\n`).join('')}#${report}\n`;
}

function printChapter(desk: Desk, chapter: BookChapter, index: number, { units, away }: Plan): Code {
  desk.enter(chapter);
  const notes = new Map(chapter.footnotes.map((note) => [note.id, itemBody(desk, note)] as const));
  desk.at({ file: chapter.file });
  const title = desk.line(desk.words.chapter(chapter.number, chapter.title));
  const mark = desk.marks.find({ chapter: chapter.slug, anchor: '' })!;
  const body = units[index]!.map((unit, i) => {
    const [begin, end] = [spot(index, i, 'a'), spot(index, i, 'b')];
    desk.spots = { begin, end, floated: away.has(`${index}-${i}`) };
    return printUnit(desk, unit, notes);
  });
  return call('part', title, named('at', text(mark)), joined(body));
}

const spot = (chapter: number, unit: number, edge: 'a' | 'b'): Code =>
  call('spot', text(spotOf(chapter, unit, edge)));

/** What the document says of itself. The date is the report's, not the clock's. */
function particulars({ book, words }: Desk, { stage }: Plan): Code {
  const { front } = book;
  const date = front.date.split('-').map(Number);
  const authors = front.members.length > 0 ? front.members.map(({ name }) => name) : [front.team];
  const entries = [
    named('title', text(front.title)),
    named('authors', list(authors.filter(Boolean).map((name) => text(name)))),
    named('keywords', list(front.keywords.map((word) => text(word)))),
    named('date', list(date.map(String))),
    named('lang', text(words.lang)),
    named('region', text(words.region)),
    named('draft', front.draft ? text(words.draft) : 'none'),
    named('endless', stage === 'measure'),
  ];
  return `(${entries.join(', ')})`;
}
