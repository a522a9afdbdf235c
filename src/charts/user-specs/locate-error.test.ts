import { compile, type TopLevelSpec } from 'vega-lite';
import { expect, test } from 'vitest';
import { locateMark, locateQuotedText, locateRowGrowth } from './locate-error.ts';

const bar = { mark: 'bar', encoding: { x: { field: 'a', type: 'nominal' } } };
const data = { name: 't' };

/** Names of marks as Vega-Lite gives them. */
function listMarks(spec: object): string[] {
  const found = JSON.stringify(compile({ data, ...spec } as TopLevelSpec).spec);
  return [...new Set(found.match(/"name":"[^"]*marks"/g))].map((text) => text.slice(8, -1));
}

test.each<[object, string[]]>([
  [bar, ['mark']],
  [{ layer: [bar, bar] }, ['layer.0.mark', 'layer.1.mark']],
  [
    { vconcat: [bar, { hconcat: [bar, { layer: [bar] }] }] },
    ['vconcat.0.mark', 'vconcat.1.hconcat.0.mark', 'vconcat.1.hconcat.1.layer.0.mark'],
  ],
  [{ concat: [{ facet: { field: 'a' }, spec: bar }] }, ['concat.0.spec.mark']],
  [{ repeat: { row: ['a', 'b'] }, spec: bar }, ['spec.mark', 'spec.mark']],
  [{ ...bar, mark: { type: 'line', point: true } }, ['mark', 'mark']],
])('%j', (spec, paths) => {
  expect(listMarks(spec).map((name) => locateMark(spec, name).join('.'))).toEqual(paths);
});

test('the longest sequence, else the first transform that makes rows', () => {
  const sequence = (stop: unknown) => ({ ...bar, data: { sequence: { start: 0, stop } } });
  expect(locateRowGrowth({ layer: [sequence(10), sequence(1e9)] })).toEqual(['layer', 1, 'data', 'sequence']);
  const transform = [{ filter: 'a' }, { density: 'a' }, { flatten: ['b'] }];
  expect(locateRowGrowth({ ...bar, transform })).toEqual(['transform', 1, 'density']);
  expect(locateRowGrowth(bar)).toEqual([]);
});

test('what a message quotes', () => {
  const spec = { ...bar, transform: [{ calculate: 'datum.a +', as: 'b' }] };
  expect(locateQuotedText(spec, 'datum.a + → unexpected end')).toEqual(['transform', 0, 'calculate']);
  expect(locateQuotedText(spec, 'something else')).toEqual([]);
});
