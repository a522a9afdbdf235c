/** Solutions of tests, read as their registration says. */
import type { Bilingual } from '../../../base/language.ts';
import type { Solution } from '../../metric.ts';
import type { Row } from '../../sql/observations.ts';
import { sumSamples } from './compared-arms.ts';
import { judgeByRegistration } from './registration.ts';

/** One text of those that are there. */
export function joinNotes(...notes: (Bilingual | undefined)[]): Bilingual | undefined {
  const told = notes.filter((note) => note !== undefined);
  if (told.length === 0) return undefined;
  return { zh: told.map(({ zh }) => zh).join(''), en: told.map(({ en }) => en).join(' ') };
}

export function formatPValue(p: number): string {
  return p < 0.0001 ? p.toExponential(1) : p.toFixed(4);
}

/** A p value, corrected as registered; the plain one is told beside it. */
export function buildPSolution(rows: readonly Row[], found: readonly Row[], p: number | undefined): Solution {
  const judged = judgeByRegistration(rows, found, p);
  const value = judged ? judged.p : p;
  const plain =
    p === undefined || value === undefined || value === p
      ? undefined
      : { zh: `校正前 p = ${formatPValue(p)}。`, en: `Before correction p = ${formatPValue(p)}.` };
  const note = joinNotes(plain, judged?.note);
  return { value: value ?? null, n: sumSamples(rows), ...(note && { note }) };
}
