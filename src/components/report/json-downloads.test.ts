import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { summarizeReport } from '../summary/report-summary.ts';
import { buildCourseJson, buildReportJson } from './json-downloads.ts';

test('report.json holds what machines ask for', () => {
  const json = JSON.parse(JSON.stringify(buildReportJson(createSampleBook())));
  expect(json.title).toBe('互联网运营实训报告');
  expect(json.chapters.map(({ slug }: { slug: string }) => slug)).toEqual(['background', 'results']);
  expect(json.figures[0]).toMatchObject({
    id: 'new-users',
    number: '1-1',
    kind: 'trend',
    chapter: 'background',
  });
  expect(json.tables[1]).toMatchObject({ id: 'events', number: '2-1' });
  expect(json.values[0]).toEqual({
    name: '新增用户',
    value: 1302,
    unit: '人',
    text: '1,302 人',
    chapters: ['background'],
  });
  expect(json.coverage).toMatchObject({
    done: 1,
    total: 2,
    items: [{ id: 'background', done: true }, { id: 'survey' }],
  });
  expect(json.data[0]).toMatchObject({ name: 'events', sha256: 'b'.repeat(64) });
});

test('course.json lists sound and broken reports', () => {
  const course = {
    title: '课',
    description: '',
    term: '春',
    language: 'zh' as const,
    mentors: [],
    phases: [],
    parts: [],
  };
  const broken = { report: 'x', broken: true as const, title: '坏', problems: createSampleBook().problems };
  const { reports } = buildCourseJson(
    course,
    [createSampleBook(), broken].map((one) => summarizeReport(one, [])),
    true,
  );
  expect(reports).toMatchObject([
    { report: 'sample', home: 'reports/sample/index.html', goals: { met: 1, total: 1 } },
    { report: 'x', broken: true, problems: 1 },
  ]);
});
