/** Published credits of 10 000 paths (ChannelAttribution PathData), which lie beside the repository, never in it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { creditByMarkov } from './markov.ts';
import {
  type ConversionPath,
  creditByShapley,
  creditFirstTouch,
  creditLastTouch,
  creditLinearly,
} from './path-credits.ts';

const file = fileURLToPath(new URL('../../../../../shared/data/attribution-paths.csv.gz', import.meta.url));
const paths = readPaths();
if (paths.length === 0) console.warn(`SKIPPED: no ${file}`);

function readPaths(): (ConversionPath & { money: number })[] {
  let text = '';
  try {
    text = gunzipSync(readFileSync(file)).toString('utf8');
  } catch {
    return [];
  }
  const lines = text.trim().split(/\r?\n/).slice(1);
  return lines.map((line) => {
    const [way = '', credit, value, lost] = line.split(',');
    const money = Number(value);
    return { channels: way.split(' > '), credit: Number(credit), money, lost: Number(lost) };
  });
}

describe.skipIf(paths.length === 0)('PathData of ChannelAttribution', () => {
  test('conversions are worth 74 802.97, whoever gets the credit', () => {
    const worth = paths.map((path) => ({ ...path, credit: path.money }));
    const sum = (credits: Iterable<number>) => [...credits].reduce((all, one) => all + one, 0);
    expect(sum(worth.map(({ money }) => money))).toBeCloseTo(74_802.97, 2);
    expect(sum(creditFirstTouch(worth).values())).toBeCloseTo(74_802.97, 2);
    expect(sum(creditLinearly(worth).values())).toBeCloseTo(74_802.97, 2);
  });

  test('10 000 paths, 19 785 conversions, 68 602 lost', () => {
    expect(paths.length).toBe(10_000);
    expect(paths.reduce((sum, { credit }) => sum + credit, 0)).toBe(19_785);
    expect(paths.reduce((sum, { lost }) => sum + lost, 0)).toBe(68_602);
  });

  test('first touch (ChannelAttribution 2.2.4, heuristic_models)', () => {
    expect(Object.fromEntries(creditFirstTouch(paths))).toEqual({
      alpha: 6308,
      iota: 4606,
      eta: 3164,
      beta: 2831,
      theta: 1606,
      lambda: 902,
      gamma: 165,
      epsilon: 99,
      kappa: 74,
      zeta: 27,
      mi: 2,
      delta: 1,
    });
  });

  test('last touch (ChannelAttribution 2.2.4, heuristic_models)', () => {
    expect(Object.fromEntries(creditLastTouch(paths))).toEqual({
      alpha: 8447,
      eta: 4167,
      iota: 3355,
      lambda: 1207,
      beta: 989,
      theta: 653,
      epsilon: 531,
      kappa: 230,
      zeta: 107,
      gamma: 92,
      delta: 5,
      mi: 2,
    });
  });

  test('linear touch (ChannelAttribution 2.2.4, heuristic_models)', () => {
    const credits = creditLinearly(paths);
    expect(credits.get('alpha')).toBeCloseTo(7574.718594, 5);
    expect(credits.get('iota')).toBeCloseTo(3857.096221, 5);
    expect(credits.get('eta')).toBeCloseTo(3539.951157, 5);
    expect(credits.get('beta')).toBeCloseTo(2083.500145, 5);
  });

  test('Markov order 1 (exact solution 5344.95 …; ChannelAttribution simulates 5344.30 …, within 1.5%)', () => {
    const credits = [...creditByMarkov(paths)].sort(([, one], [, other]) => other - one);
    const exact = [5344.95, 3884.61, 3340.85, 2527.35, 1971.91, 1282.85];
    const simulated = [5344.3, 3890.28, 3333.37, 2524.37, 1977.11, 1279.99];
    for (const [i, credit] of exact.entries()) {
      expect(credits[i]![1]).toBeCloseTo(credit, 1);
      expect(Math.abs(credits[i]![1] / simulated[i]! - 1)).toBeLessThan(0.015);
    }
  });

  test('Markov and Shapley share out all 19 785', () => {
    for (const credits of [creditByMarkov(paths), creditByShapley(paths)]) {
      expect([...credits.values()].reduce((sum, one) => sum + one, 0)).toBeCloseTo(19_785, 5);
    }
  });

  test('through metrics.yaml: first 6308, linear 7574.718594, all 19 785', { timeout: 60_000 }, async () => {
    const { values, problems } = await evaluateMetrics(
      { 'paths.csv': gunzipSync(readFileSync(file)).toString('utf8') },
      `first: { metric: attribution_first, from: paths, with: { channel: alpha } }
linear: { metric: attribution_linear, from: paths, with: { channel: alpha } }
markov: { metric: attribution_markov, from: paths }
`,
    );
    expect(problems).toEqual([]);
    expect(values.first?.value).toBe(6308);
    expect(values.linear?.value).toBeCloseTo(7574.718594, 5);
    expect(values.markov?.text).toBe('19,785.00 次');
    expect(values.markov?.points[0]?.value).toBeCloseTo(5344.95, 1);
  });
});
