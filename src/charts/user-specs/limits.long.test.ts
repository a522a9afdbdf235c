/** What no count can foresee is stopped by its time, its memory or its marks, and the part at fault is named. */
import { afterAll, describe, expect, test } from 'vitest';
import { mostMarks } from '../bounds/bounds.ts';
import { type DrawingLimit, DrawingLimitError } from '../draw/drawing-errors.ts';
import { ChartPool } from '../draw/pool.ts';
import { locateMark, locateRowGrowth } from './locate-error.ts';
import { parseUserSpec, withDatasets } from './user-spec.ts';

const pool = new ChartPool({ size: 1, limit: 10_000 });
afterAll(() => pool.close());

const rows = Array.from({ length: 50_000 }, (_, i) => ({ n: i, one: 1 }));
const tables = { t: rows.slice(0, 30_000), few: rows.slice(0, 5) };
const few = { data: { name: 'few' } };
const point = { mark: 'point', encoding: { x: { field: 'n', type: 'quantitative' } } };
const buildSequence = (stop: number) => ({ data: { sequence: { start: 0, stop, as: 'n' } } });

const hostile: [name: string, spec: object, path: string, limit: DrawingLimit][] = [
  [
    'a pattern that never ends',
    { ...few, transform: [{ filter: `test(/^(a+)+$/, '${'a'.repeat(40)}!')` }], ...point },
    '',
    'time',
  ],
  [
    'a text longer than memory',
    { ...few, transform: [{ calculate: "pad('', 1e9, 'x')", as: 'n' }, { flatten: ['n'] }], ...point },
    'transform.1.flatten',
    'memory',
  ],
  [
    'more marks than a chart may have',
    {
      ...few,
      hconcat: [
        { ...buildSequence(40_000), ...point },
        { data: { name: 't' }, ...point },
      ],
    },
    'hconcat.0.mark',
    'marks',
  ],
];

describe('a hostile specification is stopped', () => {
  test.each(hostile)('%s', { timeout: 60_000 }, async (_name, written, path, expected) => {
    const own = parseUserSpec(written);
    expect(own.refusals).toEqual([]);
    const error = await pool
      .draw({ spec: withDatasets(own.spec, tables), rows: true })
      .catch((reason) => reason);
    expect(error).toBeInstanceOf(DrawingLimitError);
    const { limit, mark } = error as DrawingLimitError;
    expect(limit).toBe(expected);
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
