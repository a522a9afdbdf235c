import { expect, test } from 'vitest';
import {
  findPersonalData,
  isIdentityNumber,
  isPersonalHeader,
  maskPersonalText,
} from './personal-patterns.ts';

test('the two numbers that GB 11643-1999 gives as examples hold; one digit changed, they do not', () => {
  for (const number of ['11010519491231002X', '440524188001010014']) {
    expect(isIdentityNumber(number)).toBe(true);
    expect(isIdentityNumber(`2${number.slice(1)}`)).toBe(false);
  }
  expect(isIdentityNumber('11010519491331002X')).toBe(false);
});

test('phones, addresses and identity numbers are found within a text', () => {
  const found = findPersonalData(
    '电话13812345678，或 +86 139-1234-5678；邮箱 a.b@mail.cn；身份证 11010519491231002X。',
  );
  expect(found.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
    'email a.b@mail.cn',
    'id 11010519491231002X',
    'phone 13812345678',
    'phone +86 139-1234-5678',
  ]);
});

test('other numbers are not', () => {
  for (const text of [
    '2026-03-02',
    '12812345678',
    '138123456789',
    '1772400000000',
    'u13812345678',
    '@某人',
    '3.13812345678',
  ])
    expect(findPersonalData(text)).toEqual([]);
});

test('what is told of them cannot be used', () => {
  expect(maskPersonalText('13812345678')).toBe('138***78');
  expect(maskPersonalText('张三')).toBe('张***');
});

test.each(['手机号', '联系电话', '学号', 'Email', 'openid', 'student_no'])(
  '%s names a personal column',
  (header) => {
    expect(isPersonalHeader(header)).toBe(true);
  },
);

test.each(['手机型号销量', '电话访问次数', '渠道', 'email_opens'])('%s names none', (header) => {
  expect(isPersonalHeader(header)).toBe(false);
});
