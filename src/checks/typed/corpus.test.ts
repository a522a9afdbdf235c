import { expect, test } from 'vitest';
import { readCorpus } from './corpus.sample.ts';

test.each([
  ['zh', 300],
  ['en', 80],
] as const)('%s: %i sentences in which every Arabic numeral has a label', (name, count) => {
  const corpus = readCorpus(name);
  expect(corpus).toHaveLength(count);
  const bare = corpus.flatMap(({ line, text, labels }) =>
    [...text.matchAll(/[0-9０-９]+/g)]
      .filter(({ index }) => !labels.some(({ from, to }) => from <= index && index < to))
      .map(([digits]) => `${line}: ${digits}`),
  );
  expect(bare).toEqual([]);
});
