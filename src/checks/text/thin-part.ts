import { createProblem } from '../../problems/catalog.ts';
import { coverageWords } from '../../words/coverage-words.ts';
import { listUnmetParts } from '../book/unmet-parts.ts';
import type { TextRule } from '../text-rule.ts';

export const thinPart: TextRule = {
  title: { zh: '每个部分都写完整', en: 'Every part has what belongs in it' },
  why: {
    zh: '只有标题不算写过：还要有课程要求的文字、图表和数值。',
    en: 'A title alone covers nothing: text, figures and values belong to it.',
  },
  find({ book }) {
    const { and } = coverageWords[book.language];
    return listUnmetParts(book).thin.map(({ title, lacks, place }) =>
      createProblem('thin-part', place, { title, lacks: lacks.join(and) }),
    );
  },
};
