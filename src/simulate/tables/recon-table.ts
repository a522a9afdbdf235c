import { daySeconds, days, formatIsoDay, formatTimestamp } from '../plan/term-calendar.ts';
import { getDailyCounts } from '../world/daily-counts.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Every Wednesday, the same numbers from all sources. One of them may have been counted wrongly once. */
export const recon: SimulatedTable = {
  columns: ['date', 'metric', 'source', 'value', 'reference', 'tolerance', 'definition', 'extracted_at'],
  rows: (world) => {
    const random = world.random.fork('recon');
    const counts = getDailyCounts(world);
    const { tracking } = world.plan.planted;
    const wednesdays = Array.from({ length: days / 7 }, (_, week) => week * 7 + 2);
    return wednesdays.flatMap((day) =>
      world.plan.recon.map(({ metric, source, definition, counts: what, tolerance = null, loses }) => {
        const wrong = day === tracking?.day && metric === tracking.metric && source === tracking.source;
        const part = loses ? 0.925 + 0.06 * random.next() : 1;
        const value = Math.round(counts[what][day]! * part * (wrong ? tracking.factor : 1));
        const taken = formatTimestamp((day + 1) * daySeconds + 9 * 3600);
        return [formatIsoDay(day), metric, source, value, tolerance !== null, tolerance, definition, taken];
      }),
    );
  },
};
