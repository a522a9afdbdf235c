import { expect, test } from 'vitest';
import { createSampleBook } from '../test/sample-book.ts';
import { buildErrorOverlay } from './dev-server.ts';

test('the overlay names the first problem and lists all', () => {
  const [problem] = createSampleBook().problems;
  if (!problem) throw new Error('the sample has a problem');
  const other = { ...problem, id: 'other', place: { file: 'a.csv', line: 3, column: 2 } };
  const shown = buildErrorOverlay([problem, other], 'zh');
  expect(shown.title).toBe(problem.what.zh);
  expect(shown.hint).toBe(problem.cure.zh);
  expect(shown.message).toBe('content/reports/sample/index.mdx');
  expect(shown.stack).toContain('2. a.csv:3:2  other');
});
