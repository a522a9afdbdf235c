import { nearest } from '../../base/nearest.ts';
import { problem } from '../../problems/problem.ts';
import type { DataRule } from './rule.ts';
import { tasksOf } from './tasks.ts';

export const unknownPhase: DataRule = {
  title: { zh: '任务属于课程的阶段', en: 'Every task is of a phase of the course' },
  why: { zh: '阶段写在 course.yaml 里，各组相同。', en: 'The phases of course.yaml are those of all teams.' },
  needs: { tasks: ['task_id', 'phase'] },
  async find(facts) {
    const phases = facts.course.phases.map(({ title }) => title);
    if (phases.length === 0) return [];
    return (await tasksOf(facts))
      .filter(({ phase }) => phase !== '' && !phases.includes(phase))
      .map(({ name, phase, row }) => {
        const near = nearest(phase, phases);
        const place = facts.placeOf('tasks', row, 'phase');
        return problem('unknown-phase', place, { task: name, phase, near, all: phases.join('、') });
      });
  },
};
