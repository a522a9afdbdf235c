import { nearest } from '../../base/nearest.ts';
import { problem } from '../../problems/problem.ts';
import type { DataRule } from './rule.ts';
import { tasksOf } from './tasks.ts';

export const unknownTask: DataRule = {
  title: { zh: '前置任务都存在', en: 'Tasks depend on tasks that are there' },
  why: { zh: '先后关系要落在真实的任务上。', en: 'An order needs two ends.' },
  needs: { tasks: ['task_id', 'depends_on'] },
  async find(facts) {
    const tasks = await tasksOf(facts);
    const ids = tasks.map(({ id }) => id);
    return tasks.flatMap(({ name: task, before, row }) =>
      before
        .filter((id) => !ids.includes(id))
        .map((name) => {
          const place = facts.placeOf('tasks', row, 'depends_on');
          return problem('unknown-task', place, { task, name, near: nearest(name, ids) });
        }),
    );
  },
};
