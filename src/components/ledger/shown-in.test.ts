import { expect, test } from 'vitest';
import type { BookFigure, BookValue } from '../../report/book.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { listFiguresOf } from './shown-in.ts';

const book = createSampleBook();
const [figure] = book.figures;
const value = book.values.期末转化率!;

/** Whether the figure is one of those that show the value, after changes of both. */
function isShown(changes: Partial<BookFigure>, number: Partial<BookValue> = {}): boolean {
  const changed = { ...figure!, chapter: 'results', of: ['events'], ...changes };
  return listFiguresOf({ ...value, ...number }, { ...book, figures: [changed] }, 'results').length > 0;
}

const data = (unit: string, cell: string) => ({
  columns: [{ name: 'a', label: 'a', unit, align: 'right' as const }],
  rows: [[cell]],
});

test('a figure shows the values it names', () => {
  expect(isShown({ of: ['期末转化率'], data: data('', '') })).toBe(true);
  expect(isShown({ of: ['期末转化率'], data: data('', ''), chapter: 'background' })).toBe(false);
});

test('one of the same table shows a value that one of its cells says, with its unit', () => {
  const long = { text: '4.81%' };
  expect(isShown({ data: data('', '4.81%') }, long)).toBe(true);
  expect(isShown({ data: data('%', '4.81') }, long)).toBe(true);
  expect(isShown({ data: data('元', '4.81') }, long)).toBe(false);
  expect(isShown({ data: data('', '4.82%') }, long)).toBe(false);
  expect(isShown({ data: data('', '4.81%'), of: ['users'] }, long)).toBe(false);
  // A series of the same table.
  expect(isShown({ data: data('', '4.81%'), of: ['期末转化率'] }, { ...long, name: '另一个' })).toBe(true);
});

test('a number of one or two digits may stand in a cell by chance', () => {
  expect(isShown({ data: data('', '12 人') }, { text: '12 人', unit: '人' })).toBe(false);
});
