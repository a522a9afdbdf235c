/** What is planted is found by the report's own metrics, whatever the seed. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { valuesOf } from '../test/values-of.ts';
import { worldNames } from './reports/names.ts';
import { simulate } from './simulate.ts';

const tables = ['traffic', 'referrals', 'recon', 'experiment_arms'];

interface Key {
  planted: {
    anomaly: { day: string; channel: string };
    tracking: { day: string; metric: string; source: string; factor: number };
    landing: { exp: string; arms: [string, string]; uplift: number };
    ring?: { users: string[]; devices: number };
  };
}

async function found(report: (typeof worldNames)[number], seed: number, set: string[] = []) {
  const files = simulate({ report, seed, set });
  const key = parse(files.at(-1)!.text) as Key;
  const given = files.filter(({ file }) => tables.some((table) => file.endsWith(`/${table}.csv`)));
  const texts = Object.fromEntries(given.map(({ file, text }) => [file.split('/').at(-1)!, text]));
  const { landing, tracking } = key.planted;
  const reference = texts['recon.csv']!.split('\n')[1]!.split(',')[2]!;
  const [control, variant] = landing.arms;
  const yaml = [
    'anomalies: { metric: anomalies_stl, from: traffic, with: { column: sessions, time: date } }',
    `gap: { metric: reconciliation_gap, from: recon, where: "metric = '${tracking.metric}'", with: { reference: ${reference} } }`,
    `uplift: { metric: ab_difference, from: experiment_arms, where: "exp_id = '${landing.exp}'", with: { control: ${control}, variant: ${variant} } }`,
    ...(texts['referrals.csv'] ? ['suspects: { metric: suspect_invites, from: referrals }'] : []),
  ];
  const { values, problems } = await valuesOf(texts, yaml.join('\n'));
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  return { ...key.planted, values };
}

const runs = worldNames.flatMap((report) => [11, 2027, 424242].map((seed) => [report, seed] as const));

describe.each(runs)('%s by seed %d', (report, seed) => {
  test('the day, the source, the ring and the uplift', { timeout: 60_000 }, async () => {
    const { values, anomaly, tracking, landing, ring } = await found(report, seed);
    expect(values.anomalies!.points!.map(({ key }) => key)).toContain(anomaly.day);
    const worst = values.gap!.points![0]!;
    expect(worst.key).toContain(tracking.day);
    expect(worst.key).toContain(tracking.source);
    // People are whole: the share that was counted may miss the factor by half a person.
    expect(Math.abs(worst.value! / 100 + 1 - tracking.factor)).toBeLessThan(0.15);
    const { low, high } = values.uplift!.interval!;
    expect(low).toBeLessThan(100 * landing.uplift);
    expect(high).toBeGreaterThan(100 * landing.uplift);
    const onDevice = values.suspects?.points?.find(({ key }) => key === 'device');
    expect(onDevice?.value).toBe(ring?.users.length);
  });
});

test('without the ring there is nobody to find', async () => {
  const { values } = await found('growth-lab', 11, ['planted.ring=none']);
  expect(values.suspects!.points!.find(({ key }) => key === 'device')!.value).toBe(0);
});
