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
    makePieces(world).map(({ id, platform, form, title, plannedAt, publishedAt }, index) => [
      id,
      topicOf(index),
      platform,
      form,
      title,
      stamp(plannedAt),
      publishedAt === undefined ? null : stamp(publishedAt),
      form === '视频' ? 'M04' : 'M02',
      publishedAt === undefined ? '取消' : '已发布',
    ]),
};
