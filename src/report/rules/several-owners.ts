import { problem } from '../../problems/problem.ts';
import type { DataRule } from './rule.ts';
import { splitList } from './split-list.ts';

export const severalOwners: DataRule = {
  title: { zh: '每项任务由一人负责', en: 'One person answers for a task' },
  why: { zh: '多人负责等于无人负责。', en: 'What several answer for, nobody does.' },
  needs: { tasks: ['name', 'owner'] },
  async find({ rows, placeOf }) {
    return (await rows('tasks')).flatMap(({ name, owner, row_no }) => {
      const owners = splitList(owner);
      if (owners.length < 2) return [];
      const params = { task: String(name), owners: owners.join('、') };
      return [problem('several-owners', placeOf('tasks', row_no, 'owner'), params)];
    });
  },
};
