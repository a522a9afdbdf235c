import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';
import { nameColumnIn } from './column-words.ts';

const sum = { zh: '合计', en: 'sum' };

test.each([
  ['"消费"', '消费 的合计'],
  ['"ad_spend"."消费"', '消费 的合计'],
  ['"a ""b"""', 'a "b" 的合计'],
  ['"消费" * 2', '合计'],
  ['length("消费")', '合计'],
  [undefined, '合计'],
])('%s: %s', (column, text) => expect(nameColumnIn(sum, column).zh).toBe(text));

test('the ledger says what was added up', async () => {
  const files = { 'marks.csv': 'name,score,hours\na,80,1\nb,90,3\n' };
  const { values } = await evaluateMetrics(
    files,
    '和: { metric: sum, from: marks, column: score }\n比: { metric: ratio_of_sums, from: marks, with: { numerator: score, denominator: hours } }\n',
  );
  expect(values.和!.lineage.formula).toBe('score 的合计');
  expect(values.比!.lineage.formula).toBe('score 的合计 ÷ hours 的合计');
});
