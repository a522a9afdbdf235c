import type { Problem } from '../base/problem.ts';
import { problem } from '../problems/problem.ts';
import type { Book } from '../report/book.ts';
import { Desk } from './desk.ts';
import { loadFonts } from './fonts.ts';
import { writeManuscript } from './manuscript.ts';
import { press } from './press.ts';

export interface Printed {
  /** Empty when the report could not be typeset. */
  pdf: Uint8Array;
  pages: number;
  problems: Problem[];
}

/**
 * Prints a book as a PDF (PDF/UA-1). `root` is the course's folder, for the images that chapters show.
 * The same book gives the same bytes.
 */
export async function printBook(book: Book, options: { root: string }): Promise<Printed> {
  const desk = new Desk(book, options.root, loadFonts().coverage);
  const source = writeManuscript(desk);
  const pressed = press(source, desk.files);
  const problems = [...desk.problems, ...desk.missing.problems];
  if ('pdf' in pressed) return { ...pressed, problems };
  return { pdf: new Uint8Array(), pages: 0, problems: [...problems, ...failure(desk, pressed.reason)] };
}

/** Formulas are the only thing of an author's that can fail: each is tried alone before the program is blamed. */
function failure(desk: Desk, reason: string): Problem[] {
  const broken = desk.formulas.filter(({ typst }) => {
    const source = `#set document(title: "x")\n#math.equation(alt: "x", eval(${JSON.stringify(typst)}, mode: "math"))`;
    return 'reason' in press(source, new Map());
  });
  if (broken.length > 0) return broken.map(({ tex, place }) => problem('math-not-printed', place, { tex }));
  const { report } = desk.book;
  return [problem('print-failed', { file: `content/reports/${report}/index.mdx` }, { report, reason })];
}
