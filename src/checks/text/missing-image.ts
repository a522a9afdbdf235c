import { findNearestName } from '../../base/nearest-name.ts';
import { createProblem } from '../../problems/catalog.ts';
import { findImages, listImageFiles } from '../book/image-faults.ts';
import type { TextRule } from '../text-rule.ts';

export const missingImage: TextRule = {
  title: { zh: '图片都在报告的文件夹里', en: 'Every image lies in the folder of the report' },
  why: { zh: '报告要能离线打开、离线打印。', en: 'A report opens and prints without a network.' },
  find(subject) {
    const files = listImageFiles(subject.source);
    return findImages(subject, 'missing-image').map(({ src, place }) =>
      createProblem('missing-image', place, { src, near: findNearestName(src, files) }),
    );
  },
};
