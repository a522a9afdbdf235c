import type { Field } from '../csv.ts';
import { platformPlans } from '../plan/titles.ts';
import type { Random } from '../random.ts';
import { days, isoDay } from '../term.ts';
import { makePieces, type Piece } from '../world/pieces.ts';
import type { SimulatedTable } from './table.ts';

/** Ten days of counts for each published piece; text is read, film is played. */
export const contentMetrics: SimulatedTable = {
  columns: [
    'content_id',
    'platform',
    'date',
    'impressions',
    'reach',
    'reads',
    'plays',
    'likes',
    'comments',
    'shares',
    'saves',
    'follows',
    'clicks',
    'avg_time_s',
  ],
  rows: (world) => {
    const random = world.random.fork('content metrics');
    return makePieces(world).flatMap((piece) => life(random, piece, world.scale));
  },
};

function life(random: Random, piece: Piece, scale: number): Field[][] {
  if (piece.publishedAt === undefined) return [];
  const first = Math.floor(piece.publishedAt / 86_400);
  const depth = random.logNormal(1, 0.25);
  const length = Math.min(10, days - first);
  return Array.from({ length }, (_, age) => {
    const share = (0.42 * 0.62 ** age + 0.01) * random.logNormal(1, 0.15);
    const impressions = Math.round(platformPlans[piece.platform]!.usual * piece.appeal * share * scale);
    return [
      piece.id,
      piece.platform,
      isoDay(first + age),
      impressions,
      ...counts(random, piece, impressions, depth),
    ];
  });
}

function counts(random: Random, piece: Piece, impressions: number, depth: number): Field[] {
  const part = (of: number, rate: number) => Math.round(of * rate * random.logNormal(1, 0.2));
  const reach = Math.round(impressions * (0.78 + 0.1 * random.next()));
  const opened = Math.min(reach, part(reach, 0.31 * depth));
  const [reads, plays] = piece.form === '图文' ? [opened, null] : [null, opened];
  const time = Math.round((piece.platform === '公众号' ? 78 : 34) * depth * random.logNormal(1, 0.12));
  const [likes, comments, shares, saves] = [0.062, 0.011, 0.014, 0.027].map((rate) =>
    part(opened, rate * depth),
  );
  return [
    reach,
    reads,
    plays,
    likes!,
    comments!,
    shares!,
    saves!,
    part(opened, 0.006),
    part(opened, platformPlans[piece.platform]!.clicks * depth),
    time,
  ];
}
