import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeText } from '../source/encode-text.sample.ts';
import { readAll, report } from './small-and-large.sample.ts';

test('a file is read alike whether it is small or large: rows, types and problems with their places', async () => {
  await fc.assert(
    fc.asyncProperty(report, async (files) => {
      expect(await readAll(files, 0)).toEqual(await readAll(files, Number.POSITIVE_INFINITY));
    }),
    { numRuns: 6 },
  );
});

test('a file whose bytes are damaged is told alike whether it is small or large', async () => {
  const text = '标题,阅读\n春节上新活动,100\n新品发布会在杭州举行,200\n会员日优惠';
  const files = ['utf-8', 'gb18030', 'utf-16le'].flatMap((encoding) => {
    const bytes = encodeText(`${encoding === 'utf-16le' ? '\uFEFF' : ''}${text}`, encoding);
    const broken = bytes.slice();
    broken.set([0xff, 0xff], Math.floor(bytes.length / 2));
    return [bytes.slice(0, -1), broken];
  });
  const small = await readAll(files, Number.POSITIVE_INFINITY);
  expect(await readAll(files, 0)).toEqual(small);
  expect(small.told.filter((one) => / cut-character | broken-character /.test(one))).toHaveLength(5);
  // Two bytes make another character of UTF-16.
  expect(small.tables).toHaveLength(1);
});
