import type { Problem } from '../../base/problem.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { readTasks } from '../facts/project-tasks.ts';

export const taskCycle: DataRule = {
  title: { zh: '任务先后不成环', en: 'No task waits for itself' },
  why: { zh: '互为前置的任务永远开不了工。', en: 'Tasks that wait for each other never start.' },
  needs: { tasks: ['task_id', 'depends_on'] },
  async find(facts) {
    const tasks = new Map((await readTasks(facts)).map((task) => [task.id, task]));
    const done = new Set<string>();
    const found: Problem[] = [];
    const visit = (id: string, trail: string[]) => {
      const at = trail.indexOf(id);
      if (at >= 0) {
        const place = facts.getPlace('tasks', tasks.get(id)?.row, 'depends_on');
        found.push(createProblem('task-cycle', place, { path: [...trail.slice(at), id].join(' → ') }));
      }
      if (at >= 0 || done.has(id)) return;
      for (const before of tasks.get(id)?.before ?? []) visit(before, [...trail, id]);
      done.add(id);
    };
    for (const id of tasks.keys()) visit(id, []);
    return found;
  },
};
