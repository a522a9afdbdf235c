import { createProblem } from '../../problems/catalog.ts';
import { listEmptyWeeks, nameWeek } from '../facts/empty-weeks.ts';
import type { DataRule } from '../facts/facts.ts';

export const missingWeek: DataRule = {
  title: { zh: '每周一次评审', en: 'One review a week' },
  why: {
    zh: '每周评审进度，问题才不会过夜成灾；一周从周一起。',
    en: 'Progress is reviewed every week, from Monday.',
  },
  needs: { weekly_review: ['date'] },
  async find({ rows, period, training, getFile: fileOf }) {
    const days = (await rows('weekly_review')).map(({ date }) => String(date));
    return listEmptyWeeks(period, days).map((week) =>
      createProblem('missing-week', fileOf('weekly_review'), {
        ...week,
        name: nameWeek(week.week, training),
      }),
    );
  },
};
