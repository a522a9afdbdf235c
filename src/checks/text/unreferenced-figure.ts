import { createProblem } from '../../problems/catalog.ts';
import { listFigures } from '../../report/images/build-pictures.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import { reportWords } from '../../words/report-words.ts';
import type { TextRule, TextRuleInput } from '../text-rule.ts';

/** Every figure and table is mentioned in the text (CY/T 170, 171: after its first mention). */
export const unreferencedFigure: TextRule = {
  title: { zh: '图和表都在正文里提到', en: 'The text mentions every figure and table' },
  why: {
    zh: 'CY/T 170、171：先见文字，后见图表。',
    en: 'CY/T 170 and 171: a figure or table stands after its first mention.',
  },
  find(input) {
    return listUnmentioned(input).map(({ id, label, place }) =>
      createProblem('unreferenced-figure', place, { id, number: label }),
    );
  },
};

/** Figures, pictures and tables that no reference of the text leads to, with their labels. */
export function listUnmentioned({ book, source }: Pick<TextRuleInput, 'book' | 'source'>) {
  const mentioned = new Set<string>();
  for (const chapter of listChapters(book, source.index?.file ?? source.folder)) {
    for (const node of traverseChapter(chapter)) if (node.type === 'ref') mentioned.add(node.target.anchor);
  }
  const words = reportWords[book.language];
  const labelled = [
    ...listFigures(book).map((figure) => ({ ...figure, label: words.figure(figure.number) })),
    ...book.tables.map((table) => ({ ...table, label: words.table(table.number) })),
  ];
  return labelled.filter(({ id }) => !mentioned.has(id));
}
