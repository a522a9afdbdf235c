import sharp from 'sharp';
import { expect, test } from 'vitest';
import { cardSize, type ShareCard } from './draw-share-card.ts';
import { drawShareCards } from './draw-share-cards.ts';

const card: ShareCard = {
  ...{ course: '互联网运营实训', title: '实训报告', subtitle: '', team: '增长实验室' },
  figure: { label: '新增用户', text: '3,120 人' },
};

const draw = async (one: ShareCard) => Buffer.from((await drawShareCards([one]))[0]!);

test('a card is a small PNG of the size that sites ask for, the same each time', async () => {
  const image = await draw(card);
  const { format, width, height } = await sharp(image).metadata();
  expect({ format, width, height }).toEqual({ format: 'png', ...cardSize });
  expect(image.length).toBeLessThan(60_000);
  expect(image.equals(await draw(card))).toBe(true);
});

test('what it says can be seen: another number is another picture', async () => {
  const other = await draw({ ...card, figure: { label: '新增用户', text: '3,121 人' } });
  expect(other.equals(await draw(card))).toBe(false);
});

test('what an author writes is text: no program of the typesetter, and no page more however long', async () => {
  const title = `#panic("x") $x$ \\ "${'很长'.repeat(60)}`;
  expect((await draw({ ...card, title, subtitle: title, team: '队' })).length).toBeGreaterThan(10_000);
});

test('it is drawn where the library of images reads no SVG, as it must not of an author', async () => {
  sharp.block({ operation: ['VipsForeignLoadSvg'] });
  try {
    expect((await draw(card)).length).toBeGreaterThan(1000);
  } finally {
    sharp.unblock({ operation: ['VipsForeignLoadSvg'] });
  }
});
