import { expect, test } from 'vitest';
import { wilsonInterval } from '../../base/wilson-interval.ts';
import { readCorpus } from './corpus.sample.ts';
import { measureCorpus } from './measure.sample.ts';

const names = [
  ['zh', 300],
  ['en', 80],
] as const;

test.each(names)('%s: %i sentences in which every Arabic numeral has a label', (name, count) => {
  const corpus = readCorpus(name);
  expect(corpus).toHaveLength(count);
  const bare = corpus.flatMap(({ line, text, labels }) =>
    [...text.matchAll(/[0-9０-９]+/g)]
      .filter(({ index }) => !labels.some(({ from, to }) => from <= index && index < to))
      .map(([digits]) => `${line}: ${digits}`),
  );
  expect(bare).toEqual([]);
});

/**
 * Sentences at even places were not looked at while the rules were written: then 164 of 176 results were found, with 2
 * that are none, and 36 of 37 in English, with none. They have been looked at since, once.
 */
const halves = { looked: 0, held: 1 };

/** Lower ends of 95 % intervals, and shares, as they were reached. */
test.each([
  ['zh', 'looked', { recall: 0.99, precision: 0.99, read: 0.98 }],
  ['zh', 'held', { recall: 0.95, precision: 0.99, read: 0.95 }],
  ['en', 'looked', { recall: 0.99, precision: 0.99, read: 0.97 }],
  ['en', 'held', { recall: 0.97, precision: 0.99, read: 0.91 }],
] as const)('%s, %s: results found, and nothing else', (name, half, least) => {
  const corpus = readCorpus(name).filter((_, at) => at % 2 === halves[half]);
  const { found, missed, wrong, misread } = measureCorpus(corpus);
  const told = [...missed, ...wrong].join('\n');
  expect(found / (found + missed.length), told).toBeGreaterThanOrEqual(least.recall);
  expect(found / (found + wrong.length), told).toBeGreaterThanOrEqual(least.precision);
  expect((found - misread.length) / found, misread.join('\n')).toBeGreaterThanOrEqual(least.read);
  // So few sentences leave this much open.
  const { low } = wilsonInterval(found, found + missed.length)!;
  expect(low).toBeGreaterThan(half === 'held' ? 0.85 : 0.9);
});
