import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { splitList } from '../facts/split-list.ts';

export const severalOwners: DataRule = {
  title: { zh: '每项任务由一人负责', en: 'One person answers for a task' },
  why: { zh: '多人负责等于无人负责。', en: 'What several answer for, nobody does.' },
  needs: { tasks: ['name', 'owner'] },
  async find({ rows, getPlace }) {
    return (await rows('tasks')).flatMap(({ name, owner, row_no }) => {
      const owners = splitList(owner);
      if (owners.length < 2) return [];
      const params = { task: String(name), owners: owners.join('、') };
      return [createProblem('several-owners', getPlace('tasks', row_no, 'owner'), params)];
    });
  },
};
