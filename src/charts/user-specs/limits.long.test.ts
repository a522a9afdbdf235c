/** Specifications made to hang a build or to fill its memory: each is stopped, and the part at fault is named. */
import { afterAll, describe, expect, test } from 'vitest';
import { type DrawingLimit, DrawingLimitError } from '../draw/drawing-errors.ts';
import { ChartPool } from '../draw/pool.ts';
import { mostMarks } from '../draw/render.ts';
import { locateMark, locateRowGrowth } from './locate-error.ts';
import { parseUserSpec, withDatasets } from './user-spec.ts';

const pool = new ChartPool({ size: 1, limit: 10_000 });
afterAll(() => pool.close());

const rows = Array.from({ length: 50_000 }, (_, i) => ({ n: i, g: `${i}`, one: 1, k: i % 7 }));
const tables = { t: rows, few: rows.slice(0, 5) };
const few = { data: { name: 'few' } };
const point = { mark: 'point', encoding: { x: { field: 'n', type: 'quantitative' } } };
const buildSequence = (stop: number) => ({ data: { sequence: { start: 0, stop, as: 'n' } } });
/** 5 rows, 10 times as many with every step. */
const buildTenfold = (steps: number) =>
  Array.from({ length: steps }, (_, i) => [
    { calculate: 'sequence(10)', as: `s${i}` },
    { flatten: [`s${i}`] },
  ]).flat();

const hostile: [name: string, spec: object, path: string, limits: DrawingLimit[]][] = [
  ['an endless sequence', { ...buildSequence(1e10), ...point }, 'data.sequence', ['time', 'memory']],
  [
    'a sequence in a layer',
    { ...few, layer: [point, { ...buildSequence(3e9), ...point }] },
    'layer.1.data.sequence',
    ['time', 'memory'],
  ],
  [
    'a list without end in an expression',
    { ...few, transform: [{ calculate: 'sequence(1e9)', as: 'n' }], ...point },
    '',
    ['time', 'memory'],
  ],
  [
    'rows tenfold nine times',
    { ...few, transform: buildTenfold(9), ...point },
    'transform.1.flatten',
    ['time', 'memory'],
  ],
  [
    'a density of a thousand million steps',
    {
      ...few,
      transform: [{ density: 'n', steps: 1e9 }],
      mark: 'area',
      encoding: { x: { field: 'value', type: 'quantitative' } },
    },
    'transform.0.density',
    ['time', 'memory'],
  ],
  [
    'values imputed for every group',
    { data: { name: 't' }, transform: [{ impute: 'one', key: 'n', groupby: ['g'] }], ...point },
    'transform.0.impute',
    ['time', 'memory'],
  ],
  [
    'a window over all rows for every row',
    {
      data: { name: 't' },
      transform: [
        { window: [{ op: 'values', field: 'n', as: 'all' }], frame: [null, null] },
        { flatten: ['all'] },
      ],
      ...point,
    },
    'transform.0.window',
    ['time', 'memory'],
  ],
  [
    'a join that is taken apart',
    {
      data: { name: 't' },
      transform: [
        { joinaggregate: [{ op: 'values', field: 'n', as: 'all' }] },
        { lookup: 'k', from: { data: { name: 't' }, key: 'k' }, as: 'found' },
        { flatten: ['all'] },
      ],
      ...point,
    },
    'transform.0.joinaggregate',
    ['time', 'memory'],
  ],
  [
    'a graticule of hairs',
    { data: { graticule: { step: [0.001, 0.001] } }, mark: 'geoshape' },
    'data.graticule',
    ['time', 'memory'],
  ],
  [
    'a pattern that never ends',
    { ...few, transform: [{ filter: `test(/^(a+)+$/, '${'a'.repeat(40)}!')` }], ...point },
    '',
    ['time'],
  ],
  [
    'ticks without end',
    {
      ...few,
      mark: 'point',
      encoding: { x: { field: 'n', type: 'quantitative', axis: { tickCount: 1e8 } } },
    },
    '',
    ['time', 'memory', 'marks'],
  ],
  [
    'more marks than a chart may have',
    { ...few, hconcat: [point, { ...buildSequence(60_000), ...point }] },
    'hconcat.1.mark',
    ['marks'],
  ],
  [
    'more cells than a chart may have',
    { data: { name: 't' }, facet: { field: 'g' }, spec: point },
    'facet',
    ['time', 'memory'],
  ],
];

describe('a hostile specification is stopped', () => {
  test.each(hostile)('%s', { timeout: 60_000 }, async (_name, written, path, limits) => {
    const own = parseUserSpec(written);
    expect(own.refusals).toEqual([]);
    const error = await pool
      .draw({ spec: withDatasets(own.spec, tables), rows: true })
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(DrawingLimitError);
    const { limit, mark } = error as DrawingLimitError;
    expect(limits).toContain(limit);
    const found = limit === 'marks' ? locateMark(written, mark) : locateRowGrowth(written);
    expect(found.join('.')).toBe(path);
  });

  test('and one just under the bound is drawn', { timeout: 60_000 }, async () => {
    const patient = new ChartPool({ size: 1, limit: 60_000 });
    const { spec } = parseUserSpec({ ...buildSequence(mostMarks - 100), ...point });
    const { svg } = await patient.draw({ spec: withDatasets(spec, {}) });
    await patient.close();
    expect(svg.match(/<path/g)!.length).toBeGreaterThan(mostMarks - 200);
  });
});
