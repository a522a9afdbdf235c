import { createProblem } from '../../problems/catalog.ts';
import { listEmptyWeeks, nameWeek } from '../facts/empty-weeks.ts';
import type { DataRule } from '../facts/facts.ts';

export const publishingGap: DataRule = {
  title: { zh: '每周都有内容发布', en: 'Something is published every week' },
  why: {
    zh: '日更或周更是账号的节奏；从第一次发布到最后一次之间不应断更。',
    en: 'An account has its rhythm, from the first piece to the last.',
  },
  needs: { content_calendar: ['published_at'] },
  async find({ query, training, getFile: fileOf }) {
    const rows = await query(
      'select distinct cast(cast(published_at as date) as varchar) as day from content_calendar where published_at is not null order by day',
    );
    const days = rows.map(({ day }) => String(day));
    const [from, to] = [days[0], days.at(-1)];
    if (from === undefined || to === undefined) return [];
    return listEmptyWeeks({ from, to }, days).map((week) =>
      createProblem('publishing-gap', fileOf('content_calendar'), {
        ...week,
        name: nameWeek(week.week, training),
      }),
    );
  },
};
