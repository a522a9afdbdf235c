import { expect, test } from 'vitest';
import { tagNames, tagSchemas } from '../../schema/tag-schemas.ts';
import { listTags } from './tag-reference.ts';

test('every tag and attribute is told in each language by itself', () => {
  for (const [language, other] of [
    ['zh', /[a-z]{4,} [a-z]{2,} [a-z]{2,}/],
    ['en', /\p{Script=Han}{3}/u],
  ] as const) {
    const tags = listTags(language);
    expect(tags.map(({ name }) => name)).toEqual(tagNames);
    for (const { name, description, attributes } of tags) {
      expect(attributes.map((one) => one.name)).toEqual(Object.keys(tagSchemas[name].props.shape));
      for (const text of [description, ...attributes.map(({ meaning }) => meaning)]) {
        expect(text, `${name} ${text}`).toMatch(/\S/);
        expect(text, `${name} ${text}`).not.toMatch(other);
      }
    }
  }
});

test('what must be written is marked', () => {
  const value = listTags('zh').find(({ name }) => name === 'Value')!;
  expect(value.attributes.map(({ name, needed }) => [name, needed])).toEqual([
    ['of', true],
    ['as', false],
    ['digits', false],
  ]);
});
