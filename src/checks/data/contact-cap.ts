import type { Problem } from '../../base/problem.ts';
import { quoteSqlText } from '../../base/quoting.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

export const contactCap: DataRule = {
  title: { zh: '触达不超过频次上限', en: 'Nobody is contacted too often' },
  why: {
    zh: '严格控制频次：任意连续几天内，同一渠道对同一用户不超过上限。',
    en: 'Within any such days, a user gets at most so many messages of a channel.',
  },
  needs: { outreach: ['user_id', 'channel', 'sent_at'] },
  async find({ query, getFile: fileOf, course }) {
    const found: Problem[] = [];
    for (const [channel, { count, days }] of Object.entries(course.limits.contacts)) {
      const [row] = await query(
        `select count(distinct user_id) as users, max(n) as most from (
           select user_id, count(*) over (
             partition by user_id order by sent_at range between interval ${days * 24 * 60 * 60 - 1} second preceding and current row
           ) as n from outreach where channel = ${quoteSqlText(channel)}
         ) where n > ${count}`,
      );
      const users = Number(row?.users ?? 0);
      if (users === 0) continue;
      const params = { channel, users, days, count, most: Number(row?.most) };
      found.push(createProblem('contact-cap', fileOf('outreach'), params));
    }
    return found;
  },
};
