import { expect, test } from 'vitest';
import { metrics } from '../../metrics/library.ts';
import { findTermSource } from './term-source.ts';

test('a term is from the library of metrics where it has its definition, else from the course', () => {
  const { names, definition } = metrics.retention;
  expect(findTermSource(names.zh, definition.zh, 'zh')).toMatchObject({
    formula: expect.stringContaining('÷'),
    place: { page: 'guide/metrics/retention.html', anchor: 'retention' },
  });
  expect(findTermSource(names.zh, '老师自己的说法', 'zh')).toEqual({ source: '本课程的术语' });
  expect(findTermSource('甲', definition.zh, 'zh')).toEqual({ source: '本课程的术语' });
});
