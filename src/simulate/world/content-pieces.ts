import { memoize } from '../../base/memoize.ts';
import { formatSerial } from '../format-serial.ts';
import { isCampaignRunning } from '../plan/campaign-plan.ts';
import { daySeconds, days } from '../plan/term-calendar.ts';
import type { World } from './world.ts';

/** A piece of content, planned and perhaps published. Seconds of the term. */
export interface ContentPiece {
  id: string;
  platform: string;
  form: string;
  film: boolean;
  title: string;
  plannedAt: number;
  publishedAt?: number;
  /** Against a usual piece of its platform. */
  appeal: number;
}

/** All pieces by planned time; one in eight is late, some never come out. */
export const getPieces = memoize(simulatePieces);

function simulatePieces(world: World): ContentPiece[] {
  const random = world.random.fork('pieces');
  const pieces = Object.entries(world.plan.platforms).flatMap(([platform, plan]) =>
    plan.titles.map((title, index) => {
      const day = Math.min(Math.floor(plan.from + index * plan.every), days - 5);
      const plannedAt = day * daySeconds + plan.hour * 3600;
      const late = random.chance(0.11) ? random.int(3, 30) * 3600 : 0;
      const published = random.chance(0.97) ? { publishedAt: plannedAt + late + random.int(0, 540) } : {};
      const appeal = random.logNormal(isCampaignRunning(world.plan, day) ? 1.5 : 1, 0.45);
      return {
        id: '',
        platform,
        form: plan.form,
        film: plan.film === true,
        title,
        plannedAt,
        ...published,
        appeal,
      };
    }),
  );
  return pieces
    .sort((a, b) => a.plannedAt - b.plannedAt)
    .map((piece, index) => ({ ...piece, id: formatSerial('N', index + 1, 3) }));
}
