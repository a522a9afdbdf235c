import { expect, test } from 'vitest';
import {
  type ClaimClass,
  classes,
  countInText,
  createClaimBook,
  findInText,
  readClaimCorpus,
} from './claims.sample.ts';

const corpus = [...readClaimCorpus('zh'), ...readClaimCorpus('en')];

test('a hundred sentences in Chinese and twenty in English, half of them traps', () => {
  expect(corpus.length).toBeGreaterThan(120);
  expect(corpus.filter(({ label }) => label === '-').length).toBeGreaterThan(60);
});

test('nothing is told of a sentence that is true or claims nothing', () => {
  const told = corpus.filter(
    ({ label, text }) => label === '-' && findInText(text, createClaimBook()).length > 0,
  );
  expect(told.map(({ text }) => text)).toEqual([]);
});

/** As reached. */
const recall: Record<ClaimClass, number> = {
  attainment: 1,
  direction: 1,
  comparison: 0.92,
  extreme: 1,
  praise: 1,
};

test.each(classes)('%s: false claims found', (kind) => {
  const wrong = corpus.filter(({ label }) => label === kind);
  const missed = wrong.filter(({ text }) => findInText(text, createClaimBook()).length === 0);
  const told = missed.map(({ text }) => text).join('\n');
  expect(1 - missed.length / wrong.length, told).toBeGreaterThanOrEqual(recall[kind]);
});

test('a change of the data turns exactly the sentences about it', () => {
  const changed = createClaimBook({ 访问量: [36, '次', { target: 30, outcome: 'exceeded' }] });
  const find = (book = createClaimBook()) =>
    new Set(corpus.filter(({ text }) => findInText(text, book).length > 0).map(({ text }) => text));
  const [before, after] = [find(), find(changed)];
  const turned = corpus.map(({ text }) => text).filter((text) => before.has(text) !== after.has(text));
  expect(turned.length).toBeGreaterThan(5);
  for (const text of turned) expect(text).toContain('访问量');
  expect(turned.filter((text) => after.has(text))).toEqual([
    '访问量 <Value of="访问量" />，未达到目标。',
    '新增用户 <Value of="新增用户" />，访问量未达到目标。',
    'Visits were <Value of="访问量" /> and fell short of the goal.',
  ]);
});

test('claims are counted: found, borne out, denied', () => {
  const text = '访问量 <Value of="访问量" />，未达到目标。新增用户 <Value of="新增用户" />，未达到目标。';
  expect(countInText(text, createClaimBook())).toEqual({
    found: 2,
    verified: 1,
    contradicted: 1,
    undecided: 0,
  });
});
