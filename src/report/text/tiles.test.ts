import { expect, test } from 'vitest';
import { drawSparkline } from './tiles.ts';

test('the lowest value lies on the bottom, the highest on top, inside the box', () => {
  expect(drawSparkline([10, 30, 20])).toBe('2,26 50,2 98,14');
});
test('a gap parts the line and keeps its place; a number alone is a dot', () => {
  expect(drawSparkline([0, null, 10])).toBe('2,26 2,26;98,2 98,2');
  expect(drawSparkline([0, 5, null, 10, 5])).toBe('2,26 26,14;74,2 98,14');
});
test('a flat series is a line, one number is none', () => {
  expect(drawSparkline([5, 5])).toBe('2,26 98,26');
  expect(drawSparkline([5])).toBe('');
  expect(drawSparkline([])).toBe('');
});
