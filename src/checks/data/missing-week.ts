import { createProblem } from '../../problems/catalog.ts';
import { listEmptyWeeks } from '../facts/empty-weeks.ts';
import type { DataRule } from '../facts/facts.ts';

export const missingWeek: DataRule = {
  title: { zh: '每周一次评审', en: 'One review a week' },
  why: {
    zh: '每周评审进度，问题才不会过夜成灾；按 ISO 周（周一起）计。',
    en: 'Progress is reviewed every ISO week, from Monday.',
  },
  needs: { weekly_review: ['date'] },
  async find({ rows, period, getFile: fileOf }) {
    const days = (await rows('weekly_review')).map(({ date }) => String(date));
    return listEmptyWeeks(period, days).map((week) =>
      createProblem('missing-week', fileOf('weekly_review'), { ...week }),
    );
  },
};
