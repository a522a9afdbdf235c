import type { SimulatedTable } from '../../../tables/simulated-table.ts';
import { getPosts } from '../../../world/community-posts.ts';
import { getPieces } from '../../../world/content-pieces.ts';
import { getDailyCounts } from '../../../world/daily-counts.ts';

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

/** Objectives with their key results; actual values are counted from the world. */
export const okr: SimulatedTable = {
  columns: ['objective', 'kr', 'baseline', 'target', 'actual', 'weight', 'type'],
  rows: (world) => {
    const { registrations, paidOrders } = getDailyCounts(world);
    const times = (number: number) => Math.round(number * world.scale);
    const authors = new Set(getPosts(world).map(({ author }) => author)).size;
    const published = getPieces(world).filter(({ publishedAt }) => publishedAt !== undefined).length;
    const { tasks, oldUsers } = world.plan;
    const inTime = tasks.filter(({ slip }) => slip === 0).length;
    return [
      [
        '让更多同学用上拾光集市',
        '期内新增用户达到两千四百人',
        times(oldUsers),
        times(2400),
        sum(registrations),
        0.6,
        'metric',
      ],
      [
        '让更多同学用上拾光集市',
        '邀请有礼带来三百位新用户',
        0,
        times(300),
        world.invitations.length,
        0.4,
        'metric',
      ],
      ['把访问变成购买', '支付订单达到一千笔', times(640), times(1000), sum(paidOrders), 0.6, 'metric'],
      ['把访问变成购买', '完成一次达到样本量的落地页试验', 0, 1, 1, 0.4, 'binary'],
      ['做有人愿意看的内容', '四个平台发布六十篇内容', 22, 60, published, 0.5, 'metric'],
      ['做有人愿意看的内容', '社区发帖作者达到五百人', 0, times(500), authors, 0.5, 'metric'],
      ['按期协作', '任务全部按期完成', 0, tasks.length, inTime, 0.7, 'metric'],
      ['按期协作', '计划的八个埋点全部上线', 0, 1, 0, 0.3, 'binary'],
    ];
  },
};
