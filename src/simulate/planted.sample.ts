/** What a simulated world plants, and what the report's own metrics make of its tables. */
import { expect } from 'vitest';
import { parse } from 'yaml';
import { valuesOf } from '../test/values-of.ts';
import type { worldNames } from './reports/names.ts';
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

export async function found(report: (typeof worldNames)[number], seed: number, set: string[] = []) {
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

/** Days called unusual beside the one that is: holidays and campaigns are, but not a tenth of the term. */
const mostOthers = 112 / 10;

export type Found = ReturnType<typeof found>;
const known = new Map<string, Found>();

/** What is found in the plan's own world, made once a seed. */
export function foundIn(report: (typeof worldNames)[number], seed: number): Found {
  const name = `${report} ${seed}`;
  const made = known.get(name) ?? found(report, seed);
  known.set(name, made);
  return made;
}

/** The day, the source and the ring, and little else. */
export function expectPlanted({ values, anomaly, tracking, ring }: Awaited<Found>): void {
  const days = values.anomalies!.points!.map(({ key }) => key);
  expect(days).toContain(anomaly.day);
  expect(days.length - 1).toBeLessThan(mostOthers);
  const [worst, next] = values.gap!.points!;
  expect(worst!.key).toContain(tracking.day);
  expect(worst!.key).toContain(tracking.source);
  // People are whole: the share that was counted may miss the factor by half a person.
  expect(Math.abs(worst!.value! / 100 + 1 - tracking.factor)).toBeLessThan(0.15);
  expect(Math.abs(next!.value!)).toBeLessThan(Math.abs(worst!.value!) / 2);
  const onDevice = values.suspects?.points?.find(({ key }) => key === 'device');
  expect(onDevice?.value).toBe(ring?.users.length);
}
