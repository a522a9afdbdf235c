import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

export const teamSize: DataRule = {
  title: { zh: '小组人数合乎要求', en: 'The team has the right size' },
  why: {
    zh: '人太少做不完全链路，人太多分不清责任。',
    en: 'Too few cannot do it all, too many cannot tell who did what.',
  },
  needs: { members: ['member_id'] },
  async find({ query, getFile: fileOf, course }) {
    const [row] = await query('select count(distinct member_id) as n from members');
    const { min, max } = course.limits.team;
    const count = Number(row?.n ?? 0);
    return count >= min && count <= max
      ? []
      : [createProblem('team-size', fileOf('members'), { count, min, max })];
  },
};
