import { problem } from '../../problems/problem.ts';
import { reviewedOf, stages } from './reviews.ts';
import type { DataRule } from './rule.ts';

export const reviewTables = {
  content_calendar: ['content_id', 'title', 'published_at'],
  review_log: ['content_id', 'stage', 'reviewer', 'at', 'verdict'],
} as const;

export const threeReviews: DataRule = {
  title: { zh: '发布前通过三审', en: 'Three reviews before publishing' },
  why: {
    zh: '初审、校对、终审都通过才能发布。',
    en: 'A piece is published when it has passed all three.',
  },
  needs: reviewTables,
  async find(facts) {
    return (await reviewedOf(facts)).flatMap(({ row, title, passed }) => {
      const missing = stages.filter((stage) => !passed[stage]);
      if (missing.length === 0) return [];
      const place = facts.placeOf('content_calendar', row, 'published_at');
      return [problem('three-reviews', place, { content: title, missing: missing.join('、') })];
    });
  },
};
