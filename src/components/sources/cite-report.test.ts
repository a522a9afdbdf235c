import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { formatReportCitation } from './cite-report.ts';

test('a report is cited as a report, online where its address is known', () => {
  const book = createSampleBook();
  expect(formatReportCitation(book)).toBe('增长实验室. 互联网运营实训报告[R]. 2026-07-03.');
  expect(formatReportCitation(book, { part: '图 1-1', url: 'https://a.cn/f.html' })).toBe(
    '增长实验室. 互联网运营实训报告：图 1-1[R/OL]. 2026-07-03. https://a.cn/f.html.',
  );
});
