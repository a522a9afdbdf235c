import { formatSerial } from '../format-serial.ts';
import type { Field } from '../output/format-csv.ts';
import { daySeconds, formatTimestamp } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import { getPieces } from '../world/content-pieces.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** Topic of the piece at `index`, counted from 0. */
export const formatTopicId = (index: number): string => formatSerial('X', index + 1, 3);

/** Every piece was an idea first; those that were not made follow. */
export const topicPool: SimulatedTable = {
  columns: [
    'topic_id',
    'title',
    'source',
    'pain_point',
    'form',
    'heat',
    'fit',
    'cost',
    'proposer',
    'status',
    'decided_at',
  ],
  rows: (world) => {
    const random = world.random.fork('topics');
    const { words } = world.plan;
    const { unused, sources, pains } = world.plan.topics;
    const pieces = getPieces(world);
    const chosen = pieces.map(({ title, form, plannedAt, publishedAt, appeal }, index): Field[] => [
      formatTopicId(index),
      title,
      random.pick(sources),
      random.pick(pains),
      form,
      ...simulateScores(random, 3.4 + 0.5 * Math.log(appeal), 3.9),
      random.pick(world.plan.team).id,
      publishedAt === undefined ? words.used : words.published,
      formatTimestamp(plannedAt - random.int(5, 9) * daySeconds),
    ]);
    const rest = unused.map(([title, source, pain, form, status], index): Field[] => [
      formatTopicId(pieces.length + index),
      title,
      source,
      pain,
      form,
      ...simulateScores(random, 2.6, 2.7),
      random.pick(world.plan.team).id,
      status,
      status === words.waiting ? null : formatTimestamp((15 + index * 3) * daySeconds + 15 * 3600),
    ]);
    return [...chosen, ...rest];
  },
};

/** Heat, fit and cost from 0 to 5, in halves. */
function simulateScores(random: Random, heat: number, fit: number): number[] {
  return [heat, fit, 2.4].map((mean) =>
    Math.min(5, Math.max(0, Math.round(2 * (mean + 0.8 * random.normal())) / 2)),
  );
}
