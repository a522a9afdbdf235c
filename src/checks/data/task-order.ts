import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { readTasks } from '../facts/project-tasks.ts';

/** Tasks may overlap; but nothing is done before what it builds on is done. */
export const taskOrder: DataRule = {
  title: { zh: '任务不早于前置任务完成', en: 'No task is done before what it depends on' },
  why: {
    zh: '任务可以搭接，但成果要建立在前置任务的成果上。',
    en: 'Tasks may overlap, yet a result rests on the one before.',
  },
  needs: { tasks: ['task_id', 'depends_on', 'actual_end'] },
  async find(facts) {
    const tasks = await readTasks(facts);
    const byId = new Map(tasks.map((task) => [task.id, task]));
    return tasks.flatMap((task) =>
      task.before.flatMap((id) => {
        const before = byId.get(id);
        if (!before?.actualEnd || !task.actualEnd || before.actualEnd <= task.actualEnd) return [];
        const place = facts.getPlace('tasks', task.row, 'actual_end');
        const params = { task: task.name, before: before.name, end: task.actualEnd, other: before.actualEnd };
        return [createProblem('task-order', place, params)];
      }),
    );
  },
};
