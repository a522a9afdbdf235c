import { expect, test } from 'vitest';
import { findGrammarErrors } from './grammar.ts';

const bar = { data: { name: 't' }, mark: 'bar' };

test.each<[object, string]>([
  [{ ...bar, mark: 'bra' }, 'value mark'],
  [{ ...bar, encoding: { x: { feild: 'a', type: 'nominal' } } }, 'key encoding.x.feild'],
  [{ ...bar, encoding: { x: { field: 'a', type: 'nominol' } } }, 'value encoding.x.type'],
  [{ ...bar, encodng: {} }, 'key encodng'],
  [{ ...bar, mark: { type: 'bar', colour: 'red' } }, 'key mark.colour'],
  [{ ...bar, mark: { type: 'bar', opacity: 3 } }, 'value mark.opacity'],
  [{ ...bar, mark: { typ: 'bar' } }, 'key mark.typ'],
  [{ ...bar, transform: [{ filter: 'a' }, { calculte: 'x', as: 'b' }] }, 'key transform.1.calculte'],
  [{ ...bar, transform: [{ calculate: 'x' }] }, 'missing transform.0 as'],
  [{ data: { name: 't' } }, 'missing mark'],
  [
    { data: { name: 't' }, layer: [{ ...bar, encoding: { y: { aggregate: 'summ' } } }] },
    'value layer.0.encoding.y.aggregate',
  ],
  [{ data: { name: 't' }, hconcat: [{ mark: 'bar', width: 'wide' }] }, 'value hconcat.0.width'],
  [{ ...bar, config: { axis: { gird: true } } }, 'key config.axis.gird'],
])('%j: %s', (spec, expected) => {
  const errors = findGrammarErrors(spec).map(({ why, path, expected: names }) =>
    [why, path.join('.'), ...(why === 'missing' ? names : [])].filter(Boolean).join(' '),
  );
  expect(errors).toEqual([expected]);
});

test('what may stand there is said in words and sorts', () => {
  expect(findGrammarErrors({ ...bar, width: 'wide' })).toEqual([
    { why: 'value', path: ['width'], expected: ['container'], sorts: ['number', 'object'] },
  ]);
});
