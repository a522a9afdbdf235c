/** Where texts go so that they never run into each other. */
import { measureText } from './measure-text.ts';

/** Indices of the labels that fit side by side, `slot` pixels apart: all, else every second, third … from the first. */
export function thinLabels(labels: readonly string[], slot: number, fontSize: number, gap = 12): number[] {
  const widest = Math.max(0, ...labels.map((label) => measureText(label, fontSize)));
  const step = Math.max(1, Math.ceil((widest + gap) / slot));
  return labels.map((_, i) => i).filter((i) => i % step === 0);
}

/** Positions at least `gap` apart and within `low`…`high`, each as near to the wanted one as order allows. */
export function spreadPositions(wanted: readonly number[], gap: number, low: number, high: number): number[] {
  const order = wanted
    .map((position, index) => ({ position, index }))
    .sort((a, b) => a.position - b.position);
  const placed = order.map(({ position }) => Math.min(Math.max(position, low), high));
  for (let i = 1; i < placed.length; i++) placed[i] = Math.max(placed[i]!, placed[i - 1]! + gap);
  let ceiling = high;
  for (let i = placed.length - 1; i >= 0; i--) {
    placed[i] = Math.min(placed[i]!, ceiling);
    ceiling = placed[i]! - gap;
  }
  const result: number[] = [];
  for (const [i, { index }] of order.entries()) result[index] = placed[i]!;
  return result;
}

/** The width a column of texts needs. */
export function measureColumn(
  texts: readonly string[],
  fontSize: number,
  limit = Number.POSITIVE_INFINITY,
): number {
  return Math.min(limit, Math.ceil(Math.max(0, ...texts.map((text) => measureText(text, fontSize)))));
}
