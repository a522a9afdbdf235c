/** Parts and what was left out are the whole, counted here from the cells. */
import { describe, expect, test } from 'vitest';
import { Random } from '../../../simulate/random.ts';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

interface Cells {
  date: string;
  channel: string;
  visits: string;
}

const period = { from: '2026-03-02', to: '2026-06-21' };
const channels = ['SEM', 'SEO', '社群', ''];

/** Dates from before the training to after it, one in eight cells empty. */
function drawRows(seed: number, count: number): Cells[] {
  const random = new Random(seed);
  const next = () => random.next();
  const day = () =>
    new Date(Date.UTC(2026, 0, 5) + Math.floor(next() * 200) * 86_400_000).toISOString().slice(0, 10);
  return Array.from({ length: count }, () => ({
    date: next() < 1 / 8 ? '' : day(),
    channel: channels[Math.floor(next() * channels.length)]!,
    visits: next() < 1 / 8 ? '' : String(Math.floor(next() * 50)),
  }));
}

const entries = {
  全部: '{ metric: count, from: visits, unit: 行 }',
  每周: '{ metric: count, from: visits, by: week, unit: 行 }',
  渠道: '{ metric: sum, from: visits, with: { column: visits }, by: channel, unit: 次 }',
  周与渠道: '{ metric: sum, from: visits, with: { column: visits }, by: [week, channel], unit: 次 }',
  期内每日: '{ metric: count, from: visits, during: report, by: day, unit: 行 }',
  期内: `{ metric: mean, from: visits, during: report, where: "channel = 'SEM'", with: { column: visits }, unit: 次 }`,
};

const isInside = ({ date }: Cells) => date !== '' && date >= period.from && date <= period.to;
const isUndated = ({ date }: Cells) => date === '';
const isSearch = ({ channel }: Cells) => channel === 'SEM';

describe.each([1, 2, 3, 4])('rows of the table %i', async (seed) => {
  const rows = drawRows(seed, 400);
  const text = rows.map(({ date, channel, visits }, i) => `${date},${channel},${visits},访${i}\n`).join('');
  const yaml = Object.entries(entries).map(([name, entry]) => `${name}: ${entry}\n`);
  const { values, problems } = await evaluateMetrics(
    { 'visits.csv': `date,channel,visits,visitor\n${text}` },
    yaml.join(''),
  );
  const count = (isCounted: (row: Cells) => boolean) => rows.filter(isCounted).length;

  test('what is left out is told by its reason', () => {
    expect(values.全部!.lineage.account).toBeUndefined();
    expect(values.每周!.lineage.account).toMatchObject({
      rows: 400,
      filtered: 0,
      undated: count(isUndated),
      outside: 0,
      beyond: count((row) => !isUndated(row) && !isInside(row)),
    });
    expect(values.期内!.lineage.account).toMatchObject({
      filtered: count((row) => !isSearch(row)),
      undated: count((row) => isSearch(row) && isUndated(row)),
      outside: count((row) => isSearch(row) && !isUndated(row) && !isInside(row)),
      blank: [
        { column: 'visits', rows: count((row) => isSearch(row) && isInside(row) && row.visits === '') },
      ],
    });
  });

  test.each(Object.keys(entries))('%s: parts and rows left out are the whole', (name) => {
    const { points, lineage } = values[name]!;
    const { filtered = 0, outside = 0, undated = 0 } = lineage.account ?? {};
    const inPeriod = lineage.period !== undefined;
    expect(lineage.rows + filtered + outside + (inPeriod ? undated : 0)).toBe(400);
    if (points.length === 0) return;
    const parts = points.reduce((sum, { n = 0 }) => sum + n, 0);
    expect(parts + (inPeriod ? 0 : undated)).toBe(lineage.rows);
  });

  test('is told once a column, with the values that are meant', () => {
    expect(problems.map(({ id }) => id)).toEqual(['rows-beyond-period']);
    expect(problems[0]!.what.zh).toContain(`${count((row) => !isUndated(row) && !isInside(row))} 行`);
    expect(problems[0]!.what.zh).toContain('“每周”、“周与渠道”');
  });
});

test('the account is a sentence in the language of the report', async () => {
  const files = { 'visits.csv': 'date,visits\n2026-03-02,1\n,2\n2026-03-09,\n2025-01-01,4\n' };
  const metrics = '每周: { metric: sum, from: visits, with: { column: visits }, by: week, unit: 次 }\n';
  const [zh, en] = [await evaluateMetrics(files, metrics), await evaluateMetrics(files, metrics, 'en')];
  expect(zh.values.每周!.lineage.account!.text).toBe(
    '表中 4 行，用了 4 行，其中实训期之外 1 行，没有时间 1 行（在合计里，不在各部分里），“visits”为空 1 行',
  );
  expect(en.values.每周!.lineage.account!.text).toBe(
    '4 of 4 rows used; of these outside of the training: 1; without a time, in the total but in no part: 1; visits empty: 1',
  );
});

test('rows of which `of` cannot be told are left out of the share, and counted', async () => {
  const files = { 'marks.csv': 'name,value\na,10\nb,20\nc,\n' };
  const { values } = await evaluateMetrics(files, 'x: { metric: share, from: marks, of: value > 10 }');
  expect(values.x?.value).toBe(50);
  expect(values.x?.lineage.account).toMatchObject({ rows: 3, unknown: 1 });
  expect(values.x?.lineage.account?.text).toContain('说不清算不算 1 行');
});
