import { expect, test } from 'vitest';
import { mapConcurrent } from './map-concurrent.ts';

test('answers keep the order of the items; never more than the limit at a time', async () => {
  let now = 0;
  let most = 0;
  const answers = await mapConcurrent([30, 1, 20, 2, 10], 2, async (wait, index) => {
    most = Math.max(most, ++now);
    await new Promise((done) => setTimeout(done, wait));
    now--;
    return `${index}:${wait}`;
  });
  expect(answers).toEqual(['0:30', '1:1', '2:20', '3:2', '4:10']);
  expect(most).toBe(2);
});

test('nothing to do is done; a failure is passed on', async () => {
  expect(await mapConcurrent([], 2, async () => 1)).toEqual([]);
  await expect(mapConcurrent([1, 2], 2, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
});
