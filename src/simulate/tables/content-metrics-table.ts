import type { Field } from '../output/format-csv.ts';
import type { PlatformPlan } from '../plan/content-plan.ts';
import { daySeconds, days, formatIsoDay } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import { type ContentPiece, getPieces } from '../world/content-pieces.ts';
import type { World } from '../world/world.ts';
import type { SimulatedTable } from './simulated-table.ts';

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
    return getPieces(world).flatMap((piece) => simulatePieceDays(random, piece, world));
  },
};

function simulatePieceDays(random: Random, piece: ContentPiece, { plan, scale }: World): Field[][] {
  if (piece.publishedAt === undefined) return [];
  const first = Math.floor(piece.publishedAt / daySeconds);
  const depth = random.logNormal(1, 0.25);
  const length = Math.min(10, days - first);
  const platform = plan.platforms[piece.platform]!;
  return Array.from({ length }, (_, age) => {
    const share = (0.42 * 0.62 ** age + 0.01) * random.logNormal(1, 0.15);
    const impressions = Math.round(platform.usual * piece.appeal * share * scale);
    return [
      piece.id,
      piece.platform,
      formatIsoDay(first + age),
      impressions,
      ...simulateDayCounts(random, { piece, platform, impressions, depth }),
    ];
  });
}

interface PieceDay {
  piece: ContentPiece;
  platform: PlatformPlan;
  impressions: number;
  /** Against a usual piece. */
  depth: number;
}

function simulateDayCounts(random: Random, { piece, platform, impressions, depth }: PieceDay): Field[] {
  const part = (of: number, rate: number) => Math.round(of * rate * random.logNormal(1, 0.2));
  const reach = Math.round(impressions * (0.78 + 0.1 * random.next()));
  const opened = Math.min(reach, part(reach, 0.31 * depth));
  const [reads, plays] = piece.film ? [null, opened] : [opened, null];
  const time = Math.round(platform.stay * depth * random.logNormal(1, 0.12));
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
    part(opened, platform.clicks * depth),
    time,
  ];
}
