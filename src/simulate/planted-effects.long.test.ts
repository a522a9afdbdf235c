/** What is planted is found by the report's own metrics, whatever the seed. */
import { describe, expect, test } from 'vitest';
import { expectPlanted, findPlanted, findPlantedIn } from './planted-effects.sample.ts';
import { worldNames } from './reports/world-names.ts';

const seeds = [3, 11, 77, 2027, 424242];
const runs = worldNames.flatMap((report) => seeds.map((seed) => [report, seed] as const));
const slow = { timeout: 60_000 };

test.each(runs)('%s by seed %d: the day, the source and the ring, and little else', slow, async (...run) => {
  expectPlanted(await findPlantedIn(...run));
});

describe.each(worldNames)('the uplift of %s', (report) => {
  test('lies in the interval of four seeds in five, and in none far outside', slow, async () => {
    const all = await Promise.all(seeds.map((seed) => findPlantedIn(report, seed)));
    const truth = 100 * all[0]!.landing.uplift;
    const intervals = all.map(({ values }) => values.uplift!.interval!);
    const hits = intervals.filter(({ low, high }) => low < truth && truth < high);
    expect(hits.length).toBeGreaterThanOrEqual(seeds.length - 1);
    for (const { low, high } of intervals) {
      // An interval that holds everything would be no finding.
      expect(high - low).toBeLessThan(3 * truth);
      expect(Math.abs((low + high) / 2 - truth)).toBeLessThan(high - low);
    }
  });

  test('turned round is found turned round', slow, async () => {
    const { values } = await findPlanted(report, 11, ['planted.landing.uplift*=-1']);
    const { low, high } = values.uplift!.interval!;
    expect((low + high) / 2).toBeLessThan(0);
  });
});

test.each(worldNames)('%s without them: no such day, no such source', slow, async (report) => {
  const { anomaly, tracking } = await findPlantedIn(report, 11);
  const set = ['planted.anomaly.factor=1', 'planted.tracking.factor=1'];
  const { values } = await findPlanted(report, 11, set);
  expect(values.anomalies!.points!.map(({ key }) => key)).not.toContain(anomaly.day);
  const there = values.gap!.points!.find(
    ({ key }) => key.includes(tracking.day) && key.includes(tracking.source),
  );
  expect(Math.abs(there?.value ?? 0)).toBeLessThan(10);
});

test('without the ring there is nobody to find', async () => {
  const { values } = await findPlanted('growth-lab', 11, ['planted.ring=none']);
  expect(values.suspects!.points!.find(({ key }) => key === 'device')!.value).toBe(0);
});
