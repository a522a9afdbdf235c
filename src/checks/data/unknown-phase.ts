import { findNearestName } from '../../base/nearest-name.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { DataRule } from '../facts/facts.ts';
import { readTasks } from '../facts/project-tasks.ts';

export const unknownPhase: DataRule = {
  title: { zh: '任务属于课程的阶段', en: 'Every task is of a phase of the course' },
  why: { zh: '阶段写在 course.yaml 里，各组相同。', en: 'The phases of course.yaml are those of all teams.' },
  needs: { tasks: ['task_id', 'phase'] },
  async find(facts) {
    const phases = facts.course.phases.map(({ title }) => title);
    if (phases.length === 0) return [];
    return (await readTasks(facts))
      .filter(({ phase }) => phase !== '' && !phases.includes(phase))
      .map(({ name, phase, row }) => {
        const near = findNearestName(phase, phases);
        const place = facts.getPlace('tasks', row, 'phase');
        return createProblem('unknown-phase', place, { task: name, phase, near, all: phases.join('、') });
      });
  },
};
