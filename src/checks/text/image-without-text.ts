import { createProblem } from '../../problems/catalog.ts';
import { findImages } from '../book/image-faults.ts';
import type { TextRule } from '../text-rule.ts';

export const imageWithoutText: TextRule = {
  title: { zh: '图片有替代文字', en: 'Every image says what it shows' },
  why: { zh: '看不见图的读者靠它知道图中内容。', en: 'Whoever does not see it reads its text instead.' },
  find(subject) {
    return findImages(subject, 'image-without-text').map(({ src, place }) =>
      createProblem('image-without-text', place, { src }),
    );
  },
};
