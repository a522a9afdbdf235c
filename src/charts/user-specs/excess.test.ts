/** Specifications made to hang a build or to fill its memory, refused by what they count: on every machine alike. */
import { afterAll, describe, expect, test } from 'vitest';
import { BoundError } from '../bounds/bounds.ts';
import { ChartPool } from '../draw/pool.ts';
import { findExcess } from './excess.ts';
import { findGrammarErrors } from './grammar.ts';
import { locateBound } from './locate-error.ts';
import { parseUserSpec, withDatasets } from './user-spec.ts';

const named = { data: { name: 't' } };
const x = { field: 'n', type: 'quantitative' };
const point = { mark: 'point', encoding: { x } };
const buildSequence = (sequence: object) => ({
  data: { sequence: { start: 0, as: 'n', ...sequence } },
  ...point,
});
const buildTransform = (...transform: object[]) => ({ ...named, transform, ...point });
const withX = (more: object) => ({ ...named, mark: 'bar', encoding: { x: { ...x, ...more } } });
const many = (count: number) => Array.from({ length: count }, (_, i) => `c${i}`);

describe('where the number is written', () => {
  test.each<[spec: object, told: string]>([
    [buildSequence({ stop: 1e9 }), 'data.sequence rows 1000000000'],
    [buildSequence({ stop: 50_001 }), 'data.sequence rows 50001'],
    [buildSequence({ stop: 1, step: 1e-9 }), 'data.sequence rows 1000000000'],
    [buildSequence({ start: 1e9, stop: 0, step: -1 }), 'data.sequence rows 1000000000'],
    [{ ...named, layer: [point, buildSequence({ stop: 3e9 })] }, 'layer.1.data.sequence rows 3000000000'],
    [
      buildTransform({ impute: 'n', key: 'k', keyvals: { start: 0, stop: 1e8 } }),
      'transform.0.keyvals rows 100000000',
    ],
    [withX({ impute: { value: 0, keyvals: { stop: 1e6 } } }), 'encoding.x.impute.keyvals rows 1000000'],
    [buildTransform({ density: 'n', steps: 1e9 }), 'transform.0.steps steps 1000000000'],
    [buildTransform({ density: 'n', maxsteps: 20_000 }), 'transform.0.maxsteps steps 20000'],
    [buildTransform({ quantile: 'n', step: 1e-7 }), 'transform.0.step steps 10000000'],
    [buildTransform({ quantile: 'n', step: 0 }), 'transform.0.step steps Infinity'],
    [buildTransform({ regression: 'n', on: 'k', method: 'poly', order: 500 }), 'transform.0.order order 500'],
    [withX({ bin: { maxbins: 1e7 } }), 'encoding.x.bin bins 10000000'],
    [withX({ bin: { base: 1 } }), 'encoding.x.bin bins Infinity'],
    [withX({ bin: { step: 1e-6, extent: [0, 1] } }), 'encoding.x.bin bins 1000000'],
    [withX({ axis: { tickCount: 1e8 } }), 'encoding.x.axis.tickCount ticks 100000000'],
    [withX({ scale: { bins: { start: 0, stop: 1e9, step: 1 } } }), 'encoding.x.scale.bins bins 1000000000'],
    [
      {
        ...named,
        mark: 'bar',
        encoding: { color: { ...x, scale: { scheme: { name: 'viridis', count: 1e9 } } } },
      },
      'encoding.color.scale.scheme.count colours 1000000000',
    ],
    [{ data: { graticule: { step: [0.001, 0.001] } }, mark: 'geoshape' }, 'data.graticule points'],
    [{ data: { graticule: { precision: 0 } }, mark: 'geoshape' }, 'data.graticule points Infinity'],
    [{ ...named, repeat: { row: many(60), column: many(60) }, spec: point }, 'repeat views 3600'],
    [
      { ...named, vconcat: [point, { repeat: many(50), spec: { repeat: many(50), spec: point } }] },
      'vconcat.1.repeat views 2501',
    ],
  ])('%j: %s', (spec, told) => {
    expect(findGrammarErrors(spec)).toEqual([]);
    const found = findExcess(spec).map(({ path, bounded, count }) => `${path.join('.')} ${bounded} ${count}`);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(told);
  });

  test.each<[object]>([
    [buildSequence({ stop: 50_000 })],
    [{ data: { graticule: true }, mark: 'geoshape' }],
    [{ data: { graticule: { step: [1, 1] } }, mark: 'geoshape' }],
    [withX({ bin: { step: 5 }, scale: { bins: { start: 5000, step: 1 } } })],
    [withX({ bin: true, axis: { tickCount: 'month' } })],
    [buildTransform({ density: 'n' }, { quantile: 'n', step: 0.01 })],
    [{ data: { values: [{ name: 'a', count: 1e9, tickCount: 1e9 }] }, ...point }],
    [{ ...named, repeat: { row: many(8), column: many(8) }, spec: { layer: [point, point] } }],
  ])('may be asked for: %j', (spec) => {
    expect(findExcess(spec)).toEqual([]);
  });
});

describe('where it comes of the data or of an expression', () => {
  const pool = new ChartPool({ size: 1, limit: 60_000 });
  afterAll(() => pool.close());
  const rows = Array.from({ length: 20_000 }, (_, i) => ({
    n: i,
    g: `g${i}`,
    one: 1,
    day: `${1900 + (i % 200)}/01/01`,
  }));
  const tables = { t: rows, few: rows.slice(0, 5) };
  const sound = { t: rows.slice(0, 1000) };
  const tenfold = Array.from({ length: 9 }, (_, i) => [
    { calculate: 'sequence(10)', as: `s${i}` },
    { flatten: [`s${i}`] },
  ]).flat();
  const sorted = [{ field: 'n' }];

  test.each<[name: string, spec: object, told: string]>([
    [
      'a list in an expression',
      { ...buildTransform({ calculate: 'length(sequence(1e9))', as: 'k' }), data: { name: 'few' } },
      'rows 1000000000 at transform.0.calculate',
    ],
    [
      'times in an expression',
      buildTransform({ calculate: "timeSequence('milliseconds', 0, 1e12)", as: 'k' }),
      'rows 1000000000000 at transform.0.calculate',
    ],
    [
      'rows tenfold nine times',
      { ...buildTransform(...tenfold), data: { name: 'few' } },
      'rows 5000000 at transform.1.flatten',
    ],
    [
      'values imputed for every group',
      buildTransform({ impute: 'one', key: 'n', groupby: ['g'] }),
      'rows 400000000 at transform.0.impute',
    ],
    [
      'columns of every value for every group',
      buildTransform({ pivot: 'g', value: 'n', groupby: ['n'] }),
      'rows 400000000 at transform.0.pivot',
    ],
    ['many columns folded', buildTransform({ fold: many(40) }), 'rows 800000 at transform.0.fold'],
    [
      'a curve for every row',
      buildTransform({ density: 'n', groupby: ['g'], steps: 1000 }),
      'rows 20000000 at transform.0.density',
    ],
    [
      'a loess of all rows',
      buildTransform({ loess: 'one', on: 'n' }),
      'steps 360000000 at transform.0.loess',
    ],
    [
      'all rows for every row',
      buildTransform({
        window: [{ op: 'values', field: 'n', as: 'all' }],
        frame: [null, 0],
        sort: sorted,
      }),
      'steps 6000000000 at transform.0.window',
    ],
    [
      'a join that is taken apart',
      buildTransform({ joinaggregate: [{ op: 'values', field: 'n', as: 'all' }] }, { flatten: ['all'] }),
      'rows 400000000 at transform.1.flatten',
    ],
    ['bins by a step', withX({ bin: { step: 0.01 } }), 'bins 1999900 at encoding.x.bin'],
    [
      'a tick every minute of two centuries',
      {
        ...named,
        mark: 'point',
        encoding: { x: { field: 'day', type: 'temporal', axis: { tickCount: 'minute' } } },
      },
      'at encoding.x.axis.tickCount',
    ],
    ['bins of a scale', withX({ scale: { bins: { step: 0.001 } } }), 'at encoding.x.scale.bins'],
    ['a plot for every row', { ...named, facet: { field: 'g' }, spec: point }, 'parts 100001 at facet'],
    [
      'a plot for every pair',
      { ...named, facet: { row: { field: 'g' }, column: { field: 'n' } }, spec: point },
      'at facet',
    ],
  ])('%s', async (_name, written, told) => {
    expect(findGrammarErrors(written)).toEqual([]);
    expect(findExcess(written)).toEqual([]);
    const { spec } = parseUserSpec(written);
    const error = await pool.draw({ spec: withDatasets(spec, tables) }).catch((reason) => reason);
    expect(error).toBeInstanceOf(BoundError);
    const { bounded, count, part } = error as BoundError;
    expect(`${bounded} ${count} at ${locateBound(written, part).join('.')}`).toContain(told);
  });

  test('what is within the bounds is drawn', async () => {
    const own = [
      withX({ bin: { step: 10 } }),
      buildTransform({ window: [{ op: 'sum', field: 'n', as: 'all' }] }),
      buildTransform(
        { fold: ['n', 'one'] },
        { aggregate: [{ op: 'sum', field: 'value', as: 'n' }], groupby: ['key'] },
      ),
      { ...named, facet: { field: 'day', timeUnit: 'month' }, spec: point },
    ];
    for (const written of own) {
      const { spec } = parseUserSpec(written);
      const { warnings } = await pool.draw({ spec: withDatasets(spec, sound) });
      expect(warnings).toEqual([]);
    }
  });
});
