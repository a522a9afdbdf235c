import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { readTasks } from '../facts/project-tasks.ts';

export const taskOutsidePhase: DataRule = {
  title: { zh: '任务计划在所属阶段之内', en: 'Tasks are planned within their phase' },
  why: {
    zh: '阶段依次推进：需求调研、方案制定、执行落地、总结汇报。',
    en: 'Phases follow one another.',
  },
  needs: { tasks: ['task_id', 'phase', 'start_date', 'end_date'] },
  async find(facts) {
    const phases = new Map(facts.course.phases.map((phase) => [phase.title, phase]));
    return (await readTasks(facts)).flatMap(({ name, phase, start, end, row }) => {
      const of = phases.get(phase);
      if (!of || start === '' || end === '' || (start >= of.from && end <= of.to)) return [];
      const column = start < of.from ? 'start_date' : 'end_date';
      const params = { task: name, phase, from: of.from, to: of.to };
      return [createProblem('task-outside-phase', facts.getPlace('tasks', row, column), params)];
    });
  },
};
