import { describe, expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const head = 'ticket_id,opened_at,channel,class,priority,closed_at\n';
const ticket = (id: number, opened: string, closed: string) => `t${id},${opened},客服,服务,P3,${closed}\n`;

async function one(rows: string, entry: string) {
  const { values, problems } = await evaluateMetrics({ 'tickets.csv': head + rows }, `x: ${entry}`);
  expect(problems.map(({ what }) => what.zh)).toEqual([]);
  return values.x!;
}

describe('Wikipedia, Percentile: the 40th of 15, 20, 35, 40, 50', () => {
  const rows = [15, 20, 35, 40, 50]
    .map((hours, at) => {
      const [day, hour] = [2 + Math.floor(hours / 24), hours % 24];
      return ticket(
        at,
        '2026-03-02T00:00:00+08:00',
        `2026-03-0${day}T${String(hour).padStart(2, '0')}:00:00+08:00`,
      );
    })
    .join('');
  test.each([
    ['nearest', '20 小时'],
    ['inclusive', '29 小时'],
    ['exclusive', '26 小时'],
  ])('%s: %s', async (rule, text) => {
    const value = await one(rows, `{ metric: resolution_hours, with: { percentile: 40, rule: ${rule} } }`);
    expect(value.text).toBe(text);
  });
  test('exclusive holds at both ends', async () => {
    const at = (percentile: number) =>
      one(rows, `{ metric: resolution_hours, with: { percentile: ${percentile}, rule: exclusive } }`);
    expect((await at(1)).text).toBe('15 小时');
    expect((await at(99)).text).toBe('50 小时');
  });
});

describe('working hours', () => {
  const hours = async (opened: string, closed: string, more = '') => {
    const withs = `{ clock: workdays${more} }`;
    return (await one(ticket(1, opened, closed), `{ metric: resolution_hours, with: ${withs} }`)).value;
  };
  test('Friday 17:00 to Monday 10:00 is two hours', async () => {
    expect(await hours('2026-03-06T17:00:00+08:00', '2026-03-09T10:00:00+08:00')).toBe(2);
  });
  test('nothing passes at night or on a weekend', async () => {
    expect(await hours('2026-03-06T19:00:00+08:00', '2026-03-08T12:00:00+08:00')).toBe(0);
  });
  test('a weekend day worked counts, a weekday off does not (调休)', async () => {
    const days = ", workdays: ['2026-03-07'], holidays: ['2026-03-09']";
    expect(await hours('2026-03-06T17:00:00+08:00', '2026-03-10T10:00:00+08:00', days)).toBe(1 + 9 + 1);
  });
  test('within one day, with hours of its own', async () => {
    expect(
      await hours('2026-03-04T08:00:00+08:00', '2026-03-04T23:00:00+08:00', ', open: 10.5, close: 22'),
    ).toBe(11.5);
  });
  test('the limit is then one of working hours', async () => {
    const rows = ticket(1, '2026-03-06T17:00:00+08:00', '2026-03-09T10:00:00+08:00');
    const attained = (clock: string) =>
      one(rows, `{ metric: sla_attainment, with: { hours: 2, clock: ${clock} } }`);
    expect((await attained('workdays')).text).toBe('100%');
    expect((await attained('hours')).text).toBe('0%');
  });
});
