import { findNearestName } from '../../base/nearest-name.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { readTasks } from '../facts/project-tasks.ts';

export const unknownTask: DataRule = {
  title: { zh: '前置任务都存在', en: 'Tasks depend on tasks that are there' },
  why: { zh: '先后关系要落在真实的任务上。', en: 'An order needs two ends.' },
  needs: { tasks: ['task_id', 'depends_on'] },
  async find(facts) {
    const tasks = await readTasks(facts);
    const ids = tasks.map(({ id }) => id);
    return tasks.flatMap(({ name: task, before, row }) =>
      before
        .filter((id) => !ids.includes(id))
        .map((name) => {
          const place = facts.getPlace('tasks', row, 'depends_on');
          return createProblem('unknown-task', place, { task, name, near: findNearestName(name, ids) });
        }),
    );
  },
};
