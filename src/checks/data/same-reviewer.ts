import { createProblem } from '../../problems/catalog.ts';
import { readReviews, reviewTables } from '../facts/content-reviews.ts';
import type { DataRule } from '../facts/facts.ts';

export const sameReviewer: DataRule = {
  title: { zh: '初审与终审不是同一人', en: 'First and last review by different people' },
  why: { zh: '同一人看不见自己漏掉的错。', en: 'Nobody sees what they have missed once.' },
  needs: reviewTables,
  async find(facts) {
    return (await readReviews(facts)).flatMap(({ title, passed: { 初审: first, 终审: last } }) => {
      if (!first || !last || first.reviewer !== last.reviewer) return [];
      const place = facts.getPlace('review_log', last.row, 'reviewer');
      return [createProblem('same-reviewer', place, { content: title, reviewer: last.reviewer })];
    });
  },
};
