import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

const numbers = '5 9 2 9 0 6 3 8 5 18 7 8 8 0 2 -5 0 5 6 7 3 6 1 4 4 4 30 7 5 8'.split(' ');
const files = {
  'series.csv': `date,value\n${numbers.map((x, day) => `2026-04-${String(day + 1).padStart(2, '0')},${x}\n`).join('')}`,
};
const ask = (name: string, more: string) =>
  `${name}: { metric: anomalies_s_h_esd, from: series, with: { step: row, period: 7${more} } }`;

test('each anomaly says which way it is out, and one side can be asked for', async () => {
  const { values, problems } = await evaluateMetrics(
    files,
    [ask('both', ', share: 0.2'), ask('high', ', side: high'), ask('low', ', side: low')].join('\n'),
  );
  expect(problems).toEqual([]);
  const found = (name: string) => [values[name]!.value, values[name]!.lineage.note];
  expect(found('both')).toEqual([3, expect.stringMatching(/18，偏高）、.*−?-5，偏低）、.*30，偏高）。/)]);
  expect(found('high')).toEqual([2, expect.not.stringContaining('偏低')]);
  expect(found('low')).toEqual([1, expect.stringContaining('（-5，偏低）')]);
});
