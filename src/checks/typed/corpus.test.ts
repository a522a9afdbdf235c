import { expect, test } from 'vitest';
import { wilsonInterval } from '../../base/wilson-interval.ts';
import { readCorpus } from './corpus.sample.ts';
import { measureClasses, measureCorpus } from './measure.sample.ts';

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

/** `told of all, 95 % interval`: of results as many as can be, of all else none. */
test('by class, in both languages', () => {
  const classes = measureClasses([...readCorpus('zh'), ...readCorpus('en')]);
  const lines = [...classes]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { all, told }]) => {
      const { low, high } = wilsonInterval(told, all)!;
      return `${name}: ${told} of ${all}, ${low.toFixed(2)} to ${high.toFixed(2)}`;
    });
  expect(lines).toMatchInlineSnapshot(`
    [
      "bare: 68 of 68, 0.95 to 1.00",
      "code: 0 of 3, 0.00 to 0.56",
      "counted: 118 of 120, 0.94 to 1.00",
      "date: 0 of 43, 0.00 to 0.08",
      "definition: 0 of 17, 0.00 to 0.18",
      "fact: 0 of 5, 0.00 to 0.43",
      "idiom: 0 of 29, 0.00 to 0.12",
      "in words: 24 of 29, 0.65 to 0.92",
      "money: 27 of 27, 0.88 to 1.00",
      "multiple: 10 of 11, 0.62 to 0.98",
      "name: 0 of 42, 0.00 to 0.08",
      "number: 0 of 13, 0.00 to 0.23",
      "order: 0 of 12, 0.00 to 0.24",
      "ordinal: 0 of 20, 0.00 to 0.16",
      "param: 0 of 25, 0.00 to 0.13",
      "part in words: 39 of 41, 0.84 to 0.99",
      "percentage: 111 of 111, 0.97 to 1.00",
      "quote: 0 of 4, 0.00 to 0.49",
      "range: 5 of 5, 0.57 to 1.00",
      "rule: 0 of 38, 0.00 to 0.09",
      "scaled: 15 of 15, 0.80 to 1.00",
      "target: 0 of 19, 0.00 to 0.17",
      "team: 0 of 5, 0.00 to 0.43",
      "time: 0 of 11, 0.00 to 0.26",
    ]
  `);
});
