import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { countUses } from './table-uses.ts';

test('a table counts what names it, or a value that was read from it, once each', () => {
  const book = createSampleBook();
  const [figure] = book.figures;
  const [table] = book.tables;
  const tables = (names: string[]) => ({ lineage: { ...book.values.新增用户!.lineage, tables: names } });
  book.values = {
    甲: { ...book.values.新增用户!, ...tables(['users', 'events']) },
    乙: { ...book.values.新增用户!, ...tables(['events']) },
  };
  book.figures = [
    { ...figure!, of: ['甲', '乙'] },
    { ...figure!, of: ['users'] },
  ];
  book.tables = [{ ...table!, of: ['乙'] }];
  expect(countUses(book, 'events')).toEqual({ figures: 1, tables: 1, values: 2 });
  expect(countUses(book, 'users')).toEqual({ figures: 2, tables: 0, values: 1 });
  expect(countUses(book, 'orders')).toEqual({ figures: 0, tables: 0, values: 0 });
});
