import { createProblem } from '../../problems/catalog.ts';
import { findImages } from '../book/image-faults.ts';
import type { TextRule } from '../text-rule.ts';

/** A caption says what a picture is for; who does not see it needs to be told what is on it. */
export const pictureUnseen: TextRule = {
  title: { zh: '图片除题注外另有替代文字', en: 'Pictures have an alternative text beside their caption' },
  why: {
    zh: '看不见图的读者（读屏软件、图片未载入）只能靠替代文字知道画面上有什么（WCAG 2.2，1.1.1）。',
    en: 'Readers who do not see a picture learn from its alternative text what is on it (WCAG 2.2, 1.1.1).',
  },
  find: (subject) =>
    findImages(subject, 'picture-unseen').map(({ src, alt, place }) =>
      createProblem('picture-unseen', place, { src, caption: alt }),
    ),
};
