import { expect, test } from 'vitest';
import { tagNames, tagSchemas } from '../../schema/tag-schemas.ts';
import { listTags } from './tag-reference.ts';

test('every tag and attribute is told in each language by itself', () => {
  for (const [language, own, other] of [
    ['zh', /\p{Script=Han}/u, /[a-z]{4,} [a-z]{2,} [a-z]{2,}/],
    ['en', /[a-z]/, /\p{Script=Han}{3}/u],
  ] as const) {
    const tags = listTags(language);
    expect(tags.map(({ name }) => name)).toEqual(tagNames);
    for (const { name, description, attributes } of tags) {
      expect(attributes.map((one) => one.name)).toEqual(Object.keys(tagSchemas[name].props.shape));
      for (const [of, text] of [
        [name, description],
        ...attributes.map((one) => [`${name} ${one.name}`, one.meaning]),
      ]) {
        expect(text, `${of} in ${language}`).toMatch(own);
        expect(text, `${of} in ${language}`).not.toMatch(other);
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
