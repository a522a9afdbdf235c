import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const head = 'user_id,event,ts,channel,value';
const line = (user: string, event: string, day: string, channel = '', value = '') =>
  `${user},${event},2026-03-${day}:00+08:00,${channel},${value}`;
const events = (...lines: string[]) => ({
  'events.csv': `${[head, ...lines].join('\n')}\n`,
  // What is listed here may have happened to nobody.
  'tracking_plan.csv': 'event,description\nvisit,访问\npay,支付\n',
});

async function credits(files: Record<string, string>, yaml: string) {
  const { values, problems } = await evaluateMetrics(files, `x: ${yaml}`);
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  return values.x!;
}
const told = (value: { points: { key: string; value: number | null }[] }) =>
  Object.fromEntries(value.points.map((point) => [point.key, point.value]));

describe('paths from events', () => {
  test('each conversion closes a path; touches before it belong to the one before', async () => {
    const files = events(
      line('u', 'visit', '02T10:00', 'a'),
      line('u', 'pay', '03T10:00'),
      line('u', 'visit', '04T10:00', 'b'),
      line('u', 'pay', '05T10:00'),
    );
    const value = await credits(files, '{ metric: attribution_first, with: { finish: pay } }');
    expect(told(value)).toEqual({ a: 1, b: 1 });
    expect(value.text).toBe('2.00 次');
    expect(value.lineage.rows).toBe(4);
  });

  test('touches before the look-back do not count; the border does; nothing left is no touch', async () => {
    const files = events(
      line('u', 'visit', '02T10:00', 'old'),
      line('u', 'visit', '03T10:00', 'border'),
      line('u', 'pay', '10T10:00'),
      line('v', 'pay', '10T10:00'),
    );
    const yaml = '{ metric: attribution_linear, with: { finish: pay, days: 7 } }';
    const value = await credits(files, yaml);
    expect(told(value)).toEqual({ border: 1, '(none)': 1 });
    expect(value.points.map(({ label }) => label)).toContain('无触点');
  });

  test('a touch at the very instant of the conversion comes before it', async () => {
    const files = events(line('u', 'pay', '03T10:00', 'b'), line('u', 'visit', '03T10:00', 'a'));
    expect(told(await credits(files, '{ metric: attribution_last, with: { finish: pay } }'))).toEqual({
      a: 1,
    });
  });

  test('money instead of conversions, one channel, one kind of touch', async () => {
    const files = events(
      line('u', 'visit', '02T10:00', 'a'),
      line('u', 'click', '02T11:00', 'b'),
      line('u', 'pay', '03T10:00', '', '80.5'),
    );
    const yaml =
      '{ metric: attribution_last, unit: 元, with: { finish: pay, touch: visit, credit: value, channel: a } }';
    expect((await credits(files, yaml)).text).toBe('80.50 元');
  });

  test('a period takes conversions inside it, with touches from before', async () => {
    const files = events(
      line('u', 'visit', '02T10:00', 'a'),
      line('u', 'pay', '03T10:00'),
      line('v', 'visit', '02T10:00', 'b'),
      line('v', 'pay', '09T10:00'),
    );
    const yaml = '{ metric: attribution_last, during: 2026-03-09..2026-03-15, with: { finish: pay } }';
    expect(told(await credits(files, yaml))).toEqual({ b: 1 });
  });

  test('nothing to share is 0, and no number is made up', async () => {
    const value = await credits(
      events(line('u', 'visit', '02T10:00', 'a')),
      '{ metric: attribution_markov, with: { finish: pay } }',
    );
    expect(value.text).toBe('0.00 次');
    expect(told(value)).toEqual({ a: 0 });
  });
});

describe('what is wrong is told', () => {
  const files = events(line('u', 'visit', '02T10:00', 'a'), line('u', 'pay', '03T10:00'));
  test.each([
    ['{ metric: attribution_last }', 'finish'],
    ['{ metric: attribution_last, by: channel, with: { finish: pay } }', '去掉 by'],
    ['{ metric: attribution_last, with: { finish: pay, channel: z } }', '没有路径经过'],
  ])('%s', async (yaml, words) => {
    const { problems } = await evaluateMetrics(files, `x: ${yaml}`);
    expect(problems.map(({ cure }) => cure.zh).join()).toContain(words);
  });
});

test('last touch by SQL is that of a walk through the events', async () => {
  const event = fc.record({
    user: fc.constantFrom('u', 'v'),
    event: fc.constantFrom('visit', 'pay'),
    day: fc.integer({ min: 2, max: 28 }),
    channel: fc.constantFrom('a', 'b', 'c'),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(event, { minLength: 1, maxLength: 14, selector: ({ user, day }) => `${user}${day}` }),
      async (all) => {
        const sorted = [...all].sort((one, other) => one.day - other.day);
        const expected: Record<string, number> = {};
        let conversions = 0;
        for (const user of ['u', 'v']) {
          let last: { channel: string; day: number } | undefined;
          for (const one of sorted.filter((each) => each.user === user)) {
            if (one.event === 'visit') last = one;
            else {
              const seen = last && one.day - last.day <= 5 ? last.channel : '(none)';
              expected[seen] = (expected[seen] ?? 0) + 1;
              conversions += 1;
              last = undefined;
            }
          }
        }
        const lines = all.map(({ user, event: name, day, channel }) =>
          line(user, name, `${String(day).padStart(2, '0')}T10:00`, name === 'visit' ? channel : ''),
        );
        const value = await credits(
          events(...lines),
          '{ metric: attribution_last, with: { finish: pay, days: 5 } }',
        );
        const found = Object.entries(told(value)).filter(([, credit]) => credit !== 0);
        expect(Object.fromEntries(found)).toEqual(expected);
        expect(value.value).toBe(conversions);
      },
    ),
    { numRuns: 12 },
  );
}, 120_000);
