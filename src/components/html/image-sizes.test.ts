import { expect, test } from 'vitest';
import { createSampleBook } from '../../test/sample-book.ts';
import { describeImage } from './image-sizes.ts';
import { createPageContext } from './page-context.ts';

const sized = (width: number, height: number) => {
  const sizes = [480, width].map((one) => ({ name: `a-${one}.webp`, width: one }));
  const book = createSampleBook({ images: { 'a.png': { file: 'a.png', width, height, sizes } } });
  return describeImage('a.png', createPageContext(book, 'background'));
};

test('an image says how much room it takes before it is there', () => {
  expect(sized(900, 600)).toMatchObject({ src: 'media/a-900.webp', width: 900, height: 600 });
  expect(sized(900, 600)?.srcset).toBe('media/a-480.webp 480w, media/a-900.webp 900w');
});

test('a tall one takes no more than a screen, in its own proportions', () => {
  expect(sized(1080, 2340)).toMatchObject({ width: 295, height: 639 });
});

test('one that the book does not know is not shown', () => {
  expect(describeImage('toString', createPageContext(createSampleBook(), 'background'))).toBeUndefined();
});
