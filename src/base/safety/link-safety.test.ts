import { expect, test } from 'vitest';
import { findUnsafeImageReason, findUnsafeScheme } from './link-safety.ts';

test.each([
  ['javascript:alert(1)', 'javascript'],
  ['JaVaScRiPt:alert(1)', 'javascript'],
  ['java\tscript:alert(1)', 'javascript'],
  ['\u0001javascript:alert(1)', 'javascript'],
  ['%01javascript:alert(1)', 'javascript'],
  ['javascript%3Aalert(1)', 'javascript'],
  ['javascript%3Aalert(1)%', 'javascript'],
  ['javascript%253Aalert(1)', 'javascript'],
  ['j%61vascript:alert(1)', 'javascript'],
  ['javascript&#58;alert(1)', 'javascript'],
  ['&#x6a;avascript:alert(1)', 'javascript'],
  ['data:text/html,x', 'data'],
  ['vbscript:x', 'vbscript'],
  ['file:///etc/passwd', 'file'],
  ['//host/x', '//'],
  ['\\\\host\\x', '//'],
  ['%2F%2Fhost', '//'],
  ['/%2Fhost', '//'],
  ['/\\host', '//'],
])('%j is unfit: %s', (url, scheme) => {
  expect(findUnsafeScheme(url)).toBe(scheme);
});

test.each([
  'https://a.cn/?to=javascript%3Ax',
  'HTTP://a.cn',
  'mailto:a@b.cn',
  'results.html#结论',
  '100%.html',
  '图%E5%9B%BE.html',
  'a/b%2F%2Fc',
  '',
])('%j is sound', (url) => {
  expect(findUnsafeScheme(url)).toBeUndefined();
});

test.each([
  ['%2Fetc%2Fpasswd.png', 'absolute'],
  ['https%3A//a.cn/x.png', 'remote'],
  ['%2F%2Fa.cn/x.png', 'remote'],
  ['a%5Cb.png', 'backslash'],
  ['%20', 'empty'],
  ['图片/a%20b.png', undefined],
])('the image %j: %s', (src, why) => {
  expect(findUnsafeImageReason(src)).toBe(why);
});
