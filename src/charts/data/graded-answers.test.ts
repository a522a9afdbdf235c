import { expect, test } from 'vitest';
import { assignSides, sortAnswers } from './graded-answers.ts';

const sortByWords = (answers: string[]) => sortAnswers(answers).map((i) => answers[i]);

test('answers are put from against to in favour, however the data order them', () => {
  expect(sortByWords(['一般', '不满意', '满意', '非常不满意', '非常满意'])).toEqual([
    '非常不满意',
    '不满意',
    '一般',
    '满意',
    '非常满意',
  ]);
  expect(sortByWords(['Agree', 'Disagree', 'Neutral', 'Strongly agree', 'Strongly disagree'])).toEqual([
    'Strongly disagree',
    'Disagree',
    'Neutral',
    'Agree',
    'Strongly agree',
  ]);
  expect(sortByWords(['推荐者', '被动者', '贬损者'])).toEqual(['贬损者', '被动者', '推荐者']);
  expect(sortByWords(['5', '10', '1'])).toEqual(['1', '5', '10']);
});

test('answers whose words say no grade stay as they stand', () => {
  expect(sortByWords(['每天', '每周', '每月'])).toEqual(['每天', '每周', '每月']);
});

test('a middle answer is between, an even number has none', () => {
  expect(assignSides(3)).toEqual(['against', 'between', 'favour']);
  expect(assignSides(4)).toEqual(['against', 'against', 'favour', 'favour']);
});
