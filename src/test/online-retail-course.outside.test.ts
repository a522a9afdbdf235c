/**
 * Published data with published answers: UCI Online Retail (Chen 2012, CC BY 4.0), 541 909 lines of invoices.
 * The file lies beside the repository, never in it.
 */
import { copyFile, readFile, stat } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { copyCourse, runFupan } from './copied-course.ts';

const parquet = fileURLToPath(new URL('../../../shared/data/online-retail.parquet', import.meta.url));
const there = await stat(parquet).then(
  () => true,
  () => false,
);
if (!there) console.warn(`SKIPPED: no ${parquet}`);

/** Cleaned: customer known, not cancelled, quantity and price above 0. */
const published: Record<string, { text: string; value: number }> = {
  收入: { text: '8,911,407.90 元', value: 8_911_407.9 },
  订单数: { text: '18,532 单', value: 18_532 },
  顾客数: { text: '4,338 人', value: 4338 },
  客单价: { text: '480.87', value: 480.87 },
  复购率: { text: '65.58%', value: 65.58 },
};

interface Report {
  values: { name: string; value: number; text: string }[];
}

describe.skipIf(!there)('online retail', () => {
  test('prints the published numbers within time and memory', { timeout: 600_000 }, async () => {
    const root = await copyCourse('online-retail');
    await copyFile(parquet, join(root, 'data/retail/online-retail.parquet'));
    // On a machine that others use too, seconds of the clock are not ours alone.
    const crowd = Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());
    const start = performance.now();
    const { code, out, err } = await runFupan(['build', '--root', root, '--lang', 'en']);
    const seconds = (performance.now() - start) / 1000;
    expect(err + out).not.toContain('error ');
    expect(code).toBe(0);
    expect(seconds).toBeLessThan(30 * crowd);
    expect(Number(/peak memory (\d+) MB/.exec(out)?.[1])).toBeLessThan(1536);

    const dist = join(root, 'dist/reports/retail');
    const chapter = await readFile(join(dist, 'results.html'), 'utf8');
    const report = JSON.parse(await readFile(join(dist, 'report.json'), 'utf8')) as Report;
    for (const [name, { text, value }] of Object.entries(published)) {
      expect(chapter, name).toContain(text);
      const found = report.values.find((one) => one.name === name);
      expect(found?.text, name).toContain(text);
      expect(Math.abs(found!.value - value), name).toBeLessThan(0.005);
    }
  });
});
