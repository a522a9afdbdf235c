import { expect, test } from 'vitest';
import { kinds } from '../../charts/kinds/kinds.ts';
import { renderDrawings } from '../html/figure-drawings.ts';
import { buildGalleryJson, listKindAttributes } from './figure-gallery.ts';

test('every kind stands in the list for machines, once, with its texts in both languages', () => {
  const list = buildGalleryJson();
  expect(list.map(({ kind }) => kind)).toEqual(Object.keys(kinds));
  for (const { attributes, page, kind } of list) {
    expect(page).toBe(`guide/figures/${kind}.html`);
    expect(attributes.filter(({ needed }) => needed).map(({ name }) => name)).toContain('of');
    for (const { text } of attributes) expect([text.zh, text.en].every((side) => side.length > 0)).toBe(true);
  }
});

test('an attribute is told in the language of the reader', () => {
  const [of] = listKindAttributes(kinds.gantt, 'en');
  expect(of).toMatchObject({ name: 'of', needed: true });
  expect(of!.text).toMatch(/^[a-z ]+/);
});

test('of the drawings of a figure one is not hidden', () => {
  const picture = { svg: '<svg/>', width: 1, height: 1 };
  const html = renderDrawings({ ...picture, phone: picture, page: picture }, '方向键');
  expect(html.match(/<div class="drawing \w+">/g)).toEqual(['<div class="drawing text">']);
  expect(html.match(/ hidden>/g)).toHaveLength(2);
});
