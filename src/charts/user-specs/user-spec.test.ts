import { describe, expect, test } from 'vitest';
import { hasCustomColours, parseUserSpec } from './user-spec.ts';

const bar = { mark: 'bar', encoding: { x: { field: 'a', type: 'nominal' } } };

describe('refused', () => {
  test.each([
    ['url', { ...bar, data: { url: '/etc/passwd' } }, 'data.url'],
    ['url', { ...bar, data: { url: 'http://127.0.0.1/x.csv', name: 't' } }, 'data.url'],
    ['url', { data: { name: 't' }, layer: [{ ...bar, data: { url: 'x' } }] }, 'layer.0.data.url'],
    [
      'url',
      { ...bar, data: { name: 't' }, transform: [{ lookup: 'a', from: { data: { url: 'x' }, key: 'a' } }] },
      'transform.0.from.data.url',
    ],
    ['url', { data: { name: 't' }, mark: 'image', encoding: {} }, 'mark'],
    ['url', { data: { name: 't' }, mark: { type: 'image', url: 'x' } }, 'mark'],
    ['url', { data: { name: 't' }, mark: { type: 'point', href: 'x' } }, 'mark.href'],
    ['url', { data: { name: 't' }, mark: 'point', encoding: { href: { field: 'a' } } }, 'encoding.href'],
    ['url', { data: { name: 't' }, mark: 'point', encoding: { url: { field: 'a' } } }, 'encoding.url'],
    ['inline', { ...bar, data: { values: [{ a: 1 }] } }, 'data'],
    ['inline', { data: { values: [{ a: 1 }] }, layer: [bar, { ...bar, data: { sequence: {} } }] }, 'data'],
    ['inline', { ...bar, data: { name: 't', values: [] } }, 'data'],
    ['inline', { ...bar, data: { name: 't' }, datasets: { t: [] } }, 'datasets'],
    ['shape', { ...bar }, ''],
    ['shape', 'text', ''],
    [
      'shape',
      { $schema: 'https://vega.github.io/schema/vega/v6.json', marks: [], data: { name: 't' } },
      '$schema',
    ],
  ])('%s: %j', (why, spec, path) => {
    const { refusals } = parseUserSpec(spec);
    expect(refusals.map((one) => [one.why, one.path.join('.')])).toContainEqual([why, path]);
  });
});

test('data are asked for by name, and the specification is left as it was', () => {
  const spec = { ...bar, data: { name: '渠道' }, $schema: 'https://vega.github.io/schema/vega-lite/v6.json' };
  const before = structuredClone(spec);
  const own = parseUserSpec(spec);
  expect(own.refusals).toEqual([]);
  expect(own.data).toEqual([{ name: '渠道', path: ['data', 'name'] }]);
  expect(own.spec).not.toHaveProperty('$schema');
  expect(spec).toEqual(before);
});

test('palette names are colours, where a colour stands', () => {
  const { spec } = parseUserSpec({
    data: { name: 't' },
    mark: { type: 'bar', color: 'c2', fill: '#123456' },
    encoding: { color: { field: 'c1', condition: { test: 'a', value: 'good' }, value: 'bad' } },
  });
  expect(spec.mark).toEqual({ type: 'bar', color: 'var(--c2)', fill: '#123456' });
  expect(spec.encoding).toEqual({
    color: { field: 'c1', condition: { test: 'a', value: 'var(--good)' }, value: 'var(--bad)' },
  });
});

test('continuous colour goes in steps unless the team says how', () => {
  const color = { field: 'a', type: 'quantitative' };
  const scaled = (given: object) => {
    const { spec } = parseUserSpec({ data: { name: 't' }, mark: 'rect', encoding: { color: given } });
    return (spec.encoding as { color: { scale?: object } }).color.scale;
  };
  expect(scaled(color)).toMatchObject({ type: 'quantize', range: expect.arrayContaining(['var(--s7)']) });
  expect(scaled({ ...color, scale: { scheme: 'blues' } })).toEqual({ scheme: 'blues' });
});

test('rows written by hand annotate data of the report, and generators need none', () => {
  const layer = [bar, { ...bar, data: { values: [{ a: 'x' }] } }];
  expect(parseUserSpec({ data: { name: 't' }, layer }).refusals).toEqual([]);
  expect(parseUserSpec({ ...bar, data: { sequence: { start: 0, stop: 9 } } }).refusals).toEqual([]);
});

test('a drawing has colours of its own where not all are of the palette', () => {
  expect(hasCustomColours('<svg><path fill="var(--c1)" stroke="none"/><g fill="url(#a)"/></svg>')).toBe(
    false,
  );
  expect(hasCustomColours('<svg><path fill="var(--c1)"/><path stroke="#123456"/></svg>')).toBe(true);
  expect(hasCustomColours('<svg><stop stop-color="red"/></svg>')).toBe(true);
});
