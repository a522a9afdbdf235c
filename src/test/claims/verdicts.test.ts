import { expect, test } from 'vitest';
import { tryVerdicts } from './verdicts.sample.ts';

test('verdicts, tiles and conclusions are true of values as drawn and as changed', () => {
  const { wrong, words, flipped } = tryVerdicts(1_500, 20261201);
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(flipped).toBeGreaterThan(1_000);
  const wanted = [
    ...['超额完成', '达到', '未达到', '—'].map((word) => `target ${word}`),
    ...['good', 'bad', 'even'].map((tone) => `tile ${tone}`),
    ...['上升', '下降', '持平', '—'].map((word) => `change ${word}`),
    ...['高于', '低于', '持平', '—'].map((word) => `gap ${word}`),
    ...['全部高于', '全部低于', '含有', '—'].map((word) => `interval ${word}`),
  ];
  expect(wanted.filter((one) => (words.get(one) ?? 0) < 10)).toEqual([]);
});
