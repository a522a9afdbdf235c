import { expect, test } from 'vitest';
import { courseFile } from './course-file.ts';

const read = (url: string) => courseFile.safeParse({ title: '课程', url }).data?.url;

test('an address ends with one slash', () => {
  expect(read('https://a.edu.cn')).toBe('https://a.edu.cn/');
  expect(read('https://a.edu.cn/2026//')).toBe('https://a.edu.cn/2026/');
});

test.each([
  'a.edu.cn',
  '/2026/',
  'javascript:alert(1)',
  'https://a.cn/?x',
  'https://u@a.cn/',
  'https://a.cn/"x',
])('%s is no address of a site', (url) => {
  expect(read(url)).toBeUndefined();
});
