import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';

/** How the four roles of the brief are written too. */
const spellings: Record<string, RegExp> = {
  运营: /运营|operation|market|content/i,
  设计: /设计|美工|design/i,
  开发: /开发|工程|develop|engineer/i,
  数据分析: /数据|分析|analy/i,
};

export const missingRole: DataRule = {
  title: { zh: '每种角色都有人承担', en: 'Every role is taken' },
  why: {
    zh: '跨职能小组需要运营、设计、开发、数据分析四类角色。',
    en: 'A team needs operation, design, development and analysis.',
  },
  needs: { members: ['role'] },
  async find({ rows, getFile: fileOf, course }) {
    const roles = (await rows('members')).map(({ role }) => String(role ?? ''));
    const taken = (wanted: string) =>
      roles.some((role) => role.includes(wanted) || spellings[wanted]?.test(role));
    return course.limits.roles
      .filter((wanted) => !taken(wanted))
      .map((role) => createProblem('missing-role', fileOf('members'), { role }));
  },
};
