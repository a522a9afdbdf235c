import type { BookFigure } from '../../report/book.ts';

/** The first clause of a figure's finding, which is its title, and the rest; both empty where nothing is found. */
export function splitFinding({ finding, clauses }: Pick<BookFigure, 'finding' | 'clauses'>): {
  title: string;
  rest: string;
} {
  const first = clauses[0]?.text ?? '';
  // The sentence begins with it, but for a capital letter.
  return {
    title: finding.slice(0, first.length),
    rest: finding.slice(first.length).replace(/^[；;。.]\s*/, ''),
  };
}
