import { stamp } from '../term.ts';
import { makePieces } from '../world/pieces.ts';
import type { SimulatedTable } from './table.ts';
import { topicOf } from './topic-pool.ts';

export const contentCalendar: SimulatedTable = {
  columns: [
    'content_id',
    'topic_id',
    'platform',
    'form',
    'title',
    'planned_at',
    'published_at',
    'owner',
    'status',
  ],
  rows: (world) =>
    makePieces(world).map(({ id, platform, form, film, title, plannedAt, publishedAt }, index) => [
      id,
      topicOf(index),
      platform,
      form,
      title,
      stamp(plannedAt),
      publishedAt === undefined ? null : stamp(publishedAt),
      film ? world.plan.editors.film : world.plan.editors.text,
      publishedAt === undefined ? world.plan.words.cancelled : world.plan.words.published,
    ]),
};
