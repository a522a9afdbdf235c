import { expect, test } from 'vitest';
import { createSampleBook } from '../test/sample-book.ts';
import { buildErrorOverlay, serveBrokenReports } from './dev-server.ts';
import { SiteMemory } from './site-memory.ts';

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

test.each([
  ['/reports/bad', '/reports/bad/index.html'],
  ['/reports/bad/', '/reports/bad/index.html'],
  ['/reports/bad/chapter.html?x=1', '/reports/bad/index.html'],
  ['/reports/bad/deep/er.html', '/reports/bad/index.html'],
  ['/reports/bad/chapter', '/reports/bad/index.html'],
  // No page, and no page of a report that is broken.
  ['/reports/bad/report.json', '/reports/bad/report.json'],
  ['/reports/bad.pdf', '/reports/bad.pdf'],
  ['/reports/sample/chapter.html', '/reports/sample/chapter.html'],
  ['/reports/unknown/chapter.html', '/reports/unknown/chapter.html'],
  ['/%E0%A4%A', '/%E0%A4%A'],
])('of a report that could not be built %s is %s', (asked, served) => {
  const memory = new SiteMemory();
  const course = { title: '', description: '', term: '', language: 'zh', mentors: [], phases: [] } as const;
  memory.site = {
    content: {
      course: { ...course, mentors: [], phases: [] },
      pages: [],
      reports: [createSampleBook(), { report: 'bad', title: '', broken: true, problems: [] }],
      summaries: [],
      gallery: [],
      printed: false,
    },
    texts: {},
    files: [],
  };
  const request = { url: asked };
  let passed = false;
  serveBrokenReports(memory)(request, () => {
    passed = true;
  });
  expect(request.url).toBe(served);
  expect(passed).toBe(true);
});
