import { describe, expect, test } from 'vitest';
import { Random } from './random.ts';

const many = Array.from({ length: 20000 }, (_, index) => index);
const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe('the random source', () => {
  test('repeats itself by seed, and not across seeds or forks', () => {
    const first = (random: Random) => many.slice(0, 5).map(() => random.next());
    expect(first(new Random(1))).toEqual(first(new Random(1)));
    expect(first(new Random(1))).not.toEqual(first(new Random(2)));
    expect(first(new Random(1).fork('users'))).not.toEqual(first(new Random(1).fork('orders')));
  });

  test('is uniform: mean 1/2, variance 1/12', () => {
    const random = new Random(3);
    const values = many.map(() => random.next());
    expect(mean(values)).toBeCloseTo(1 / 2, 1);
    expect(mean(values.map((value) => (value - 0.5) ** 2))).toBeCloseTo(1 / 12, 2);
  });

  test('its normal numbers have mean 0, variance 1 and 68.27 % within one deviation', () => {
    const random = new Random(4);
    const values = many.map(() => random.normal());
    expect(Math.abs(mean(values))).toBeLessThan(0.03);
    expect(Math.abs(mean(values.map((value) => value ** 2)) - 1)).toBeLessThan(0.05);
    const inside = values.filter((value) => Math.abs(value) < 1).length / values.length;
    expect(Math.abs(inside - 0.6827)).toBeLessThan(0.015);
  });

  test('samples without repeats, heavier items more often', () => {
    const random = new Random(5);
    const hits = many
      .slice(0, 2000)
      .map(() => random.sample(['a', 'b', 'c'], 2, (item) => (item === 'a' ? 8 : 1)));
    expect(hits.every((two) => new Set(two).size === 2)).toBe(true);
    expect(hits.filter((two) => two.includes('a')).length).toBeGreaterThan(hits.length * 0.95);
  });
});
