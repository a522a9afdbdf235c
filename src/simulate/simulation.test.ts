import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { growthLabPlan } from './reports/growth-lab/growth-lab-plan.ts';
import { simulate } from './simulation.ts';

const files = simulate({ report: 'growth-lab' });

type Row = Record<string, string>;
const parseRows = (table: string): Row[] =>
  parse(files.find(({ file }) => file.endsWith(`/${table}.csv`))!.text, { columns: true }) as Row[];
const sumColumn = (of: Row[], column: string) => of.reduce((sum, row) => sum + Number(row[column]), 0);
const collectUserIds = (of: Row[], event: string) =>
  new Set(of.filter((row) => row.event === event).map((row) => row.user_id));

describe('the demo data', () => {
  test('stay small enough for a repository', () => {
    const events = files.find(({ file }) => file.endsWith('/events.csv'))!;
    expect(Buffer.byteLength(events.text)).toBeLessThan(4_000_000);
    expect(events.rows).toBeGreaterThan(30_000);
  });

  test('no column holds a result', () => {
    // What a key result came to, and what the bills say, are records of their own: they are checked below.
    for (const { file, text } of files.filter((each) => !/\/(okr|budget)\.csv$/.test(each.file))) {
      expect(text.split('\n')[0], file).not.toMatch(/\b(actual|\w+_rate|cvr|roi|cpa|attainment)\b/i);
    }
  });
});

describe('the course comes out of the rows', () => {
  const events = parseRows('events');
  const target = Number(parseRows('goals').find((goal) => goal.kpi === '新增用户')!.target);
  const fresh = parseRows('users').filter(
    (user) => user.is_test === 'false' && user.registered_at! >= '2026-03-02',
  );

  test('new users are 130 % of the target, and each has one register event', () => {
    expect(fresh.length / target).toBeCloseTo(1.3, 10);
    expect(collectUserIds(events, 'register')).toEqual(new Set(fresh.map((user) => user.user_id)));
  });

  test.each([
    ['2026-03-02', '2026-03-29', 2.5],
    ['2026-05-25', '2026-06-21', 4.8],
  ])('visit to pay from %s to %s is %d %%', (from, to, percent) => {
    const there = events.filter(({ ts }) => ts!.slice(0, 10) >= from && ts!.slice(0, 10) <= to);
    const visitors = collectUserIds(there, 'visit');
    const payers = collectUserIds(there, 'pay');
    expect([...payers].every((payer) => visitors.has(payer))).toBe(true);
    expect((payers.size / visitors.size) * 100).toBeCloseTo(percent, 10);
  });

  test('the two campaigns were seen more than a million times', () => {
    const exposure = parseRows('campaign_exposure');
    expect(new Set(exposure.map((row) => row.campaign_id)).size).toBe(2);
    expect(sumColumn(exposure, 'impressions')).toBeGreaterThan(1_000_000);
  });

  test('the index of the brand is 2.5 times that of last year', () => {
    const brand = parseRows('search_index').filter((row) => row.term!.startsWith('拾光'));
    const of = (year: string) =>
      sumColumn(
        brand.filter((row) => row.week!.startsWith(year)),
        'index',
      );
    expect(of('2026')).toBe(2.5 * of('2025'));
  });

  test('SEM is cheaper first, SEO later; cumulative costs cross in May', () => {
    const month = (arm: string, to: string, from = '2026-03') =>
      parseRows('ad_spend').filter(
        (row) => row.channel === arm && row.date!.slice(0, 7) >= from && row.date!.slice(0, 7) <= to,
      );
    const cpa = (arm: string, at: string) =>
      sumColumn(month(arm, at, at), 'cost') / sumColumn(month(arm, at, at), 'conversions');
    expect(cpa('SEM', '2026-03')).toBeLessThan(cpa('SEO', '2026-03'));
    expect(cpa('SEM', '2026-05')).toBeGreaterThan(cpa('SEO', '2026-05'));
    const ahead = (to: string) => sumColumn(month('SEO', to), 'cost') <= sumColumn(month('SEM', to), 'cost');
    expect(['2026-03', '2026-04', '2026-05', '2026-06'].map(ahead)).toEqual([false, false, true, true]);
  });

  test('one week has no review, one task is late, contributions make 1', () => {
    expect(parseRows('weekly_review').length).toBe(15);
    expect(parseRows('tasks').filter((task) => task.actual_end! > task.end_date!).length).toBe(1);
    expect(sumColumn(parseRows('members'), 'contribution')).toBeCloseTo(1, 10);
  });
});

describe('tables agree with each other', () => {
  test('spend counts as conversions exactly those who registered, channel by channel', () => {
    const users = parseRows('users').filter(
      (user) => user.is_test === 'false' && user.registered_at! >= '2026-03-02',
    );
    for (const channel of new Set(users.map((user) => user.channel))) {
      const spent = parseRows('ad_spend').filter((row) => row.channel === channel);
      expect(sumColumn(spent, 'conversions'), channel).toBe(
        users.filter((user) => user.channel === channel).length,
      );
    }
  });

  test('every payment has its order at the same second', () => {
    const paid = parseRows('orders').filter((order) => order.paid_at !== '');
    const key = (row: Row, at: string) => `${row.user_id} ${row[at]}`;
    const events = parseRows('events').filter((row) => row.event === 'pay');
    expect(new Set(paid.map((row) => key(row, 'paid_at')))).toEqual(
      new Set(events.map((row) => key(row, 'ts'))),
    );
  });

  test('nobody registers, fills a cart or pays before the visit', () => {
    const first = new Map<string, string>();
    for (const { user_id, ts, event } of parseRows('events')) {
      if (!first.has(user_id!)) first.set(user_id!, ts!);
      if (event !== 'visit') expect(first.get(user_id!)! <= ts!).toBe(true);
    }
  });

  test('the last review of a piece is a pass before it comes out', () => {
    const log = parseRows('review_log');
    for (const { content_id, published_at } of parseRows('content_calendar')) {
      const last = log.filter((row) => row.content_id === content_id).at(-1)!;
      expect([last.stage, last.verdict]).toEqual(['终审', '通过']);
      if (published_at) expect(last.at! < published_at).toBe(true);
    }
  });
});

describe('what is planted', () => {
  test('the day of the anomaly has the most visits', () => {
    const byDay = new Map<string, number>();
    for (const { date, sessions } of parseRows('traffic')) {
      byDay.set(date!, (byDay.get(date!) ?? 0) + Number(sessions));
    }
    expect([...byDay].sort((a, b) => b[1] - a[1])[0]![0]).toBe('2026-05-19');
  });

  test('one source is wrong on one day, and there the flow of the day agrees with it', () => {
    const readCounts = (source: string) =>
      parseRows('recon').filter((row) => row.metric === '新增用户' && row.source === source);
    const truth = readCounts('业务数据库');
    const wrong = readCounts('统计工具').filter((row, at) => row.value !== truth[at]!.value);
    expect(wrong.map(({ date }) => date)).toEqual(['2026-05-27']);
    const day = parseRows('traffic').filter(({ date }) => date === '2026-05-27');
    expect(sumColumn(day, 'conversions')).toBe(Number(wrong[0]!.value));
  });

  test('the ring shares devices, is flagged whole, and was paid nothing', () => {
    const referrals = parseRows('referrals');
    const devices = Map.groupBy(referrals, (row) => row.device_hash);
    const shared = [...devices.values()].filter((group) => group.length > 1).flat();
    const flagged = parseRows('fraud_flags').filter(({ rule }) => rule === '同设备多账号');
    expect(shared.map(({ invitee_id }) => invitee_id).sort()).toEqual(
      flagged.map(({ user_id }) => user_id).sort(),
    );
    expect(sumColumn(shared, 'rewarded')).toBe(0);
    expect(shared.length).toBe(16);
  });
});

describe('records agree with what they record', () => {
  test('channels in the budget cost what was spent on them', () => {
    for (const { line, actual } of parseRows('budget').filter((row) => row.line!.endsWith('投放'))) {
      const spent = parseRows('ad_spend').filter(({ channel }) => `${channel}投放` === line);
      expect(sumColumn(spent, 'cost'), line).toBeCloseTo(Number(actual), 2);
    }
  });

  test('key results that count users, orders and pieces are the counts', () => {
    const actual = (part: string) => Number(parseRows('okr').find(({ kr }) => kr!.includes(part))!.actual);
    expect(actual('支付订单')).toBe(parseRows('orders').filter(({ paid_at }) => paid_at !== '').length);
    expect(actual('邀请有礼')).toBe(parseRows('referrals').length);
    expect(actual('篇内容')).toBe(
      parseRows('content_calendar').filter((row) => row.published_at !== '').length,
    );
  });

  test('a discount is a coupon of that value', () => {
    const coupons = new Map(parseRows('coupons').map((row) => [row.coupon_id, row]));
    for (const { order_id, coupon_id, discount, paid_at } of parseRows('orders')) {
      expect(coupon_id !== '').toBe(Number(discount) > 0);
      if (paid_at !== '' && coupon_id !== '') {
        const coupon = coupons.get(coupon_id!)!;
        expect([coupon.order_id, coupon.value, coupon.redeemed_at]).toEqual([order_id, discount, paid_at]);
      }
    }
  });
});

describe('seed and scale', () => {
  test('another seed gives other rows and the same course', () => {
    const other = simulate({ seed: 7, report: 'other' });
    expect(other[0]!.file).toBe('data/other/ad_spend.csv');
    expect(other.map(({ text }) => text)).not.toEqual(files.map(({ text }) => text));
    const users = parse(other.find(({ file }) => file.endsWith('/users.csv'))!.text, {
      columns: true,
    }) as Row[];
    expect(users.length).toBe(parseRows('users').length);
  });

  test('scale multiplies people', () => {
    const half = simulate({ seed: growthLabPlan.seed, report: 'half', scale: 0.5 });
    const size = (all: typeof files) => all.find(({ file }) => file.endsWith('/users.csv'))!.rows;
    expect(size(half) / size(files)).toBeCloseTo(0.5, 1);
  });
});
