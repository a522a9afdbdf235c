/** The share of the largest, by how many or by which part of all. */
import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../../test/evaluate-metrics.ts';

/** Posts of authors: the first has as many as there are authors, the last one. */
function buildPosts(authors: number): string {
  const posts = Array.from({ length: authors }, (_, at) => `a${at},${authors - at}\n`);
  return `author_id,posts\n${posts.join('')}`;
}

const evaluateTop = (authors: number, top: string) =>
  evaluateMetrics(
    { 'writers.csv': buildPosts(authors) },
    `x: { metric: top_share, from: writers, column: posts, with: { item: author_id, top: ${top} }, unit: "%" }\n`,
  );

test.each([
  [30, '10%', 30 + 29 + 28],
  // Part of an author is a whole one.
  [31, '10%', 31 + 30 + 29 + 28],
  [300, '10%', Array.from({ length: 30 }, (_, at) => 300 - at).reduce((sum, one) => sum + one)],
  [30, '3', 30 + 29 + 28],
  [3, '0.5%', 3],
  [3, '100%', 6],
])('of %i authors the top %s', async (authors, top, largest) => {
  const { values, problems } = await evaluateTop(authors, top);
  expect(problems).toEqual([]);
  expect(values.x!.value).toBeCloseTo((100 * largest) / ((authors * (authors + 1)) / 2), 9);
});

test.each(['0', '0%', '101%', '-5%', 'ten', '10 %'])('the top %s is refused at its place', async (top) => {
  const { problems, broken } = await evaluateTop(3, `"${top}"`);
  expect(problems.map(({ place }) => [place.line, place.column])).toEqual([[1, expect.any(Number)]]);
  expect(problems.map(({ what, cure }) => `${what.zh} ${cure.zh}`).join()).toContain('top');
  expect(broken).toEqual(['x']);
});

test('a reviewer is a member', async () => {
  const { values, problems } = await evaluateMetrics(
    {
      'review_log.csv':
        'content_id,stage,reviewer,at,verdict,errors\nc1,初审,M1,2026-03-02T09:00:00+08:00,通过,0\nc1,终审,M2,2026-03-03T09:00:00+08:00,通过,0\n',
      'members.csv': 'member_id,name,role,duties,hours\nM1,甲,编辑,初审,10\nM2,乙,组长,终审,10\n',
    },
    'x: { metric: count, from: review_log, where: "members.role = \'组长\'" }\n',
  );
  expect(problems).toEqual([]);
  expect(values.x!.value).toBe(1);
});
