import { formatTimestamp } from '../plan/term-calendar.ts';
import { getPosts } from '../world/community-posts.ts';
import type { SimulatedTable } from './simulated-table.ts';

export const ugc: SimulatedTable = {
  columns: ['post_id', 'author_id', 'at', 'topic', 'likes', 'comments', 'moderation', 'moderated_at'],
  rows: (world) =>
    getPosts(world).map((post) => [
      post.id,
      post.author.id,
      formatTimestamp(post.at),
      post.topic,
      post.likes,
      post.comments,
      post.passed ? '通过' : '拒绝',
      formatTimestamp(post.moderatedAt),
    ]),
};
