import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import type { Book } from '../report/book.ts';
import { findBrokenFormulas } from './broken-formulas.ts';
import { loadCoverage } from './fonts/fonts.ts';
import { buildUnits } from './layout/layout-units.ts';
import { measurePieces, PageFlow } from './layout/page-flow.ts';
import { packObjects } from './pack-objects.ts';
import type { PrintImages } from './prepare-images.ts';
import { PrintContext } from './print-context.ts';
import { type LayoutStage, renderReport } from './report-source.ts';
import { type CompileFailure, clearCompilerCache, compileTypst, type TypstLayout } from './typst-compiler.ts';

export interface PrintedBook {
  /** Empty when the report could not be typeset. */
  pdf: Uint8Array;
  pages: number;
  problems: Problem[];
}

interface PrintOptions {
  /** The course's folder, for the images that chapters show. */
  root: string;
  /** Those images as they are printed; without one its file is. */
  images?: PrintImages;
}

/** Trials of one book at most. */
const trials = 5;

/**
 * Prints a book as a PDF (PDF/UA-1). The same book gives the same bytes.
 */
export function printBook(book: Book, options: PrintOptions): PrintedBook {
  const { context, layout } = layoutBook(book, options);
  const pdf = 'reason' in layout ? layout : layout.toPdf();
  const problems = [...context.problems, ...context.unsupported.problems];
  if ('reason' in pdf) problems.push(...findFailureProblems(context, pdf.reason));
  clearCompilerCache();
  if ('reason' in layout || 'reason' in pdf) return { pdf: new Uint8Array(), pages: 0, problems };
  return { pdf: packObjects(pdf), pages: layout.pages, problems };
}

/** What printing would refuse, without typesetting pages: characters that no font has, images that cannot be read, formulas. */
export function findPrintProblems(book: Book, options: PrintOptions): Problem[] {
  const context = new PrintContext(book, options, loadCoverage());
  renderReport(context, {
    units: book.chapters.map(({ blocks }) => blocks),
    floated: new Set(),
    stage: 'print',
  });
  return [...context.problems, ...context.unsupported.problems, ...findBrokenFormulas(context)];
}

/** Lays a book out: without pages to measure, as predicted from that while a page shows a mistake, then as a whole. */
function layoutBook(
  book: Book,
  options: PrintOptions,
): { context: PrintContext; layout: TypstLayout | CompileFailure } {
  const units = book.chapters.map(({ blocks }) => buildUnits(blocks, book.figures));
  const compileStage = (
    stage: LayoutStage,
    away = new Set<string>(),
  ): { context: PrintContext; layout: TypstLayout | CompileFailure } => {
    const context = new PrintContext(book, options, loadCoverage());
    return {
      context,
      layout: compileTypst(renderReport(context, { units, floated: away, stage }), context.files),
    };
  };
  const measured = compileStage('measure').layout;
  if ('reason' in measured) return compileStage('print');
  const flows = units.map(
    (chapter, index) => new PageFlow(measurePieces(chapter, index, measured.positions), index),
  );
  const away = (): Set<string> => new Set(flows.flatMap((flow) => flow.floated));
  for (let trial = 1; trial <= trials; trial++) {
    const tried = compileStage('try', away()).layout;
    if ('reason' in tried || flows.map((flow) => flow.refine(tried.positions)).every((changed) => !changed))
      break;
  }
  // The whole is set with links and page numbers: nothing that was laid out for a trial is taken up again.
  clearCompilerCache();
  return compileStage('print', away());
}

/** Formulas are the only thing of an author's that can fail: they are tried before the program is blamed. */
function findFailureProblems(context: PrintContext, reason: string): Problem[] {
  const broken = findBrokenFormulas(context);
  if (broken.length > 0) return broken;
  const { report } = context.book;
  return [createProblem('print-failed', { file: `content/reports/${report}/index.mdx` }, { report, reason })];
}
