import { expect, test } from 'vitest';
import { buildSeries } from './chart-series.ts';
import { sortWeekdays } from './weekdays.ts';

const getSame = (name: string): string => name;

test('weekdays stand from Monday on, other names as they came', () => {
  expect(sortWeekdays(['周一', '周三', '周二', '周天'], getSame)).toEqual(['周一', '周二', '周三', '周天']);
  expect(sortWeekdays(['Sunday', 'Monday'], getSame)).toEqual(['Monday', 'Sunday']);
  expect(sortWeekdays(['周三', '周一', '合计'], getSame)).toEqual(['周三', '周一', '合计']);
  expect(sortWeekdays([], getSame)).toEqual([]);
});

test('both dimensions of a chart are put in order', () => {
  const point = (key: string, group: string, value: number) => ({
    key,
    label: key,
    group,
    value,
    text: String(value),
  });
  const value = {
    name: 'v',
    label: 'v',
    unit: '',
    points: [
      point('周三', '周日', 1),
      point('周一', '周日', 2),
      point('周一', '周一', 3),
      point('周三', '周一', 4),
    ],
  } as Parameters<typeof buildSeries>[0]['values'][number];
  const drawn = buildSeries({ values: [value], language: 'zh' });
  expect(drawn.map(({ label, points }) => [label, points.map((one) => [one.label, one.value])])).toEqual([
    [
      '周一',
      [
        ['周一', 3],
        ['周三', 4],
      ],
    ],
    [
      '周日',
      [
        ['周一', 2],
        ['周三', 1],
      ],
    ],
  ]);
});
