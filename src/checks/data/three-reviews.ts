import { createProblem } from '../../problems/catalog.ts';
import { readReviews, reviewTables, stages } from '../facts/content-reviews.ts';
import type { DataRule } from '../facts/facts.ts';

export const threeReviews: DataRule = {
  title: { zh: '发布前通过三审', en: 'Three reviews before publishing' },
  why: {
    zh: '初审、校对、终审都通过才能发布。',
    en: 'A piece is published when it has passed all three.',
  },
  needs: reviewTables,
  async find(facts) {
    return (await readReviews(facts)).flatMap(({ row, title, passed }) => {
      const missing = stages.filter((stage) => !passed[stage]);
      if (missing.length === 0) return [];
      const place = facts.getPlace('content_calendar', row, 'published_at');
      return [createProblem('three-reviews', place, { content: title, missing: missing.join('、') })];
    });
  },
};
