import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TextRule } from '../text-rule.ts';

/** Headings go down one level at a time; the chapter's title is level 1. */
export const headingJump: TextRule = {
  title: { zh: '标题逐级往下', en: 'Headings go down one level at a time' },
  why: {
    zh: '目录和编号按级别生成，跳级的标题没有上级。',
    en: 'Contents and numbers follow the levels; a heading that jumps has none above it.',
  },
  find({ book }) {
    const problems: Problem[] = [];
    for (const chapter of book.chapters) {
      let above = 1;
      for (const block of chapter.blocks) {
        if (block.type !== 'heading') continue;
        const { depth, text, place } = block;
        if (depth > above + 1)
          problems.push(createProblem('heading-jump', place, { from: above, to: depth, text }));
        above = depth;
      }
    }
    return problems;
  },
};
