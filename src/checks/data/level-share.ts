import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

/** Members by level on the last day of the snapshots; a level that nobody has counts as 0. */
export const levelShare: DataRule = {
  title: { zh: '会员等级越高人越少', en: 'The higher a level, the fewer have it' },
  why: {
    zh: '高等级权益要稀缺才有价值：各等级人数应逐级递减。',
    en: 'A benefit is worth something while few have it: each level has fewer members than the one below.',
  },
  needs: { membership: ['user_id', 'date', 'level'], membership_levels: ['level', 'rank'] },
  async find({ query, numbered, getPlace }) {
    const rows = await query(
      `with last as (select max(date) as date from membership)
       select l.row_no as row_no, l.level as level, cast(any_value(last.date) as varchar) as date,
         count(distinct m.user_id) as n
       from ${numbered('membership_levels', 'l')} cross join last
       left join membership m on m.level = l.level and m.date = last.date
       where last.date is not null group by l.row_no, l.level, l.rank order by l.rank, l.row_no`,
    );
    return rows.slice(1).flatMap((row, at) => {
      const [few, many] = [Number(rows[at]!.n), Number(row.n)];
      if (many < few || many + few === 0) return [];
      const params = {
        higher: String(row.level),
        lower: String(rows[at]!.level),
        many,
        few,
        date: String(row.date),
      };
      return [createProblem('level-share', getPlace('membership_levels', row.row_no, 'level'), params)];
    });
  },
};
