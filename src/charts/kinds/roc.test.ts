import { expect, test } from 'vitest';
import type { Curve } from '../../base/value-series.ts';
import { describeClaims } from '../../words/claims/describe-claims.ts';
import { buildExampleInput } from '../example.ts';
import { roc } from './roc.ts';

const tell = (points: [number, number][], language: 'zh' | 'en' = 'zh') => {
  const curve: Curve = { form: 'roc', label: '', unit: '', points: points.map(([x, y]) => ({ x, y })) };
  const value = { name: { zh: 'AUC', en: 'AUC' }, unit: '', value: 0.63, curve };
  return describeClaims(roc.listClaims(buildExampleInput(language, value)), language);
};

test('a sentence names a point that a threshold reaches', () => {
  const reached: [number, number][] = [
    [0, 0],
    [0.04, 0.1],
    [0.08, 0.31],
    [0.3, 0.6],
    [1, 1],
  ];
  expect(tell(reached)).toContain('误报率不超过 10% 时可找出 31.0%');
});

test('where the highest scores are tied, the first point there is', () => {
  const tied: [number, number][] = [
    [0, 0],
    [0.113, 0.239],
    [0.4, 0.6],
    [1, 1],
  ];
  expect(tell(tied)).toContain('误报率 11.3% 时可找出 23.9%（同分，没有更严的门槛）');
  expect(tell(tied)).not.toContain('0.0%');
  expect(tell(tied, 'en')).toContain('with 11.3% false alarms 23.9% are found');
  expect(
    tell([
      [0, 0],
      [1, 1],
    ]),
  ).toContain('评分全部相同');
});

test('who is found without any false alarm counts', () => {
  expect(
    tell([
      [0, 0],
      [0, 0.2],
      [0.5, 0.5],
      [1, 1],
    ]),
  ).toContain('不超过 10% 时可找出 20.0%');
});
