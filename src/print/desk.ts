import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Book, BookChapter, Target } from '../report/book.ts';
import { type PrintWords, printWords } from '../words/print.ts';
import * as code from './code.ts';
import type { Coverage } from './glyphs.ts';
import { Marks } from './marks.ts';
import { Missing } from './missing.ts';
import { evened } from './prose.ts';

/** A file the compiler may see: nothing else is visible to it. */
export type Sheet = Uint8Array | string;

/** Marks of the edges of a unit, and whether it goes to the head of the next page. */
export interface UnitSpots {
  begin: code.Code;
  end: code.Code;
  floated: boolean;
}

/** What the printing of one book works with: its words, labels, files, and what went wrong. */
export class Desk {
  readonly book: Book;
  readonly root: string;
  readonly words: PrintWords;
  readonly marks: Marks;
  readonly files = new Map<string, Sheet>();
  readonly problems: Problem[] = [];
  readonly missing: Missing;
  /** Formulas printed, for finding the one that fails. */
  readonly formulas: { typst: string; tex: string; place: Place }[] = [];
  /** The chapter being printed; '' elsewhere. */
  chapter = '';
  /** Label of the section being printed. */
  section = '';
  /** Where the chapter's unit being printed stands; taken by the first block that can bear it. */
  spots: UnitSpots | undefined;
  #place: Place;
  #placed = new Set<string>();
  #cited = new Set<string>();

  constructor(book: Book, root: string, coverage: Coverage) {
    this.book = book;
    this.root = root;
    this.words = printWords[book.language];
    this.marks = new Marks(book);
    this.missing = new Missing(coverage, root);
    this.#place = { file: `content/reports/${book.report}/index.mdx` };
    this.#cited = new Set(Object.values(book.values).flatMap(({ cited }) => cited.map(keyOf)));
  }

  get place(): Place {
    return this.#place;
  }

  takeSpots(): UnitSpots {
    const spots = this.spots ?? { begin: 'none', end: 'none', floated: false };
    this.spots = undefined;
    return spots;
  }

  /** Says where what is printed next was written. */
  at(place: Place): void {
    this.#place = place;
  }

  enter(chapter: BookChapter): void {
    this.chapter = chapter.slug;
    this.section = '';
    this.at({ file: chapter.file });
  }

  /** A text of the author as a literal, looked through for characters that cannot be printed. */
  text(value: string): code.Code {
    return code.text(this.missing.printable(value, this.#place));
  }

  /** A text that stands on its own, evened. */
  line(value: string): code.Code {
    return this.text(evened(value.trim()));
  }

  verbatim(value: string): code.Code {
    return code.verbatim(this.missing.printable(value, this.#place));
  }

  /** Whether `mark` is set for the first time: a label can stand in one place only. */
  first(mark: string): boolean {
    return this.#placed.size < this.#placed.add(mark).size;
  }

  /** An invisible label, when the ledger leads back to this place. */
  cited(anchor: string): code.Code[] {
    if (!this.#cited.has(keyOf({ chapter: this.chapter, anchor }))) return [];
    const mark = this.marks.fresh(this.chapter, anchor);
    return mark ? [code.call('mark', code.text(mark))] : [];
  }
}

const keyOf = ({ chapter, anchor }: Target): string => `${chapter}#${anchor}`;
