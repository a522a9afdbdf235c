import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect, test } from 'vitest';
import { Spending, SpentError } from '../../base/limits/spending.ts';
import type { Spec } from '../kind.ts';
import { kinds } from '../kinds/kinds.ts';
import { samples } from '../samples/inputs.sample.ts';
import { chartWidth } from '../theme.ts';
import { DrawingError, DrawingLimitError } from './drawing-errors.ts';
import { ChartPool } from './pool.ts';

const pool = new ChartPool();
const brief = new ChartPool({ size: 1, limit: 1500 });
const folder = await mkdtemp(join(tmpdir(), 'charts-'));

afterAll(async () => {
  await Promise.all([pool.close(), brief.close()]);
  await rm(folder, { recursive: true });
});

const requests = samples
  .slice(0, 6)
  .map(({ kind, input }) => ({ spec: kinds[kind].buildSpec(input, chartWidth) }));
const createBar = (more: object) =>
  ({
    data: { values: [{ a: 1 }] },
    mark: 'bar',
    encoding: { x: { field: 'a', type: 'nominal' } },
    ...more,
  }) as Spec;

/** A pattern that is tried in more ways than there is time for. */
const endless = createBar({ transform: [{ filter: `test(/^(a+)+$/, '${'a'.repeat(40)}!')` }] });

test('the same bytes in any order and thread, and from the cache', async () => {
  const first = await Promise.all(requests.map((request) => pool.draw(request, { cache: folder })));
  const again = await Promise.all(requests.toReversed().map((request) => pool.draw(request)));
  expect(again.toReversed()).toEqual(first);
  expect(await readdir(folder, { recursive: true })).toContainEqual(expect.stringMatching(/\.json$/));
  const kept = await Promise.all(requests.map((request) => brief.draw(request, { cache: folder })));
  expect(kept).toEqual(first);
});

test('equal drawings asked for at once are drawn once, and one that fails fails for each', async () => {
  let paid = 0;
  const account = { left: 10_000, pay: (spent: number) => (paid += Number(spent > 0)) };
  const request = { spec: createBar({ title: 'at once' }) };
  const drawn = await Promise.all(
    Array.from({ length: 8 }, () => pool.draw(request, { account, cache: folder })),
  );
  expect(new Set(drawn.map((drawing) => JSON.stringify(drawing))).size).toBe(1);
  expect(paid).toBe(1);
  const bad = { spec: createBar({ encoding: { x: { field: 'a', type: 'wrong' } } }) };
  const failed = await Promise.allSettled(Array.from({ length: 3 }, () => pool.draw(bad)));
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
});

test('who asks for a drawing pays what it took, nothing for a kept one, and gets none with nothing left', async () => {
  const place = { file: 'index.mdx' };
  const spending = new Spending(100, { name: { zh: '图', en: 'chart' }, place });
  const draw = async (title: string) =>
    pool.draw({ spec: createBar({ title }) }, { cache: folder, account: spending.openAccount() });
  const getSpent = () => spending.listDearest(1)[0]?.seconds ?? 0;
  await draw('paid');
  const paid = getSpent();
  expect(paid).toBeGreaterThan(0.001);
  expect(paid).toBeLessThan(10);
  await draw('paid');
  expect(getSpent()).toBe(paid);
  spending.openAccount().pay(100_000);
  await expect(draw('too late')).rejects.toThrow(SpentError);
  const account = { left: 200, pay: () => Object.assign(account, { left: 0 }) };
  await expect(brief.draw({ spec: endless }, { account })).rejects.toThrow(SpentError);
});

test('what Vega refuses is reported with its message', async () => {
  const spec = createBar({ transform: [{ calculate: 'datum.a +', as: 'b' }] });
  await expect(pool.draw({ spec })).rejects.toThrow(DrawingError);
});

test('nothing is loaded even when a url gets this far', async () => {
  const { svg, warnings } = await pool.draw({ spec: createBar({ data: { url: '/etc/passwd' } }) });
  expect(warnings.join()).toContain('loads nothing');
  expect(svg).not.toContain('root');
});

test('time is that of the processor: many charts beside one another do not make one slow', async () => {
  const crowded = new ChartPool({ size: 4, limit: 4000 });
  const all = await Promise.all(
    Array.from({ length: 8 }, (_, i) => crowded.draw({ spec: createBar({ title: String(i) }) })),
  );
  expect(all).toHaveLength(8);
  await crowded.close();
});

test('one that took too long beside others is drawn once more alone, while the others go on', async () => {
  const pair = new ChartPool({ size: 2, limit: 1500 });
  const begun = performance.now();
  const slow = pair.draw({ spec: endless }).catch((error: unknown) => error);
  const others = await Promise.all([1, 2, 3].map((i) => pair.draw({ spec: createBar({ title: `${i}` }) })));
  expect(others).toHaveLength(3);
  expect(await slow).toBeInstanceOf(DrawingLimitError);
  // Twice the limit: it had its second chance.
  expect(performance.now() - begun).toBeGreaterThan(2500);
  expect((await pair.draw({ spec: createBar({}) })).warnings).toEqual([]);
  await pair.close();
});

test('a limit of its own counts instead of that of the pool', async () => {
  const hasty = new ChartPool({ size: 1, limit: 1 });
  const spec = createBar({ data: { sequence: { start: 0, stop: 20_000 } } });
  await expect(hasty.draw({ spec })).rejects.toThrow(DrawingLimitError);
  expect((await hasty.draw({ spec }, { limit: 60_000 })).svg).toContain('<svg');
  await hasty.close();
});

test('an endless chart is stopped, and the next one is drawn', async () => {
  await expect(brief.draw({ spec: endless })).rejects.toThrow(DrawingLimitError);
  const after = new ChartPool({ size: 1 });
  expect((await after.draw({ spec: createBar({}) })).warnings).toEqual([]);
  await after.close();
});

test.each([
  "process.env['PATH']",
  "''.constructor.constructor('return 1')()",
  'fetch(1)',
  'import("fs")',
  'this.process',
])('an expression cannot reach the machine: %s', async (calculate) => {
  await expect(pool.draw({ spec: createBar({ transform: [{ calculate, as: 'b' }] }) })).rejects.toThrow(
    DrawingError,
  );
});

test('rows are those drawn, after the transforms', async () => {
  const spec = {
    data: {
      values: [
        { c: 'a', n: 1 },
        { c: 'b', n: 5 },
        { c: 'a', n: 2 },
      ],
    },
    mark: 'bar',
    encoding: {
      y: { field: 'c', type: 'nominal' },
      x: { aggregate: 'sum', field: 'n', type: 'quantitative', title: 'n' },
    },
  } as Spec;
  const { rows } = await pool.draw({ spec, rows: true });
  expect(rows).toMatchObject([
    { c: 'a', sum_n: 3 },
    { c: 'b', sum_n: 5 },
  ]);
});

test('a process keeps the code that it has compiled for the next one', async () => {
  const code = join(folder, 'code');
  const before = process.env.NODE_COMPILE_CACHE;
  process.env.NODE_COMPILE_CACHE = code;
  const alone = new ChartPool({ size: 1 });
  try {
    for (let i = 0; i < 17; i++) await alone.draw({ spec: createBar({ title: `chart ${i}` }) });
  } finally {
    if (before === undefined) delete process.env.NODE_COMPILE_CACHE;
    else process.env.NODE_COMPILE_CACHE = before;
    await alone.close();
  }
  expect((await readdir(code, { recursive: true })).length).toBeGreaterThan(20);
});
