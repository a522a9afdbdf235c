import { round } from '../measure-command.ts';

/** Seconds: the middle one, the one that 19 of 20 do not exceed, and the longest. */
export interface Waits {
  p50: number;
  p95: number;
  most: number;
}

export function summarizeWaits(waits: readonly number[]): Waits {
  const sorted = waits.toSorted((a, b) => a - b);
  const find = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: find(0.5), p95: find(0.95), most: find(1) };
}

export function formatWaits({ p50, p95, most }: Waits, yardstick: number): string {
  const formatOne = (seconds: number) => `${seconds.toFixed(2)} s (${(seconds / yardstick).toFixed(2)}×)`;
  return `p50 ${formatOne(p50)}, p95 ${formatOne(p95)}, at most ${formatOne(most)}`;
}
