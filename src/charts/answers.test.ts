import { expect, test } from 'vitest';
import { gradedOrder, sidesOf } from './answers.ts';

const sorted = (answers: string[]) => gradedOrder(answers).map((i) => answers[i]);

test('answers are put from against to in favour, however the data order them', () => {
  expect(sorted(['一般', '不满意', '满意', '非常不满意', '非常满意'])).toEqual([
    '非常不满意',
    '不满意',
    '一般',
    '满意',
    '非常满意',
  ]);
  expect(sorted(['Agree', 'Disagree', 'Neutral', 'Strongly agree', 'Strongly disagree'])).toEqual([
    'Strongly disagree',
    'Disagree',
    'Neutral',
    'Agree',
    'Strongly agree',
  ]);
  expect(sorted(['推荐者', '被动者', '贬损者'])).toEqual(['贬损者', '被动者', '推荐者']);
  expect(sorted(['5', '10', '1'])).toEqual(['1', '5', '10']);
});

test('answers whose words say no grade stay as they stand', () => {
  expect(sorted(['每天', '每周', '每月'])).toEqual(['每天', '每周', '每月']);
});

test('a middle answer is between, an even number has none', () => {
  expect(sidesOf(3)).toEqual(['against', 'between', 'favour']);
  expect(sidesOf(4)).toEqual(['against', 'against', 'favour', 'favour']);
});
