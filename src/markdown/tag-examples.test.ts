import { expect, test } from 'vitest';
import { tagNames, tagSchemas } from '../schema/tag-schemas.ts';
import { parseChapter } from './parse-chapter.ts';

test.each(tagNames)('the example of %s is right', (name) => {
  const { uses, problems } = parseChapter({ file: 'a.mdx', text: tagSchemas[name].example });
  expect(problems).toEqual([]);
  expect(uses.map((use) => use.name)).toEqual([name]);
});

test.each(tagNames)('%s and all its attributes are described in both languages', (name) => {
  const { props, description } = tagSchemas[name];
  const descriptions = Object.values(props.shape).map((schema) => schema.meta()?.description);
  for (const text of [description, ...descriptions])
    expect(text).toMatch(/\p{Script=Han}.*（[^（）]*[a-z][^（）]*）$/u);
});
