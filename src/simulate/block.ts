import type { Column } from './columns.ts';
import type { Field } from './csv.ts';
import type { Spent } from './key.ts';
import type { Plan } from './plan/plan.ts';
import { Random } from './random.ts';
import type { WorldName } from './reports/names.ts';

/** A large world: as many worlds side by side as the scale has wholes. */
export interface LargeWorld {
  world: WorldName;
  plan: Plan;
  seed: number;
  scale: number;
}

/** One of the worlds. */
export interface Block {
  number: number;
  plan: Plan;
  seed: number;
  scale: number;
}

/** The rows of one world: those of people by column, those of days as they are. */
export interface BlockRows {
  people: Record<string, Column[]>;
  days: Record<string, Field[][]>;
  /** A line a channel. */
  spent: Spent[];
}

export const blockCount = ({ scale }: LargeWorld): number => Math.ceil(scale);

/** A world of its own people with the same plan, days and signs; the first one has the seed itself, and the only ring. */
export function blockOf(large: LargeWorld, number: number): Block {
  const { plan, seed } = large;
  const scale = large.scale / blockCount(large);
  if (number === 0) return { number, plan, seed, scale };
  const { ring: _, ...planted } = plan.planted;
  const own = new Random(seed).fork(`block ${number}`).int(0, 2 ** 31);
  return { number, plan: { ...plan, planted }, seed: own, scale };
}
