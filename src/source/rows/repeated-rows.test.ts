import { expect, test } from 'vitest';
import { evaluateMetrics } from '../../test/evaluate-metrics.ts';
import { readFiles } from '../read-files.sample.ts';

const head = 'event_id,user_id,event,ts\n';
const row = (id: string, user = 'a') => `${id},${user},visit,2026-03-02T10:00:00+08:00\n`;

test('rows that are there again count once, and places stay those of the file', async () => {
  const files = { 'events.csv': head + row('1') + row('1') + row('2') + row('3') + row('2') + row('2', 'b') };
  const { values } = await evaluateMetrics(files, 'n: { metric: count, from: events }\n');
  expect(values.n?.value).toBe(4);
  const { tables, problems } = await readFiles(files);
  expect(problems.map(({ id, place }) => [id, place.line])).toEqual([['repeated-rows', 3]]);
  expect(problems[0]!.what.zh).toContain('有 2 行');
  const [events] = tables;
  const content = events!.content;
  expect(content.kind === 'rows' && content.rows.map((_, at) => content.getPlace(at, 0).line)).toEqual([
    2, 4, 5, 7,
  ]);
});

test('without an id, in a table of its own, or with other content rows stay', async () => {
  const files = {
    'events.csv': head + row('') + row('') + row('1') + row('1', 'b'),
    '我的.csv': '编号,名称\n1,甲\n1,甲\n',
  };
  const { tables, problems } = await readFiles(files);
  expect(problems.filter(({ id }) => id === 'repeated-rows')).toEqual([]);
  expect(tables.map(({ content }) => content.kind === 'rows' && content.rows.length).sort()).toEqual([2, 4]);
});
