import { createProblem } from '../../problems/catalog.ts';
import { findImages } from '../book/image-faults.ts';
import type { TextRule } from '../text-rule.ts';

export const imageKind: TextRule = {
  title: { zh: '图片的格式网页和 PDF 都能用', en: 'Images are of a kind that site and PDF read' },
  why: {
    zh: '两者都能读 PNG、JPEG、WebP 和 GIF；SVG 里可能有脚本。',
    en: 'Both read PNG, JPEG, WebP and GIF; an SVG can hold scripts.',
  },
  find(subject) {
    return findImages(subject, 'image-kind').map(({ src, place }) =>
      createProblem('image-kind', place, { src }),
    );
  },
};
