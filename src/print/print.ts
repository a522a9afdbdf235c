import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import type { Book } from '../report/book.ts';
import { call, verbatim } from './code.ts';
import { Desk } from './desk.ts';
import { Flow, piecesOf } from './flow.ts';
import { loadFonts } from './fonts.ts';
import { type Plan, writeManuscript } from './manuscript.ts';
import { clean, type Layout, type Refusal, typeset } from './press.ts';
import { unitsOf } from './units.ts';

export interface Printed {
  /** Empty when the report could not be typeset. */
  pdf: Uint8Array;
  pages: number;
  problems: Problem[];
}

/** Layouts of one book at most, besides the one that measures. */
const layouts = 6;

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
    endless: false,
  });
  return [...desk.problems, ...desk.missing.problems];
}

/** Lays a book out: without pages to measure, as reckoned from that, and again while a page shows a mistake. */
function laidOut(book: Book, root: string): { desk: Desk; layout: Layout | Refusal } {
  const lay = (plan: Plan): { desk: Desk; layout: Layout | Refusal } => {
    const desk = new Desk(book, root, loadFonts().coverage);
    return { desk, layout: typeset(writeManuscript(desk, plan), desk.files) };
  };
  const units = book.chapters.map(({ blocks }) => unitsOf(blocks, book.figures));
  const measured = lay({ units, away: new Set(), endless: true });
  if ('reason' in measured.layout) return measured;
  const { spots } = measured.layout;
  const flows = units.map((chapter, index) => new Flow(piecesOf(chapter, index, spots), index));
  for (let round = 1; ; round++) {
    const away = new Set(flows.flatMap((flow) => flow.away));
    const laid = lay({ units, away, endless: false });
    if ('reason' in laid.layout || round === layouts) return laid;
    const { spots: real } = laid.layout;
    if (flows.map((flow) => flow.mend(real)).every((mended) => !mended)) return laid;
  }
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
