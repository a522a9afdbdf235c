import { expect, test } from 'vitest';
import { applyEdits } from './apply-edits.ts';

test('every offset leads back to where its character stood', () => {
  const source = '甲{乙}丙**丁：**戊';
  const { text, toSource } = applyEdits(source, [
    { from: 1, to: 4, text: 'LONGER' },
    { from: 9, to: 9, text: '+' },
  ]);
  expect(text).toBe('甲LONGER丙**丁：+**戊');
  for (const character of '甲丙丁：戊') {
    expect(toSource(text.indexOf(character))).toBe(source.indexOf(character));
  }
  expect(toSource(text.indexOf('NGER'))).toBe(1);
  expect(toSource(text.length)).toBe(source.length);
});
