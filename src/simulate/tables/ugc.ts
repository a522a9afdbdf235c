import { stamp } from '../term.ts';
import { makePosts } from '../world/posts.ts';
import type { SimulatedTable } from './table.ts';

export const ugc: SimulatedTable = {
  columns: ['post_id', 'author_id', 'at', 'topic', 'likes', 'comments', 'moderation', 'moderated_at'],
  rows: (world) =>
    makePosts(world).map((post) => [
      post.id,
      post.author.id,
      stamp(post.at),
      post.topic,
      post.likes,
      post.comments,
      post.passed ? '通过' : '拒绝',
      stamp(post.moderatedAt),
    ]),
};
