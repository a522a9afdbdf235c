import { secondOfDay } from '../plan/rhythm.ts';
import { daySeconds, stamp } from '../term.ts';
import type { SimulatedTable } from './table.ts';

/** Answers of the survey in the first two weeks, one row an answer; weights bring the sexes to their share. */
export const survey: SimulatedTable = {
  columns: ['resp_id', 'submitted_at', 'q_id', 'answer', 'weight'],
  rows: (world) => {
    const random = world.random.fork('survey');
    const at = Array.from(
      { length: Math.round(312 * world.scale) },
      () => random.int(2, 9) * daySeconds + secondOfDay(random),
    );
    return at
      .sort((a, b) => a - b)
      .flatMap((seconds, index) => {
        const weight = random.weighted({ 0.88: 57, 1.16: 43 });
        return Object.entries(world.plan.survey).map(([question, answers]) => [
          `a${String(index + 1).padStart(4, '0')}`,
          stamp(seconds),
          question,
          random.weighted(answers),
          Number(weight),
        ]);
      });
  },
};
