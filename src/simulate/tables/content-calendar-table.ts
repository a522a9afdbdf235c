import { formatTimestamp } from '../plan/term-calendar.ts';
import { getPieces } from '../world/content-pieces.ts';
import type { SimulatedTable } from './simulated-table.ts';
import { formatTopicId } from './topic-pool-table.ts';

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
    getPieces(world).map(({ id, platform, form, film, title, plannedAt, publishedAt }, index) => [
      id,
      formatTopicId(index),
      platform,
      form,
      title,
      formatTimestamp(plannedAt),
      publishedAt === undefined ? null : formatTimestamp(publishedAt),
      film ? world.plan.editors.film : world.plan.editors.text,
      publishedAt === undefined ? world.plan.words.cancelled : world.plan.words.published,
    ]),
};
