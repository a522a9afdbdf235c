import { findPersonalData, maskPersonalText } from '../../base/personal-patterns.ts';
import { createProblem } from '../../problems/catalog.ts';
import { listChapters, traverseChapter } from '../../report/text/traverse-book.ts';
import type { TextRule } from '../text-rule.ts';

/** Phone and identity numbers and addresses in what the team writes. */
export const likelyPersonalText: TextRule = {
  title: { zh: '正文里没有个人信息', en: 'The text holds no personal data' },
  why: {
    zh: '报告会公开：手机号、身份证号和邮箱不该写进去。',
    en: 'Reports are published: phone numbers, identity numbers and addresses do not belong there.',
  },
  find({ book, source }) {
    return listChapters(book, source.index?.file ?? source.folder).flatMap((chapter) =>
      [...traverseChapter(chapter)]
        .flatMap((node) => (node.type === 'text' ? findPersonalData(node.value) : []))
        .map(({ kind, text }) =>
          createProblem(
            'likely-personal-text',
            { file: chapter.file },
            { kind, shown: maskPersonalText(text) },
          ),
        ),
    );
  },
};
