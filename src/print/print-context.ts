import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Book, BookChapter, BookFigure, BookPicture, BookTable, Target } from '../report/book.ts';
import { type PrintWords, printWords } from '../words/print-words.ts';
import type { FaceCoverage } from './fonts/character-faces.ts';
import { UnsupportedCharacters } from './fonts/unsupported-characters.ts';
import { normaliseSpaces } from './normalise-spaces.ts';
import type { PrintImages } from './prepare-images.ts';
import { PrintAnchors } from './print-anchors.ts';
import * as code from './typst-code.ts';

/** A file the compiler may see: nothing else is visible to it. */
export type VirtualFile = Uint8Array | string;

/** Marks of the edges of a unit, and whether it goes to the head of the next page. */
interface UnitPositions {
  begin: code.Code;
  end: code.Code;
  floated: boolean;
}

/** What the printing of one book works with: its words, labels, files, and what went wrong. */
export class PrintContext {
  readonly book: Book;
  readonly root: string;
  readonly images: PrintImages;
  readonly words: PrintWords;
  readonly anchors: PrintAnchors;
  readonly files = new Map<string, VirtualFile>();
  readonly problems: Problem[] = [];
  readonly unsupported: UnsupportedCharacters;
  /** Formulas printed, for finding the one that fails. */
  readonly formulas: { code: code.Code; tex: string; place: Place }[] = [];
  /** The chapter being printed; '' elsewhere. */
  chapter = '';
  /** Label of the section being printed. */
  section = '';
  /** Where the chapter's unit being printed stands; taken by the first block that can bear it. */
  positions: UnitPositions | undefined;
  #place: Place;
  #placed = new Set<string>();
  #cited = new Set<string>();

  constructor(
    book: Book,
    { root, images = new Map() }: { root: string; images?: PrintImages },
    coverage: FaceCoverage,
  ) {
    this.book = book;
    this.root = root;
    this.images = images;
    this.words = printWords[book.language];
    this.anchors = new PrintAnchors(book);
    this.unsupported = new UnsupportedCharacters(coverage, root, listTexts(book));
    this.#place = { file: `content/reports/${book.report}/index.mdx` };
    this.#cited = new Set(Object.values(book.values).flatMap(({ cited }) => cited.map(toTargetKey)));
  }

  get place(): Place {
    return this.#place;
  }

  findFigure(id: string): BookFigure | undefined {
    return this.book.figures.find((figure) => figure.id === id);
  }

  findPicture(id: string): BookPicture | undefined {
    return this.book.pictures.find((picture) => picture.id === id);
  }

  findTable(id: string): BookTable | undefined {
    return this.book.tables.find((table) => table.id === id);
  }

  takePositions(): UnitPositions {
    const positions = this.positions ?? { begin: 'none', end: 'none', floated: false };
    this.positions = undefined;
    return positions;
  }

  /** Says where what is printed next was written. */
  setPlace(place: Place): void {
    this.#place = place;
  }

  enterChapter(chapter: BookChapter): void {
    this.chapter = chapter.slug;
    this.section = '';
    this.setPlace({ file: chapter.file });
  }

  /** A text of the author as a literal, looked through for characters that cannot be printed. */
  quoteText(value: string): code.Code {
    return code.quoteString(this.unsupported.toPrintable(value, this.#place));
  }

  /** A text that stands on its own, its spaces made even. */
  quoteLine(value: string): code.Code {
    return this.quoteText(normaliseSpaces(value.trim()));
  }

  quoteVerbatim(value: string): code.Code {
    return code.quoteVerbatim(this.unsupported.toPrintable(value, this.#place));
  }

  /** Whether `mark` is set for the first time: a label can stand in one place only. */
  placeOnce(mark: string): boolean {
    return this.#placed.size < this.#placed.add(mark).size;
  }

  /** An invisible label, when the ledger leads back to this place. */
  renderCitedLabel(anchor: string): code.Code[] {
    if (!this.#cited.has(toTargetKey({ chapter: this.chapter, anchor }))) return [];
    const mark = this.anchors.addNew(this.chapter, anchor);
    return mark ? [code.renderCall('mark', code.quoteString(mark))] : [];
  }
}

/** Larger ones are not looked through for the place of a character. */
const largestText = 20_000_000;

/** Where values and the names of their rows are written. */
function listTexts({ report, datasets }: Book): string[] {
  const texts = datasets.filter(({ file, bytes }) => /\.(csv|tsv|json)$/i.test(file) && bytes <= largestText);
  return [...texts.map(({ file }) => file), `data/${report}/metrics.yaml`];
}

const toTargetKey = ({ chapter, anchor }: Target): string => `${chapter}#${anchor}`;
