import { expect, test } from 'vitest';
import { metrics } from '../../../metrics/library.ts';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const rows =
  'day,素材,impressions,clicks\n2026-03-02,甲,100,50\n2026-03-03,丙,100,\n2026-03-04,丁,,\n2026-03-05,戊,100,50\n';
const find = async (files: Record<string, string>, entries: string) => {
  const { values, problems } = await evaluateMetrics(files, entries);
  return { values, told: problems.map(({ id, place }) => `${id} ${place.cell}`), problems };
};

test('a row with one side only is in neither sum, and told once', async () => {
  const { values, told, problems } = await find(
    { '投放.csv': rows },
    '率: { metric: ctr, from: 投放 }\n分: { metric: ctr, from: 投放, by: day }\n额: { metric: clicks, from: 投放 }\n',
  );
  expect([values.率?.value, values.率?.lineage.denominator?.value]).toEqual([50, 200]);
  expect(values.分?.points.map(({ value }) => value)).toEqual([50, null, null, 50]);
  expect(told).toEqual(['ratio-half-blank clicks!2']);
  expect(problems[0]!.what.zh).toContain('有 1 行比值的分子、分母只填了一边');
  expect(problems[0]!.cure.zh).toContain('columns: { clicks: { blank: zero } }');
});

test('blank: zero makes it a third', async () => {
  const { values, told } = await find(
    {
      '投放.csv': rows,
      'tables.yaml': '投放.csv: { columns: { clicks: { blank: zero }, impressions: { blank: zero } } }\n',
    },
    '率: { metric: ctr, from: 投放 }\n',
  );
  expect([values.率?.text, told]).toEqual(['33.3%', []]);
});

test('orders without an amount are no orders of 0', async () => {
  const { values } = await find(
    { 'orders.csv': 'order_id,user_id,amount,status,created_at\n1,a,100,paid,2026-03-02T10:00:00+08:00\n' },
    '笔: { metric: aov }\n',
  );
  expect(values.笔?.value).toBe(100);
  const free = await find(
    { '单.csv': '编号,用户,金额,day\n1,a,100,2026-03-02\n2,b,,2026-03-02\n' },
    '笔: { metric: aov, from: 单, with: { order: 编号, user: 用户, amount: 金额 } }\n',
  );
  expect(free.values.笔?.value).toBe(100);
});

/** Averages and quotients of counts have one column; of the others a new metric must say how it takes blanks. */
test('every quotient of two sums says which columns belong together', () => {
  const single = new Set([
    'mean',
    'satisfaction_mean',
    'search_index',
    'change_rate',
    'budget_variance_rate',
    'budget_use',
  ]);
  for (const [id, metric] of Object.entries(metrics)) {
    if (!metric.parts || single.has(id) || metric.solve || metric.joined) continue;
    const columns = Object.fromEntries(Object.keys(metric.columns).map((key) => [key, `"${key}"`]));
    const params = metric.params.safeParse({ session: 'x' });
    let sql = '';
    try {
      sql = metric.sql({
        from: 't',
        where: undefined,
        period: undefined,
        day: '"time"',
        time: '"time"',
        keys: [],
        columns,
        params: params.data ?? {},
        preRows: [],
      });
    } catch {
      continue;
    }
    const sums = new Set([...sql.matchAll(/sum\((?:"(\w+)")/g)].map((match) => match[1]));
    if (sums.size > 1) expect([id, metric.paired !== undefined]).toEqual([id, true]);
  }
});

test('a column called n is a column like others, and a column named by itself is the one looked at', async () => {
  const files = { 'marks.csv': 'name,score,n\na,80,1\nb,90,\nc,70,3\n' };
  const entry = 'x: { metric: weighted_mean, from: marks, column: score, with: { weight: n } }';
  const { values, problems } = await evaluateMetrics(files, entry);
  expect(values.x?.value).toBe(72.5);
  expect(problems.map(({ id, place }) => `${id} ${place.cell}`)).toEqual(['ratio-half-blank n!2']);
});

test('of two tables by one key, a group of which one side is all blank is a gap, and without rows 0', async () => {
  const at = '2026-03-02T10:00:00+08:00';
  const order = (id: number, user: string, amount: string, channel: string) =>
    `${id},${user},${amount},${at},paid,${channel}\n`;
  const visit = (user: string, channel: string) => `${user},visit,${at},${channel}\n`;
  const files = {
    'orders.csv': `order_id,user_id,amount,created_at,status,channel\n${order(1, 'u1', '50', 'A')}${order(2, 'u2', '', 'C')}${order(3, 'u3', '', 'A')}`,
    'events.csv': `user_id,event,ts,channel\n${visit('u1', 'A')}${visit('u3', 'A')}${visit('u2', 'C')}${visit('u4', 'D')}`,
  };
  const { values } = await find(
    files,
    '收入: { metric: arpu, by: channel }\n付费: { metric: pay_rate, by: channel }\n',
  );
  const read = (name: string) => values[name]?.points.map(({ label, value }) => [label, value]);
  expect(read('收入')).toEqual([
    ['A', 25],
    ['C', null],
    ['D', 0],
  ]);
  expect(read('付费')).toEqual([
    ['A', 100],
    ['C', 100],
    ['D', 0],
  ]);
  expect(values.收入?.value).toBe(12.5);
  expect(values.收入?.lineage.account?.text).toContain('“金额”为空 2 行');
});
