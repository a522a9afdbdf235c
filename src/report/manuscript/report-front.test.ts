import { expect, test } from 'vitest';
import { reportFront } from '../../schema/front-matter.ts';
import { buildFront, parseFront } from './report-front.ts';

const file = 'content/reports/r/index.mdx';
const written = {
  title: '报告',
  team: '一组',
  mentor: '王老师',
  period: { from: '2026-03-02', to: '2026-06-28' },
};
const parse = (corrections: object[]) => {
  const places = corrections.map((_, at) => [`corrections.${at}`, { file, line: 10 + at, column: 5 }]);
  const front = { ...written, corrections };
  return parseFront(reportFront, { front, frontPlaces: Object.fromEntries(places) }, file);
};

test('corrections stand with the last first', () => {
  const { front, problems } = parse([
    { date: '2026-07-02', what: '甲', where: '4.2 节' },
    { date: '2026-07-09', what: '乙' },
  ]);
  expect(problems).toEqual([]);
  expect(buildFront(front!, []).corrections).toEqual([
    { date: '2026-07-09', what: '乙' },
    { date: '2026-07-02', what: '甲', where: '4.2 节' },
  ]);
});

test('one without a day, or without what it is, is told where it stands', () => {
  const { problems } = parse([
    { date: '2026-07-02', what: '甲' },
    { date: '七月二日', what: '乙' },
    { date: '2026-07-09' },
  ]);
  expect([...new Set(problems.map(({ place }) => place.line))]).toEqual([11, 12]);
  expect(problems.every(({ severity }) => severity === 'error')).toBe(true);
});
