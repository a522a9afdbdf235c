import { expect, test } from 'vitest';
import { spreadPositions, thinLabels } from './labels.ts';
import { buildNumberAxis, formatAxisTitle, selectMagnitude } from './number-axis.ts';

test('axes end and step on round numbers', () => {
  expect(buildNumberAxis([3, 97]).ticks).toEqual([0, 25, 50, 75, 100]);
  expect(buildNumberAxis([0.02, 0.31]).ticks).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
  expect(buildNumberAxis([-24.5, 310]).ticks).toEqual([-100, 0, 100, 200, 300, 400]);
  expect(buildNumberAxis([7, 7]).ticks).toEqual([0, 2, 4, 6, 8]);
  expect(buildNumberAxis([]).ticks).toEqual([0, 0.25, 0.5, 0.75, 1]);
});

test('only a free axis leaves 0, and only when all lies far above it', () => {
  expect(buildNumberAxis([900, 1000]).low).toBe(0);
  expect(buildNumberAxis([900, 1000], { free: true }).low).toBe(900);
  expect(buildNumberAxis([100, 1000], { free: true }).low).toBe(0);
});

test('titles say unit and magnitude in the language of the report', () => {
  expect(formatAxisTitle('曝光量', '次', selectMagnitude(1_300_000, 'zh'), 'zh')).toBe('曝光量（万次）');
  expect(formatAxisTitle('成交额', '元', selectMagnitude(2e8, 'zh'), 'zh')).toBe('成交额（亿元）');
  expect(formatAxisTitle('New users', '人', selectMagnitude(48_000, 'en'), 'en')).toBe(
    'New users (K people)',
  );
  expect(formatAxisTitle('净推荐值', '', selectMagnitude(80, 'zh'), 'zh')).toBe('净推荐值');
});

test('labels are thinned evenly until they fit', () => {
  expect(thinLabels(['一月', '二月', '三月'], 60, 12)).toEqual([0, 1, 2]);
  expect(thinLabels(['一月', '二月', '三月', '四月', '五月'], 20, 12)).toEqual([0, 2, 4]);
});

test('labels move apart, no further than they must, and stay inside', () => {
  expect(spreadPositions([10, 100], 17, 0, 200)).toEqual([10, 100]);
  expect(spreadPositions([50, 52], 17, 0, 200)).toEqual([50, 67]);
  expect(spreadPositions([199, 198, 5], 17, 0, 200)).toEqual([200, 183, 5]);
});
