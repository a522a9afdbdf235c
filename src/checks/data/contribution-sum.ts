import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

/** Shares are written with two decimals: eight of them may be off by this much. */
const slack = 0.005;

export const contributionSum: DataRule = {
  title: { zh: '贡献合计为 100%', en: 'Contributions add up to 100%' },
  why: { zh: '贡献是整体的份额。', en: 'They are shares of a whole.' },
  needs: { members: ['contribution'] },
  async find({ query, getPlace }) {
    const [row] = await query('select sum(contribution) as sum, count(contribution) as n from members');
    const sum = Number(row?.sum ?? 0);
    if (Number(row?.n ?? 0) === 0 || Math.abs(sum - 1) <= slack + 1e-9) return [];
    return [createProblem('contribution-sum', getPlace('members', 1, 'contribution'), { sum })];
  },
};
