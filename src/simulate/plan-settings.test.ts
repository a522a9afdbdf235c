import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../test/evaluate-metrics.ts';
import { applySettings, SettingError, type SettingRangeError } from './plan-settings.ts';
import { growthLabPlan } from './reports/growth-lab/growth-lab-plan.ts';
import { worldNames } from './reports/world-names.ts';
import { worlds } from './reports/worlds.ts';
import { simulate } from './simulation.ts';

describe('settings', () => {
  test('a number, a factor, every key, an entry of a list by its name, a part taken out', () => {
    const plan = applySettings(growthLabPlan, [
      'planted.anomaly.factor=3',
      'channels.*.registrations*=2',
      'goals.新增用户.target=4000',
      'tasks.埋点与看板上线.slip=0',
      'planted.ring=none',
    ]);
    expect(plan.planted.anomaly!.factor).toBe(3);
    expect(plan.channels.SEM!.registrations).toEqual([290, 370, 428, 320]);
    expect(plan.goals[0]!.target).toBe(4000);
    expect(plan.tasks.every(({ slip }) => slip === 0)).toBe(true);
    expect(plan.planted.ring).toBeUndefined();
    expect(growthLabPlan.planted.ring).toBeDefined();
  });

  test.each(['planted.nothing=1', 'goals.新增用户=better', 'channels=3', '=1', 'language=2'])(
    '%s is refused with what there is',
    (setting) => {
      expect(() => applySettings(growthLabPlan, [setting])).toThrow(SettingError);
    },
  );

  test.each([
    ['planted.anomaly.factor=-3', 'negative'],
    ['channels.SEO.cost*=-1', 'negative'],
    ['planted.anomaly.day=112', 'day'],
    ['planted.tracking.day=3.5', 'day'],
  ])('%s is refused: %s', (setting, reason) => {
    expect(() => applySettings(growthLabPlan, [setting])).toThrow(
      expect.objectContaining({ reason }) as SettingRangeError,
    );
  });

  test('an effect may turn', () => {
    const { planted } = applySettings(growthLabPlan, ['planted.landing.uplift=-0.04']);
    expect(planted.landing!.uplift).toBe(-0.04);
  });

  test.each(worldNames)('every scenario of %s can be set', (name) => {
    const { plan } = worlds[name];
    for (const scenario of Object.keys(plan.scenarios))
      expect(applySettings(plan, [scenario])).not.toEqual(plan);
  });
});

const goals = `
new: { metric: new_users, from: users, during: 2026-03-02..2026-06-21, target: goals.新增用户 }
paid: { metric: cpa, from: ad_spend, where: "channel = 'SEM'" }
natural: { metric: cpa, from: ad_spend, where: "channel = 'SEO'" }
june: { metric: cpa, from: ad_spend, where: "channel = 'SEO' and month(date) = 6" }
june paid: { metric: cpa, from: ad_spend, where: "channel = 'SEM' and month(date) = 6" }
`;

async function readOutcome(seed: number, set: string[]) {
  const wanted = ['users', 'goals', 'ad_spend'].map((name) => `data/growth-lab/${name}.csv`);
  const files = simulate({ report: 'growth-lab', seed, set }).filter(({ file }) => wanted.includes(file));
  const texts = Object.fromEntries(files.map(({ file, text }) => [file.split('/').at(-1)!, text]));
  const { values, problems } = await evaluateMetrics(texts, goals);
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  return {
    reached: values.new!.value! >= values.new!.target!.value!,
    naturalCheaper: values.june!.value! < values['june paid']!.value!,
  };
}

describe('conclusions', { timeout: 60_000 }, () => {
  test('stay with another seed', async () => {
    expect(await readOutcome(growthLabPlan.seed, [])).toEqual({ reached: true, naturalCheaper: true });
    expect(await readOutcome(5, [])).toEqual({ reached: true, naturalCheaper: true });
  });

  test('turn when they are set', async () => {
    const set = ['goals.新增用户=missed', 'search=sem'];
    expect(await readOutcome(5, set)).toEqual({ reached: false, naturalCheaper: false });
  });
});
