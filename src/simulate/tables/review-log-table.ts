import type { Field } from '../output/format-csv.ts';
import { daySeconds, formatTimestamp } from '../plan/term-calendar.ts';
import type { Plan } from '../plan/world-plan.ts';
import type { Random } from '../random.ts';
import { type ContentPiece, getPieces } from '../world/content-pieces.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** The three reviews: who reads at each stage, hours of work, chance to be sent back. */
const stages = [
  { stage: '初审', who: 'first', hours: 7, back: 0.3, errors: 3 },
  { stage: '校对', who: 'proof', hours: 5, back: 0.14, errors: 2 },
  { stage: '终审', who: 'last', hours: 4, back: 0.05, errors: 1 },
] as const;

/** One row a reading; what is sent back is read again at the same stage. */
export const reviewLog: SimulatedTable = {
  columns: ['content_id', 'stage', 'reviewer', 'at', 'verdict', 'errors'],
  rows: (world) => {
    const random = world.random.fork('review log');
    return getPieces(world).flatMap((piece) => simulateReviews(random, piece, world.plan.editors));
  },
};

/** Written backwards from the hour of publishing, so that the last word always comes before it. */
function simulateReviews(random: Random, piece: ContentPiece, editors: Plan['editors']): Field[][] {
  const rows: Field[][] = [];
  let at = toWakingHours(piece.plannedAt - random.int(3, 9) * 3600);
  for (const { stage, who, hours, back, errors } of [...stages].reverse()) {
    const reviewer = random.pick(editors[who]);
    rows.unshift([piece.id, stage, reviewer, formatTimestamp(at), '通过', 0]);
    at = toWakingHours(at - Math.round(random.logNormal(hours, 0.5) * 3600));
    if (!random.chance(back)) continue;
    rows.unshift([piece.id, stage, reviewer, formatTimestamp(at), '退回', random.int(1, errors)]);
    at = toWakingHours(at - Math.round(random.logNormal(hours, 0.5) * 3600));
  }
  return rows;
}

/** Nobody reads between midnight and eight: what falls there was read the evening before, from eight to ten, in order. */
function toWakingHours(at: number): number {
  const night = at - Math.floor(at / daySeconds) * daySeconds;
  const wakes = 8 * 3600;
  if (night >= wakes) return at;
  return at - night - 4 * 3600 + Math.floor(night / 4);
}
