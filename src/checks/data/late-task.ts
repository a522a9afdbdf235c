import { countDays } from '../../base/calendar-days.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { readTasks } from '../facts/project-tasks.ts';

export const lateTask: DataRule = {
  title: { zh: '任务按期完成', en: 'Tasks are done in time' },
  why: {
    zh: '延期是复盘的材料：写明晚了几天、为什么。',
    en: 'A delay is something to learn from: how long, and why.',
  },
  needs: { tasks: ['task_id', 'end_date', 'actual_end'] },
  async find(facts) {
    const last = facts.period.to;
    return (await readTasks(facts)).flatMap(({ name, end, actualEnd, done, cause, row }) => {
      const open = actualEnd === '' && done !== 1;
      const at = open ? last : actualEnd;
      if (end === '' || at <= end) return [];
      const days = countDays({ from: end, to: at }) - 1;
      const place = facts.getPlace('tasks', row, open ? 'end_date' : 'actual_end');
      return [createProblem('late-task', place, { task: name, due: end, days, cause })];
    });
  },
};
