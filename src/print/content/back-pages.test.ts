import { expect, test, vi } from 'vitest';
import { createProblem } from '../../problems/catalog.ts';
import type { Book } from '../../report/book.ts';
import { PdfFile } from '../../test/pdf-file.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { printBook } from '../print-book.ts';

vi.setConfig({ testTimeout: 30_000 });

const root = new URL('../../test/fixtures/print', import.meta.url).pathname;
const withoutSpaces = (text: string): string => text.replace(/\s/g, '');

function buildCheckedBook(): Book {
  const book = createSampleBook();
  const name = { zh: '实训第 9 周', en: 'training week 9' };
  const week = { name, from: '2026-04-27', to: '2026-05-03' };
  return {
    ...book,
    checks: [
      { id: 'missing-week', title: '每周一次评审', why: '', found: 1 },
      { id: 'late-task', title: '任务按期完成', why: '', found: 0 },
    ],
    problems: [
      createProblem('missing-week', { file: 'data/growth-lab/weekly_review.csv' }, week),
      createProblem(
        'missing-part',
        { file: 'content/reports/growth-lab/index.mdx' },
        { id: 'x', title: '展望' },
      ),
    ],
  };
}

function printToText(book: Book): { titles: string[]; text: string } {
  const { pdf: bytes } = printBook(book, { root });
  const pdf = new PdfFile(bytes);
  return {
    titles: pdf.bookmarks.map(({ title }) => withoutSpaces(title)),
    text: withoutSpaces(pdf.pages.map((_, at) => pdf.pageText(at)).join('')),
  };
}

test('what the rules found is an appendix after the ledger, with the rules that were kept', () => {
  const { titles, text } = printToText(buildCheckedBook());
  expect(titles.findIndex((title) => title.endsWith('数据检查结果'))).toBeGreaterThan(
    titles.findIndex((title) => title.endsWith('数据来源')),
  );
  expect(text).toContain('数据表按2项要求核对，1项符合，1项有下列情况。');
  expect(text).toContain('实训第9周（2026-04-27至2026-05-03）没有周评审。');
  expect(text).toContain('符合的要求：任务按期完成。');
  expect(text).not.toContain('展望');
});

test('there is none where the team has set the findings into a chapter, or no rule was asked', () => {
  const book = buildCheckedBook();
  const [table, ...others] = book.tables;
  const own = { ...book, tables: [{ ...table!, of: ['findings'] }, ...others] };
  for (const one of [own, createSampleBook()]) expect(printToText(one).text).not.toContain('数据检查结果');
});
