import type { BookChapter } from '../report/book.ts';
import { printBack } from './back.ts';
import { itemBody, printBlock } from './block.ts';
import { type Code, call, joined, list, named, text } from './code.ts';
import type { Desk } from './desk.ts';
import { spotOf } from './flow.ts';
import { printCover, printFront } from './front.ts';

const modules = ['style', 'text', 'block', 'table', 'front', 'back'];

/** The whole report as Typst source. */
export function writeManuscript(desk: Desk): string {
  const { book } = desk;
  const cover = printCover(desk);
  const front = printFront(desk);
  const chapters = book.chapters.map((chapter, index) => printChapter(desk, chapter, index));
  desk.chapter = '';
  const body = [...chapters, printBack(desk)];
  const matter = call('matter', desk.line(book.front.title), joined(body));
  const report = call('report', particulars(desk), joined([cover, front, matter]));
  return `${modules.map((name) => `#import "/${name}.typ": *\n`).join('')}#${report}\n`;
}

function printChapter(desk: Desk, chapter: BookChapter, index: number): Code {
  desk.enter(chapter);
  const notes = new Map(chapter.footnotes.map((note) => [note.id, itemBody(desk, note)] as const));
  desk.at({ file: chapter.file });
  const title = desk.line(desk.words.chapter(chapter.number, chapter.title));
  const mark = desk.marks.find({ chapter: chapter.slug, anchor: '' })!;
  const blocks = chapter.blocks.map((block, i) => {
    desk.spots = { begin: spot(index, i, 'a'), end: spot(index, i, 'b') };
    return printBlock(desk, block, notes);
  });
  return call('part', title, named('at', text(mark)), joined(blocks));
}

const spot = (chapter: number, block: number, edge: 'a' | 'b'): Code =>
  call('spot', text(spotOf(chapter, block, edge)));

/** What the document says of itself. The date is the report's, not the clock's. */
function particulars({ book, words }: Desk): Code {
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
  ];
  return `(${entries.join(', ')})`;
}
