import { problem } from '../../problems/problem.ts';
import { reportWords } from '../../words/report.ts';
import type { Rule } from '../rule.ts';
import { chaptersOf, nodesOf } from '../walk.ts';

/** Every figure and table is mentioned in the text (CY/T 170, 171: after its first mention). */
export const unmentioned: Rule = ({ book, source }) => {
  const mentioned = new Set<string>();
  for (const chapter of chaptersOf(book, source.index?.file ?? source.folder)) {
    for (const node of nodesOf(chapter)) if (node.type === 'ref') mentioned.add(node.target.anchor);
  }
  const words = reportWords[book.language];
  const labelled = [
    ...book.figures.map((figure) => ({ ...figure, label: words.figure(figure.number) })),
    ...book.tables.map((table) => ({ ...table, label: words.table(table.number) })),
  ];
  return labelled
    .filter(({ id }) => !mentioned.has(id))
    .map(({ id, label, place }) => problem('unreferenced-figure', place, { id, number: label }));
};
