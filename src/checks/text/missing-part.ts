import { createProblem } from '../../problems/catalog.ts';
import { listUnmetParts } from '../book/unmet-parts.ts';
import type { TextRule } from '../text-rule.ts';

export const missingPart: TextRule = {
  title: { zh: '课程要求的部分都写了', en: 'Every required part is there' },
  why: {
    zh: '要求写在 course.yaml 的 required 里，各组相同。',
    en: 'The list required of course.yaml is that of all teams.',
  },
  find({ book }) {
    return listUnmetParts(book).missing.map(({ id, title, place }) =>
      createProblem('missing-part', place, { id, title }),
    );
  },
};
