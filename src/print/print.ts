import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import type { Book } from '../report/book.ts';
import { call, verbatim } from './code.ts';
import { Desk } from './desk.ts';
import { Flow, piecesOf } from './flow.ts';
import { loadFonts } from './fonts.ts';
import { type Stage, writeManuscript } from './manuscript.ts';
import { clean, type Layout, type Refusal, typeset } from './press.ts';
import { unitsOf } from './units.ts';

export interface Printed {
  /** Empty when the report could not be typeset. */
  pdf: Uint8Array;
  pages: number;
  problems: Problem[];
}

/** Trials of one book at most. */
const trials = 5;

/**
 * Prints a book as a PDF (PDF/UA-1). `root` is the course's folder, for the images that chapters show.
 * The same book gives the same bytes.
 */
export async function printBook(book: Book, options: { root: string }): Promise<Printed> {
  const { desk, layout } = laidOut(book, options.root);
  const pdf = 'reason' in layout ? layout : layout.pdf();
  const problems = [...desk.problems, ...desk.missing.problems];
  if ('reason' in pdf) problems.push(...failure(desk, pdf.reason));
  clean();
  if ('reason' in layout || 'reason' in pdf) return { pdf: new Uint8Array(), pages: 0, problems };
  return { pdf, pages: layout.pages, problems };
}

/** What printing would refuse, without typesetting: characters that no font has, images that cannot be read. */
export function proofread(book: Book, options: { root: string }): Problem[] {
  const desk = new Desk(book, options.root, loadFonts().coverage);
  writeManuscript(desk, {
    units: book.chapters.map(({ blocks }) => blocks),
    away: new Set(),
    stage: 'print',
  });
  return [...desk.problems, ...desk.missing.problems];
}

/** Lays a book out: without pages to measure, as reckoned from that while a page shows a mistake, then as a whole. */
function laidOut(book: Book, root: string): { desk: Desk; layout: Layout | Refusal } {
  const units = book.chapters.map(({ blocks }) => unitsOf(blocks, book.figures));
  const lay = (stage: Stage, away = new Set<string>()): { desk: Desk; layout: Layout | Refusal } => {
    const desk = new Desk(book, root, loadFonts().coverage);
    return { desk, layout: typeset(writeManuscript(desk, { units, away, stage }), desk.files) };
  };
  const measured = lay('measure').layout;
  if ('reason' in measured) return lay('print');
  const flows = units.map((chapter, index) => new Flow(piecesOf(chapter, index, measured.spots), index));
  const away = (): Set<string> => new Set(flows.flatMap((flow) => flow.away));
  for (let trial = 1; trial <= trials; trial++) {
    const tried = lay('try', away()).layout;
    if ('reason' in tried || flows.map((flow) => flow.mend(tried.spots)).every((mended) => !mended)) break;
  }
  return lay('print', away());
}

/** Formulas are the only thing of an author's that can fail: each is tried alone before the program is blamed. */
function failure(desk: Desk, reason: string): Problem[] {
  const broken = desk.formulas.filter(({ typst }) => {
    const formula = call('math.equation', 'alt: "x"', call('eval', verbatim(typst), 'mode: "math"'));
    const layout = typeset(`#set document(title: "x")\n#${formula}`, new Map());
    return 'reason' in layout || 'reason' in layout.pdf();
  });
  if (broken.length > 0) return broken.map(({ tex, place }) => problem('math-not-printed', place, { tex }));
  const { report } = desk.book;
  return [problem('print-failed', { file: `content/reports/${report}/index.mdx` }, { report, reason })];
}
