import type { ChannelSpend } from '../output/answer-key.ts';
import type { Field } from '../output/format-csv.ts';
import type { Plan } from '../plan/world-plan.ts';
import { Random } from '../random.ts';
import type { WorldName } from '../reports/world-names.ts';
import type { ShardColumn } from './shard-columns.ts';

/** A large world: as many worlds side by side as the scale has wholes. */
export interface LargeWorld {
  world: WorldName;
  plan: Plan;
  seed: number;
  scale: number;
}

/** One of the worlds. */
interface Shard {
  number: number;
  plan: Plan;
  seed: number;
  scale: number;
}

/** The rows of one world: those of people by column, those of days as they are. */
export interface ShardRows {
  people: Record<string, ShardColumn[]>;
  days: Record<string, Field[][]>;
  /** A line a channel. */
  spent: ChannelSpend[];
}

export const countShards = ({ scale }: LargeWorld): number => Math.ceil(scale);

/** A world of its own people with the same plan and days; the first one has the seed itself, and the only ring. */
export function buildShard(large: LargeWorld, number: number): Shard {
  const { plan, seed } = large;
  const scale = large.scale / countShards(large);
  if (number === 0) return { number, plan, seed, scale };
  const { ring: _, ...planted } = plan.planted;
  const own = new Random(seed).fork(`block ${number}`).int(0, 2 ** 31);
  return { number, plan: { ...plan, planted }, seed: own, scale };
}
