import { expect, test } from 'vitest';
import type { BookBlock, BookFigure } from '../../report/book.ts';
import { buildUnits } from './layout-units.ts';

const picture = (height: number) => ({ svg: '', width: 350, height });
const figures = [
  { id: 'a', phone: picture(280) },
  { id: 'b', phone: picture(200) },
  { id: 'c', phone: picture(300) },
  { id: 'tall', phone: picture(500) },
  { id: 'flat', phone: picture(110) },
  { id: 'wide', phone: picture(280), page: picture(400) },
] as BookFigure[];

const blocks: Record<string, BookBlock> = {
  p: { type: 'paragraph', children: [] },
  h: { type: 'heading', depth: 2, id: 'h', number: '', text: '', children: [], place: { file: 'x.mdx' } },
  ...Object.fromEntries(figures.map(({ id }) => [id, { type: 'figure', id }])),
};

/** `a p b` → `p a+b`. */
const describeUnits = (written: string): string =>
  buildUnits(
    written.split(' ').map((word) => blocks[word]!),
    figures,
  )
    .map((unit) =>
      unit.type === 'pair' ? unit.ids.join('+') : unit.type === 'figure' ? unit.id : unit.type[0],
    )
    .join(' ');

test.each([
  ['a b', 'a+b'],
  ['a p b', 'p a+b'],
  ['a p p b p', 'p p a+b p'],
  ['a p p p b', 'a p p p b'],
  ['a b c', 'a+b c'],
  // The neighbour of b is nearer to it than a.
  ['a p b c', 'a p b+c'],
  ['a h b', 'a h b'],
  ['a p p', 'a p p'],
])('%s: narrow figures stand side by side', (written, expected) => {
  expect(describeUnits(written)).toBe(expected);
});

test.each(['a tall', 'tall tall', 'a flat', 'a wide', 'a unknown'])('%s: stay apart', (written) => {
  const known = written.split(' ').filter((word) => blocks[word]);
  expect(describeUnits(known.join(' '))).toBe(known.join(' '));
});
