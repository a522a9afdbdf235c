import { formatSerial } from '../format-serial.ts';
import { drawSecondOfDay } from '../plan/seasonality.ts';
import { daySeconds, formatTimestamp } from '../plan/term-calendar.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Answers of the survey in the first two weeks, one row an answer; weights bring the sexes to their share. */
export const survey: SimulatedTable = {
  columns: ['resp_id', 'submitted_at', 'q_id', 'answer', 'weight'],
  rows: (world) => {
    const random = world.random.fork('survey');
    const at = Array.from(
      { length: Math.round(312 * world.scale) },
      () => random.int(2, 9) * daySeconds + drawSecondOfDay(random),
    );
    return at
      .sort((a, b) => a - b)
      .flatMap((seconds, index) => {
        const weight = random.pickWeighted({ 0.88: 57, 1.16: 43 });
        return Object.entries(world.plan.survey).map(([question, answers]) => [
          formatSerial('a', index + 1, 4),
          formatTimestamp(seconds),
          question,
          random.pickWeighted(answers),
          Number(weight),
        ]);
      });
  },
};
