import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditByMarkov, solveMarkovChain } from './markov.ts';
import {
  type ConversionPath,
  type Credits,
  creditByPosition,
  creditByShapley,
  creditByTimeDecay,
  creditFirstTouch,
  creditLastNonDirect,
  creditLastTouch,
  creditLinearly,
  creditParticipants,
} from './path-credits.ts';

const path = (way: string, credit: number, lost = 0, daysBefore?: number[]): ConversionPath => ({
  channels: way === '' ? [] : way.split('>'),
  credit,
  lost,
  ...(daysBefore && { daysBefore }),
});
const told = (credits: Credits) =>
  Object.fromEntries([...credits].map(([k, v]) => [k, Number(v.toFixed(6))]));

const U = { first: 0.4, last: 0.4 };
const J = { first: 0.2, last: 0.6 };

describe('rules of touches', () => {
  test('first and last take all (Google Ads API, AttributionModel)', () => {
    const paths = [path('a>b>c', 3), path('b', 2)];
    expect(told(creditFirstTouch(paths))).toEqual({ a: 3, b: 2, c: 0 });
    expect(told(creditLastTouch(paths))).toEqual({ a: 0, b: 2, c: 3 });
  });

  test('last non-direct passes direct visits over, but for those that are all there was (GA, MCF)', () => {
    const paths = [path('a>b>direct>direct', 3), path('direct', 2)];
    expect(told(creditLastNonDirect(paths, ['direct']))).toEqual({ a: 0, b: 3, direct: 2 });
  });

  test('linear: a > a > b, 6 conversions: a 4, b 2 (eeghor/mta)', () => {
    expect(told(creditLinearly([path('a>a>b', 6)]))).toEqual({ a: 4, b: 2 });
  });

  test('position based 40/20/40: 100; 50, 50; 40, 20, 40; 40, 10, 10, 40 (Google Ads API, Amplitude)', () => {
    expect(told(creditByPosition([path('a', 100)], U))).toEqual({ a: 100 });
    expect(told(creditByPosition([path('a>b', 100)], U))).toEqual({ a: 50, b: 50 });
    expect(told(creditByPosition([path('a>b>c', 100)], U))).toEqual({ a: 40, b: 20, c: 40 });
    expect(told(creditByPosition([path('a>b>c>d', 100)], U))).toEqual({ a: 40, b: 10, c: 10, d: 40 });
  });

  test('J 20/20/60 and its reverse: 20, 10, 10, 60 (Amplitude); the order is first to last', () => {
    expect(told(creditByPosition([path('a>b>c>d', 100)], J))).toEqual({ a: 20, b: 10, c: 10, d: 60 });
    expect(told(creditByPosition([path('a>b>c>d', 100)], { first: 0.6, last: 0.2 }))).toEqual({
      a: 60,
      b: 10,
      c: 10,
      d: 20,
    });
  });

  test('position with weights 30 and 70, two touches, 10 conversions: 3 and 7 (eeghor/mta)', () => {
    expect(told(creditByPosition([path('a>b', 10)], { first: 0.3, last: 0.7 }))).toEqual({ a: 3, b: 7 });
  });

  test('time decay: a touch 8 days before counts half of one 1 day before (Google Ads Help, half-life 7 days)', () => {
    expect(told(creditByTimeDecay([path('a>b', 3, 0, [8, 1])], 7))).toEqual({ a: 1, b: 2 });
    expect(told(creditByTimeDecay([path('a>b', 4, 0, [90_000, 90_000])], 7))).toEqual({ a: 2, b: 2 });
  });

  test('participation credits each channel of the path once, with all (Amplitude)', () => {
    expect(told(creditParticipants([path('a>b>a', 5), path('b', 1)]))).toEqual({ a: 5, b: 6 });
  });
});

describe('Shapley', () => {
  test('{a: 4, a > b: 6} gives a 7, b 3; {a > b > c > d: 10} gives 2.5 each (eeghor/mta)', () => {
    expect(told(creditByShapley([path('a', 4), path('a>b', 6)]))).toEqual({ a: 7, b: 3 });
    expect(told(creditByShapley([path('a>b>c>d', 10)]))).toEqual({ a: 2.5, b: 2.5, c: 2.5, d: 2.5 });
  });

  test('glove game: 1/6, 1/6, 2/3 (Wikipedia, Shapley value)', () => {
    // Worth 1 with the right glove and any left one: its unanimity games are {a, r} 1, {b, r} 1, {a, b, r} −1.
    const credits = creditByShapley([path('a>r', 1), path('b>r', 1), path('a>b>r', -1)]);
    expect(credits.get('a')).toBeCloseTo(1 / 6, 12);
    expect(credits.get('b')).toBeCloseTo(1 / 6, 12);
    expect(credits.get('r')).toBeCloseTo(2 / 3, 12);
  });
});

describe('Markov', () => {
  const paths = [path('C1>C2>C3', 1), path('C1', 0, 1), path('C2>C3', 0, 1)];

  test('C1 > C2 > C3; C1 lost; C2 > C3 lost: 1/3 converts, removal .5, 1, 1, credit .2, .4, .4 (analyzecore 2016)', () => {
    const { conversion, removal, channels } = solveMarkovChain(paths);
    expect(channels).toEqual(['C1', 'C2', 'C3']);
    expect(conversion).toBeCloseTo(1 / 3, 12);
    expect(removal.map((one) => Number(one.toFixed(9)))).toEqual([0.5, 1, 1]);
    expect(told(creditByMarkov(paths))).toEqual({ C1: 0.2, C2: 0.4, C3: 0.4 });
  });

  test('nothing is shared where nothing converts, and nobody divides by nobody', () => {
    expect(told(creditByMarkov([path('a>b', 0, 4)]))).toEqual({ a: 0, b: 0 });
    expect(solveMarkovChain([]).conversion).toBeNull();
    expect(told(creditByMarkov([path('a', 0, 0)]))).toEqual({ a: 0 });
  });
});

const anyPath = fc
  .record({
    touches: fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }),
    credit: fc.integer({ min: 0, max: 9 }),
    lost: fc.integer({ min: 0, max: 9 }),
  })
  .map(
    ({ touches, credit, lost }): ConversionPath => ({
      channels: touches,
      daysBefore: touches.map((_, i) => touches.length - i),
      credit,
      lost,
    }),
  );
const anyPaths = fc.array(anyPath, { minLength: 1, maxLength: 12 });
const sum = (credits: Credits) => [...credits.values()].reduce((total, one) => total + one, 0);

describe('on any paths', () => {
  test('credits add up to the conversions', () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const all = paths.reduce((total, { credit }) => total + credit, 0);
        const models = [creditFirstTouch, creditLastTouch, creditLinearly, creditByShapley, creditByMarkov];
        for (const model of models) expect(sum(model(paths))).toBeCloseTo(all, 8);
        expect(sum(creditLastNonDirect(paths, ['d']))).toBeCloseTo(all, 8);
        expect(sum(creditByTimeDecay(paths, 7))).toBeCloseTo(all, 8);
        expect(sum(creditByPosition(paths, U))).toBeCloseTo(all, 8);
        expect(sum(creditParticipants(paths))).toBeGreaterThanOrEqual(all);
      }),
    );
  });

  test('Shapley is the mean of what a channel adds, over all orders of the channels', () => {
    const orders = permutations(['a', 'b', 'c', 'd']);
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const worth = (set: string[]) =>
          paths
            .filter(({ channels }) => channels.every((channel) => set.includes(channel)))
            .reduce((total, { credit }) => total + credit, 0);
        const credits = creditByShapley(paths);
        for (const [channel, credit] of credits) {
          const adds = orders.map((order) => {
            const before = order.slice(0, order.indexOf(channel));
            return worth([...before, channel]) - worth(before);
          });
          expect(credit).toBeCloseTo(adds.reduce((total, one) => total + one, 0) / orders.length, 8);
        }
      }),
      { numRuns: 30 },
    );
  });

  test('removal effect is what the chain without the channel converts less, by walking it', () => {
    fc.assert(
      fc.property(anyPaths, (paths) => {
        const { channels, conversion, removal } = solveMarkovChain(paths);
        if (!conversion) return;
        expect(walked(paths)).toBeCloseTo(conversion, 6);
        for (const [i, channel] of channels.entries()) {
          expect(removal[i]).toBeCloseTo(1 - walked(paths, channel) / conversion, 6);
        }
      }),
      { numRuns: 30 },
    );
  });
});

function permutations(items: string[]): string[][] {
  if (items.length < 2) return [items];
  return items.flatMap((one) =>
    permutations(items.filter((other) => other !== one)).map((rest) => [one, ...rest]),
  );
}

/** Part of users who convert: everybody walks step by step until nobody is on the way. */
function walked(paths: readonly ConversionPath[], without?: string): number {
  const counts = new Map<string, Map<string, number>>();
  for (const { channels, credit, lost } of paths) {
    const way = ['(start)', ...channels];
    for (const [i, here] of way.entries()) {
      const row = counts.get(here) ?? new Map<string, number>();
      const add = (to: string, users: number) => row.set(to, (row.get(to) ?? 0) + users);
      const next = way[i + 1];
      if (next !== undefined) add(next, credit + lost);
      else {
        add('(conversion)', credit);
        add('(null)', lost);
      }
      counts.set(here, row);
    }
  }
  let here = new Map([['(start)', 1]]);
  let converted = 0;
  for (let step = 0; step < 2000; step += 1) {
    const next = new Map<string, number>();
    for (const [at, part] of here) {
      const row = counts.get(at);
      const total = row ? [...row.values()].reduce((all, one) => all + one, 0) : 0;
      if (!row || total === 0 || at === without) continue;
      for (const [to, users] of row) {
        if (to === '(conversion)') converted += (part * users) / total;
        else next.set(to, (next.get(to) ?? 0) + (part * users) / total);
      }
    }
    here = next;
  }
  return converted;
}
