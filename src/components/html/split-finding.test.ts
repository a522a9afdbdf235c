import { expect, test } from 'vitest';
import { splitFinding } from './split-finding.ts';

const clauses = [
  { claims: [], text: '访问 3 次，支付 1 次' },
  { claims: [], text: '流失最多的是访问' },
];

test.each([
  ['two clauses', '访问 3 次，支付 1 次；流失最多的是访问。', ['访问 3 次，支付 1 次', '流失最多的是访问。']],
  [
    'one clause and a note',
    '访问 3 次，支付 1 次。另有 2 行没有时间。',
    ['访问 3 次，支付 1 次', '另有 2 行没有时间。'],
  ],
  ['one clause', '访问 3 次，支付 1 次。', ['访问 3 次，支付 1 次', '']],
])('%s', (_, finding, [title, rest]) => expect(splitFinding({ finding, clauses })).toEqual({ title, rest }));

test('a sentence in English keeps its capital', () => {
  const finding = 'All above zero: prompt; not told from zero: page.';
  expect(splitFinding({ finding, clauses: [{ claims: [], text: 'all above zero: prompt' }] })).toEqual({
    title: 'All above zero: prompt',
    rest: 'not told from zero: page.',
  });
});

test('where nothing is found there is no title; a note stays', () => {
  expect(splitFinding({ finding: '', clauses: [] })).toEqual({ title: '', rest: '' });
  expect(splitFinding({ finding: '另有 2 行没有时间。', clauses: [] }).rest).toBe('另有 2 行没有时间。');
});
