import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import type { PrintContext } from './print-context.ts';
import { quoteVerbatim, renderCall } from './typst-code.ts';
import { compileTypst } from './typst-compiler.ts';

/** What became of formulas tried before: a process that builds again and again tries each of them once. */
const tried = new Map<string, boolean>();

/** Formulas that can be shown on a page and not be typeset, each of them tried alone. */
export function findBrokenFormulas({ formulas }: Pick<PrintContext, 'formulas'>): Problem[] {
  const broken = formulas.filter(({ typst }) => !isPrintable(typst));
  return broken.map(({ tex, place }) => createProblem('math-not-printed', place, { tex }));
}

function isPrintable(typst: string): boolean {
  const known = tried.get(typst) ?? tryFormula(typst);
  tried.set(typst, known);
  return known;
}

function tryFormula(typst: string): boolean {
  const body = renderCall('eval', quoteVerbatim(typst), 'mode: "math"');
  const formula = renderCall('math.equation', 'alt: "x"', body);
  const layout = compileTypst(`#set document(title: "x")\n#${formula}`, new Map());
  return !('reason' in layout || 'reason' in layout.toPdf());
}
