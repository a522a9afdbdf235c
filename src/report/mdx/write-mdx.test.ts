import { expect, test } from 'vitest';
import { dialectTexts } from '../../test/dialect-texts.ts';
import { checkPayload, composedPayloads, parsePassage } from '../../test/mdx-payloads.ts';
import { createSampleBook } from '../../test/sample-book.ts';
import { assertSameOutline, mdxElements, outlineMdx } from './outline-mdx.ts';
import { writeMdx } from './write-mdx.ts';

test.each(Object.entries(dialectTexts))(
  'the parser finds in the MDX what the book says: %s',
  (name, text) => {
    const written = writeMdx(parsePassage(text));
    expect(outlineMdx(written.text)).toBe(written.outline);
    expect(written.text).not.toMatch(/[{}]/);
    expect(() => assertSameOutline({ ...written, outline: `${written.outline}x` }, name)).toThrow(name);
  },
);

test('every kind of block and inline is written, and every element that is written is known', () => {
  const texts = createSampleBook().chapters.map((chapter) => writeMdx(chapter));
  for (const written of texts) assertSameOutline(written, 'sample');
  const elements = texts.flatMap(({ text }) => [...text.matchAll(/<([A-Z]\w+)/g)].map((found) => found[1]!));
  expect([...new Set([...elements, 'Conclusions', 'Kpis', 'Note'])].sort()).toEqual([...mdxElements].sort());
});

test('a program, a strange element or attribute ends the build', () => {
  for (const text of ['{1}', 'a {1}', 'import x from "y"\n', '<script>1</script>', '<Value n="x" />'])
    expect(() => outlineMdx(text)).toThrow('never written');
  expect(() => outlineMdx('<Value n={1} />')).toThrow('never written');
  expect(() => outlineMdx('<Value {...x} />')).toThrow('never written');
});

test('nothing of composed payloads is a program, and all of their text is there', () => {
  // One in forty here, all in the long test.
  for (let at = 0; at < composedPayloads.length; at += 40) checkPayload(composedPayloads[at]!);
});
