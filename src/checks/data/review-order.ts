import { createProblem } from '../../problems/catalog.ts';
import { readReviews, reviewTables, stages } from '../facts/content-reviews.ts';
import type { DataRule } from '../facts/facts.ts';

export const reviewOrder: DataRule = {
  title: { zh: '三审依次进行', en: 'Reviews follow their order' },
  why: { zh: '后一审以前一审的稿子为准。', en: 'Each review looks at what the one before let pass.' },
  needs: reviewTables,
  async find(facts) {
    return (await readReviews(facts)).flatMap(({ title, passed }) =>
      stages.slice(1).flatMap((stage, at) => {
        const before = stages[at]!;
        const [first, next] = [passed[before], passed[stage]];
        if (!first || !next || first.at <= next.at) return [];
        const place = facts.getPlace('review_log', next.row, 'at');
        return [createProblem('review-order', place, { content: title, stage, before })];
      }),
    );
  },
};
