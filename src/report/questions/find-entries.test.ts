import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { type AskedTable, findEntries } from './find-entries.ts';

const tables: AskedTable[] = [
  {
    name: 'orders',
    columns: [
      { name: 'order_id', type: 'text' },
      { name: 'amount', type: 'number' },
    ],
  },
  { name: 'users', columns: [] },
];

describe('what is asked leads to an entry', () => {
  test.each([
    ['转化率', 'conversion_rate'],
    ['环比', 'over: change_rate'],
    ['增长率', 'over: change_rate'],
    ['同比', 'over: year_before'],
    ['占比', 'metric: share'],
    ['分享率', 'share_rate'],
    ['客单价', 'amount'],
    ['中位数', 'metric: median'],
    ['P90', 'metric: quantile'],
    ['次日留存', 'metric: retention'],
    ['复购', 'repurchase'],
    ['累计新增', 'over: cumulative'],
    ['日活', 'metric: dau'],
    ['排名', 'over: rank'],
    ['高峰时段', 'by: hour'],
    ['年龄段', '{ age: ['],
    ['库存', 'from: stock'],
    ['前五', 'metric: top_share'],
    ['median order', 'metric: median'],
    ['week on week', 'over: change_rate'],
    ['retention', 'metric: retention'],
    ['share', 'metric: share'],
  ])('%s: %s', (asked, wanted) => {
    const found = findEntries(asked, 'zh', undefined);
    expect(
      found
        .slice(0, 6)
        .map(({ entry, about }) => `${entry} ${about}`)
        .join('\n'),
    ).toContain(wanted);
    for (const { entry } of found) expect(() => parse(entry)).not.toThrow();
  });

  test('nothing for what is no question, and little for everything', () => {
    expect(findEntries('qwxyz', 'zh', undefined)).toEqual([]);
    expect(findEntries('', 'zh', undefined)).toEqual([]);
    expect(findEntries('占比', 'zh', undefined).length).toBeLessThanOrEqual(9);
  });

  test('tables of the report come first and are filled in; those that lack are named', () => {
    const found = findEntries('中位数', 'zh', tables);
    const ready = found.findIndex(({ missing }) => missing.length > 0);
    expect(ready).toBeGreaterThan(0);
    expect(found.slice(ready).every(({ missing }) => missing.length > 0)).toBe(true);
    expect(found.find(({ kind, name }) => kind === 'metric' && name === '中位数')?.entry).toBe(
      '{ metric: median, from: orders, column: amount }',
    );
    const [retention] = findEntries('次日留存', 'zh', tables);
    expect(retention?.missing).toEqual(['events']);
  });

  test('in English it is named in English', () => {
    expect(findEntries('median', 'en', undefined)[0]?.name).toMatch(/^Median/);
  });
});
