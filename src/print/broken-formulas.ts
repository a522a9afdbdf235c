import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import type { PrintContext } from './print-context.ts';
import { type Code, renderCall } from './typst-code.ts';
import { compileTypst } from './typst-compiler.ts';

/** What became of formulas tried before: a process that builds again and again tries each of them once. */
const tried = new Map<string, boolean>();

/** Formulas that can be shown on a page and not be typeset, each of them tried alone. */
export function findBrokenFormulas({ formulas }: Pick<PrintContext, 'formulas'>): Problem[] {
  const broken = formulas.filter(({ code }) => !isPrintable(code));
  return broken.map(({ tex, place }) => createProblem('math-not-printed', place, { tex }));
}

function isPrintable(code: Code): boolean {
  const known = tried.get(code) ?? tryFormula(code);
  tried.set(code, known);
  return known;
}

function tryFormula(code: Code): boolean {
  const body = renderCall('eval', code, 'mode: "math"');
  const formula = renderCall('math.equation', 'alt: "x"', body);
  const faces = '#import "/style.typ": math-faces\n#show math.equation: set text(font: math-faces)';
  const layout = compileTypst(`${faces}\n#set document(title: "x")\n#${formula}`, new Map());
  return !('reason' in layout || 'reason' in layout.toPdf());
}
