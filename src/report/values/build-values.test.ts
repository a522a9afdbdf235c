import { describe, expect, test } from 'vitest';
import { evaluateMetrics, openValues } from '../../test/evaluate-metrics.ts';

const adHeader = 'date,channel,campaign,impressions,clicks,cost,conversions,revenue\n';

async function one(files: Record<string, string>, entry: string) {
  const { values, problems } = await evaluateMetrics(files, `x: ${entry}`);
  expect(problems.map((problem) => problem.what.zh)).toEqual([]);
  return values.x!;
}

describe('published answers', () => {
  test('Google Ads Help, cost per conversion: $2.00 and $4.00 over 2 conversions is $3.00', async () => {
    const ads = `${adHeader}2026-03-02,SEM,a,10,1,2.00,1,0\n2026-03-03,SEM,a,10,1,4.00,1,0\n`;
    const cpa = await one({ 'ad_spend.csv': ads }, '{ metric: cpa, unit: 美元 }');
    expect(cpa.text).toBe('3.00 美元');
    expect(cpa.lineage.numerator?.text).toBe('6.00 美元');
    expect(cpa.lineage.denominator?.value).toBe(2);
    expect(cpa.direction).toBe('lower');
  });

  test('Google Ads API, average cost per click: 0.20 + 0.40 over 2 clicks is 0.30', async () => {
    const ads = `${adHeader}2026-03-02,SEM,a,10,1,0.20,0,0\n2026-03-03,SEM,a,10,1,0.40,0,0\n`;
    expect((await one({ 'ad_spend.csv': ads }, '{ metric: cpc }')).text).toBe('0.30 元/次');
  });

  test('Google Ads Help, clickthrough rate: 5 clicks of 100 impressions is 5 %, Wilson 2.15–11.18 (statsmodels)', async () => {
    const ads = `${adHeader}2026-03-02,SEM,a,100,5,1,0,0\n`;
    const ctr = await one({ 'ad_spend.csv': ads }, '{ metric: ctr }');
    expect(ctr.text).toBe('5%');
    expect(ctr.interval?.text).toBe('2.15%～11.18%');
  });

  test.each([
    ['$ variant', 1200, 800, '50%'],
    ['£ variant', 1500, 1200, '25%'],
  ])('Google Ads Help, return on investment, %s', async (_name, revenue, cost, expected) => {
    const ads = `${adHeader}2026-03-02,SEM,a,10,1,${cost},1,${revenue}\n`;
    expect((await one({ 'ad_spend.csv': ads }, '{ metric: roi }')).text).toBe(expected);
  });

  test('Google Ads Help, target ROAS: $5 for $1 is 500 %', async () => {
    const ads = `${adHeader}2026-03-02,SEM,a,10,1,1,1,5\n`;
    expect((await one({ 'ad_spend.csv': ads }, '{ metric: roas, unit: "%" }')).text).toBe('500%');
    expect((await one({ 'ad_spend.csv': ads }, '{ metric: roas }')).text).toBe('5 倍');
  });

  test('Cookie Cats, day-7 retention of gate_30 and gate_40: 19.0201 %, 18.2000 %', async () => {
    const ads = `${adHeader}2026-03-02,gate_30,a,44700,8502,1,0,0\n2026-03-02,gate_40,a,45489,8279,1,0,0\n`;
    const { points } = await one({ 'ad_spend.csv': ads }, '{ metric: ctr, by: channel, digits: 4 }');
    expect(points.map((point) => point.text)).toEqual(['19.0201%', '18.2000%']);
  });

  test('statistics textbook (hezhiquan.com), plan fulfilment: 1 120 of 1 000 is 112 %', async () => {
    const files = {
      'users.csv': `user_id,registered_at,channel\n${Array.from({ length: 1120 }, (_, at) => `u${at},2026-03-02T10:00:00+08:00,SEM`).join('\n')}\n`,
      'goals.csv': 'kpi,direction,unit,baseline,target\n新增,higher,人,900,1000\n',
    };
    const value = await one(files, '{ metric: new_users, target: goals.新增, baseline: goals.新增 }');
    expect(value.attainment?.text).toBe('112%');
    expect(value.target).toEqual({ value: 1000, text: '1,000 人', source: 'goals.新增' });
    expect(value.baseline?.text).toBe('900 人');
  });

  test('year on year +150 % is 2.5 times the base (subject.md N14)', async () => {
    const rows = [
      ['2025-W10', 40],
      ['2025-W11', 60],
      ['2026-W10', 100],
      ['2026-W11', 150],
    ].map(([week, index]) => `${week},品牌,指数,${index}`);
    const files = { 'search_index.csv': `week,term,tool,index\n${rows.join('\n')}\n` };
    const entry = '{ metric: change_rate, from: search_index, during: 2026-03-02..2026-03-15 }';
    const value = await one(files, entry);
    expect(value.text).toBe('150%');
    expect(value.lineage.rows).toBe(4);
  });
});

describe('by', () => {
  const ads = `${adHeader}2026-03-02,SEM,a,10,1,30,1,0\n2026-03-04,SEM,a,10,1,10,3,0\n2026-03-17,SEO,a,10,1,5,0,0\n`;

  test('totals are recomputed and weeks have no gaps', async () => {
    const value = await one({ 'ad_spend.csv': ads }, '{ metric: cpa, by: week }');
    expect(value.text).toBe('11.25 元/人');
    expect(value.points).toEqual([
      {
        key: '2026-W10',
        label: '实训第 1 周',
        value: 10,
        text: '10.00 元/人',
        numerator: 40,
        denominator: 4,
        n: 2,
      },
      { key: '2026-W11', label: '实训第 2 周', value: null, text: '—', numerator: 0, denominator: 0, n: 0 },
      { key: '2026-W12', label: '实训第 3 周', value: null, text: '—', numerator: 5, denominator: 0, n: 1 },
    ]);
  });

  test('during stretches the series over the whole period; weeks of which nothing is known are gaps', async () => {
    const value = await one(
      { 'ad_spend.csv': ads },
      '{ metric: clicks, by: week, during: 2026-03-02..2026-03-29 }',
    );
    expect(value.points.map((point) => point.text)).toEqual(['2 次', '—', '1 次', '—']);
  });

  test('two dimensions fill the group', async () => {
    const value = await one({ 'ad_spend.csv': ads }, '{ metric: cost, by: [month, channel] }');
    expect(value.points.map(({ key, label, group, text }) => [key, label, group, text])).toEqual([
      ['2026-03', '3 月*', 'SEM', '40.00 元'],
      ['2026-03', '3 月*', 'SEO', '5.00 元'],
    ]);
  });

  test('a member of a series is what the same filter gives alone', async () => {
    const metrics = [
      'all: { metric: cpa, by: channel }',
      `sem: { metric: cpa, where: "channel = 'SEM'" }`,
      'week: { metric: cpa, by: week }',
      'first: { metric: cpa, during: 2026-03-02..2026-03-08 }',
    ].join('\n');
    const { values } = await evaluateMetrics({ 'ad_spend.csv': ads }, metrics);
    expect(values.all!.points[0]!.value).toBe(values.sem!.value);
    expect(values.week!.points[0]!.value).toBe(values.first!.value);
  });

  test('days are those of the report’s zone, weeks are ISO weeks', async () => {
    // 2026-03-01T20:00Z is Monday 2 March in Shanghai.
    const users =
      'user_id,registered_at,channel,is_test\na,2026-03-01T20:00:00Z,x,false\nb,2026-03-02T01:00:00Z,x,true\n';
    const value = await one({ 'users.csv': users }, '{ metric: new_users, by: day }');
    expect(value.value).toBe(1);
    expect(value.points.map((point) => point.key)).toEqual(['2026-03-02']);
  });
});

const events = [
  'user_id,event,ts',
  'a,visit,2026-03-02T23:59:00+08:00',
  'a,pay,2026-03-03T00:01:00+08:00',
  'b,pay,2026-03-02T10:00:00+08:00',
  'b,visit,2026-03-02T11:00:00+08:00',
  'c,visit,2026-03-02T12:00:00+08:00',
  'c,pay,2026-03-12T12:00:00+08:00',
  '',
].join('\n');

describe('events', () => {
  test('conversion counts users in order, once, within the window', async () => {
    const steps = '{ start: visit, finish: pay }';
    const free = await one({ 'events.csv': events }, `{ metric: conversion_rate, with: ${steps} }`);
    expect([free.lineage.numerator?.text, free.lineage.denominator?.text]).toEqual(['2 人', '3 人']);
    expect(free.text).toBe('66.7%');
    const week = '{ start: visit, finish: pay, window_days: 7 }';
    expect((await one({ 'events.csv': events }, `{ metric: conversion_rate, with: ${week} }`)).text).toBe(
      '33.3%',
    );
  });

  test('a funnel of funnel_def has its steps as points', async () => {
    const files = {
      'events.csv': events,
      'funnel_def.csv':
        'funnel,step_no,event,filter,window_s,label\n购买,1,visit,,86400,访问\n购买,2,pay,,86400,支付\n',
    };
    const value = await one(files, '{ metric: funnel, with: { funnel: 购买 } }');
    expect(value.text).toBe('1 人');
    expect(value.points.map(({ key, label, value: count }) => [key, label, count])).toEqual([
      ['visit', '访问', 3],
      ['pay', '支付', 1],
    ]);
    expect(value.lineage.tables).toEqual(['events', 'funnel_def']);
  });

  test('day 1 of retention is the next calendar day, two minutes later at midnight (metrics.md R5)', async () => {
    const value = await one({ 'events.csv': events }, '{ metric: retention, with: { day: 1 } }');
    expect(value.text).toBe('33.3%');
    expect(value.lineage.denominator?.value).toBe(3);
  });
});

describe('formulas', () => {
  const metrics = [
    '成本: { metric: cost, from: ad_spend, by: channel }',
    '转化: { metric: conversions, from: ad_spend, unit: 人, by: channel }',
    '单价: { formula: 成本 / 转化 }',
    '期初: { sql: "select 2.5", unit: "%" }',
    '期末: { sql: "select 4.8", unit: "%" }',
    '提升: { formula: 期末 - 期初 }',
    '增幅: { formula: 提升 / 期初, unit: "%" }',
    '增幅二: { formula: (期末 - 期初) / 期初 * 100, unit: "%" }',
    '增幅三: { formula: （期末－期初）÷期初×100% }',
    '占比: { formula: 成本 / 总成本, unit: "%" }',
    '总成本: { metric: cost, from: ad_spend }',
  ].join('\n');
  const ads = `${adHeader}2026-03-02,SEM,a,10,1,30,1,0\n2026-03-04,SEO,a,10,1,10,3,0\n`;

  test('units, texts, series and lineage', async () => {
    const { values, problems } = await evaluateMetrics({ 'ad_spend.csv': ads }, metrics);
    expect(problems).toEqual([]);
    expect(values.单价!.text).toBe('10.00 元/人');
    expect(values.单价!.points.map((point) => [point.key, point.text])).toEqual([
      ['SEM', '30.00 元/人'],
      ['SEO', '3.33 元/人'],
    ]);
    expect(values.提升!.text).toBe('2.3 个百分点');
    for (const name of ['增幅', '增幅二', '增幅三']) expect(values[name]!.text, name).toBe('92%');
    expect(values.占比!.points.map((point) => point.text)).toEqual(['75%', '25%']);
    expect(values.增幅!.lineage).toMatchObject({
      kind: 'formula',
      formula: '提升 ÷ 期初 × 100%',
      inputs: ['提升', '期初'],
    });
    expect(values.单价!.lineage.rows).toBe(4);
    expect(values.单价!.lineage.files.map((file) => file.path)).toEqual(['data/r/ad_spend.csv']);
    expect(values.单价!.lineage.mathml).toContain('<mfrac>');
  });
});

describe('a formula over series that differ', () => {
  const weekly = `${adHeader}2026-03-02,SEM,a,10,1,30,1,0\n2026-03-16,SEO,a,10,1,10,3,0\n`;
  const readMembers = async (formula: string, ...more: string[]) => {
    const { values, problems } = await evaluateMetrics(
      { 'ad_spend.csv': weekly },
      [
        'early: { metric: cost, by: week, during: 2026-03-02..2026-03-15 }',
        'all: { metric: cost, by: week }',
        'channels: { metric: cost, by: channel }',
        `x: { formula: ${formula} }`,
        ...more,
      ].join('\n'),
    );
    return { points: values.x!.points.map(({ key, text }) => [key, text]), problems };
  };
  test('members that one lacks are not available, which is a problem', async () => {
    const { points, problems } = await readMembers('all / early');
    expect(points).toEqual([
      ['2026-W10', '1'],
      ['2026-W11', '—'],
      ['2026-W12', '—'],
    ]);
    expect(problems.map(({ id, what }) => [id, what.zh])).toEqual([
      ['formula-series-differ', expect.stringContaining('“all”的 实训第 3 周')],
    ]);
  });
  test('with nothing in common there is a total alone, and that is a problem', async () => {
    const { points, problems } = await readMembers('all / channels');
    expect(points).toEqual([]);
    expect(problems.map(({ id }) => id)).toEqual(['formula-series-differ']);
  });
  test('the same members in another order are the same', async () => {
    expect((await readMembers('all - all')).problems).toEqual([]);
  });
});

test('English: words, units, labels', async () => {
  const ads = `${adHeader}2026-03-02,SEM,a,10,1,30,1,0\n`;
  const { values } = await evaluateMetrics({ 'ad_spend.csv': ads }, 'CPA: { metric: cpa, by: week }', 'en');
  expect(values.CPA!.text).toBe('30.00 CNY/person');
  expect(values.CPA!.points[0]!.label).toBe('training week 1*');
  expect(values.CPA!.lineage.formula).toBe('cost ÷ conversions');
});

test('a value can be filtered as a figure wants it', async () => {
  const ads = `${adHeader}2026-03-02,SEM,a,10,1,30,1,0\n2026-03-04,SEO,a,10,1,10,3,0\n`;
  const built = await openValues({ 'ad_spend.csv': ads }, 'c: { metric: cost }\nq: { formula: c * 2 }');
  const place = { file: 'content/a.mdx', line: 3, column: 1 };
  const cost = await built.filterValue('c', { by: ['channel'], from: '2026-03-03' }, place);
  expect('points' in cost && cost.points.map((point) => [point.key, point.value])).toEqual([['SEO', 10]]);
  const double = await built.filterValue('q', { where: "channel = 'SEM'" }, place);
  expect('value' in double && double.value).toBe(60);
  const wrong = await built.filterValue('c', { by: ['chanel'] }, place);
  expect(Array.isArray(wrong) && wrong.map((one) => [one.id, one.place.line])).toEqual([
    ['unknown-column', 3],
  ]);
  await built.close();
});

test('an open end of a filter is where the report, or else the data, end', async () => {
  const ads = `${adHeader}2026-03-02,SEM,a,10,1,30,1,0\n2026-03-18,SEO,a,10,1,10,3,0\n`;
  const metrics = 'all: { metric: cost, by: week }\nterm: { metric: cost, by: week, during: report }';
  const built = await openValues({ 'ad_spend.csv': ads }, metrics);
  const place = { file: 'content/a.mdx', line: 3, column: 1 };
  const keys = async (name: string) => {
    const value = await built.filterValue(name, { from: '2026-03-09' }, place);
    return 'points' in value ? value.points.map((point) => point.key) : value;
  };
  expect(await keys('all')).toEqual(['2026-W12']);
  // The report's period ends on 2026-06-21, a Sunday in ISO week 25.
  expect(await keys('term')).toEqual(Array.from({ length: 15 }, (_, at) => `2026-W${at + 11}`));
  await built.close();
});
