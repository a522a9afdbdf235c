import { expect, test } from 'vitest';
import type { Book, BookValue } from '../../report/book.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { groupValues } from './ledger-groups.ts';

const book = createSampleBook();
const [sample] = Object.values(book.values);

const createValue = (name: string, ...uses: [chapter: string, anchor: string][]): BookValue => ({
  ...sample!,
  name,
  cited: uses.map(([chapter, anchor]) => ({ chapter, anchor, label: '' })),
});
/** Its chapter `background` has two sections. */
const sectioned: Book = {
  ...book,
  chapters: book.chapters.map((chapter) =>
    chapter.slug === 'background'
      ? {
          ...chapter,
          sections: [
            { number: '1.1', text: '节1.1', usesBefore: 1 },
            { number: '1.2', text: '节1.2', usesBefore: 2 },
          ],
        }
      : chapter,
  ),
};

const list = (values: BookValue[]) =>
  groupValues(values, sectioned).map(({ title, values: own }) => [title, own.map(({ name }) => name)]);

test('values of one chapter stand under the section that cites them first', () => {
  const later = createValue('丙', ['background', 'use-3'], ['background', 'use-2']);
  expect(
    list([createValue('丁', ['background', 'use-3']), createValue('甲', ['background', 'use-1']), later]),
  ).toEqual([
    ['章首', ['甲']],
    ['1.1\u3000节1.1', ['丙']],
    ['1.2\u3000节1.2', ['丁']],
  ]);
});

test('values of several chapters stand under these, uncited ones last', () => {
  expect(
    list([createValue('无'), createValue('乙', ['results', 'use-1']), createValue('甲', ['', 'use-1'])]).map(
      ([title]) => title,
    ),
  ).toEqual(['摘要', expect.stringContaining('2'), '正文未引用']);
});

test('values of no chapter are one group without a title', () => {
  expect(list([createValue('甲'), createValue('乙')])).toEqual([['', ['甲', '乙']]]);
  expect(list([])).toEqual([]);
});
