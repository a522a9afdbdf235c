import { expect, test } from 'vitest';
import type { ChartPool } from '../../charts/draw/pool.ts';
import { kinds } from '../../charts/kinds/kinds.ts';
import { buildGallery } from './build-gallery.ts';

test('the time that a chart of an author may take ends no drawing of the gallery', async () => {
  const limits: (number | undefined)[] = [];
  const draw: ChartPool['draw'] = async (_request, options) => {
    limits.push(options?.limit);
    return {
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"></svg>',
      width: 1,
      height: 1,
      warnings: [],
    };
  };
  await buildGallery('zh', { draw } as ChartPool);
  expect(limits).toHaveLength(3 * Object.keys(kinds).length);
  expect(Math.min(...limits.map(Number))).toBeGreaterThanOrEqual(600_000);
});
