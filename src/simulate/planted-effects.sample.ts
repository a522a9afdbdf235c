/** What a simulated world plants, and what the report's own metrics make of its tables. */
import { expect } from 'vitest';
import { parse } from 'yaml';
import { evaluateMetrics } from '../test/evaluate-metrics.ts';
import type { worldNames } from './reports/world-names.ts';
import { simulate } from './simulation.ts';

const tables = ['traffic', 'referrals', 'recon', 'experiment_arms'];

interface Key {
  planted: {
    anomaly: { day: string; channel: string };
    tracking: { day: string; metric: string; source: string; factor: number };
    landing: { exp: string; arms: [string, string]; uplift: number };
    ring?: { users: string[]; devices: number };
  };
}

export async function findPlanted(report: (typeof worldNames)[number], seed: number, set: string[] = []) {
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
  const { values, problems } = await evaluateMetrics(texts, yaml.join('\n'));
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  return { ...key.planted, values };
}

/** Days called unusual beside the one that is: holidays and campaigns are, but not a tenth of the term. */
const mostOthers = 112 / 10;

export type PlantedResult = ReturnType<typeof findPlanted>;
const known = new Map<string, PlantedResult>();

/** What is found in the plan's own world, made once a seed. */
export function findPlantedIn(report: (typeof worldNames)[number], seed: number): PlantedResult {
  const name = `${report} ${seed}`;
  const made = known.get(name) ?? findPlanted(report, seed);
  known.set(name, made);
  return made;
}

/** The day, the source and the ring, and little else. */
export function expectPlanted({ values, anomaly, tracking, ring }: Awaited<PlantedResult>): void {
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
