import type { Random } from '../random.ts';

/**
 * Puts people into two arms so that the treated arm's true rate is `uplift` above the other's. The world already
 * knows who did it, so chance depends on that: of `rate` in all, `rate + uplift / 2` do it among the treated.
 * Both arms are equally likely for somebody taken at random.
 */
export function createArmAssigner(random: Random, { rate, uplift }: { rate: number; uplift: number }) {
  const yes = rate > 0 ? (rate + uplift / 2) / (2 * rate) : 0.5;
  const no = rate < 1 ? (1 - rate - uplift / 2) / (2 * (1 - rate)) : 0.5;
  return (did: boolean): boolean => random.chance(Math.min(1, Math.max(0, did ? yes : no)));
}
