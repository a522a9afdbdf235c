/**
 * `draw-side.ts ours|plain COUNT FOLDER`: so many charts at each width by the product's own pool, which keeps them in the
 * folder, or by Vega alone in as many processes as the pool has. `draw-side.ts share COUNT PART`: one of those.
 */
import { execFile } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { ChartPool } from '../../charts/draw/pool.ts';
import { chartWidths } from '../../charts/theme.ts';
import { benchKinds, createSpec, drawInPlainLoop } from './plain-loop.ts';

const processes = 2;
const widths = Object.values(chartWidths);
const [who, size, rest = ''] = process.argv.slice(2);
const seeds = Array.from({ length: Number(size) }, (_, i) => i);

if (who === 'ours') await drawOurs(rest);
else if (who === 'share') await drawShare(Number(rest));
else await Promise.all(Array.from({ length: processes }, (_, part) => startShare(part)));

async function drawOurs(cache: string): Promise<void> {
  const pool = new ChartPool({ size: processes });
  const orders = seeds.flatMap((seed) => widths.map((width) => ({ seed, width })));
  await Promise.all(
    orders.map(({ seed, width }) => {
      const group = benchKinds[seed % benchKinds.length]!;
      return pool.draw({ spec: createSpec(seed, width), width }, { cache, group });
    }),
  );
  await pool.close();
}

/** Half of the kinds each, as the pool has it too: who has drawn one is quick at the next. */
async function drawShare(part: number): Promise<void> {
  const share = seeds.filter((seed) => (seed % benchKinds.length) % processes === part);
  await drawInPlainLoop(share.flatMap((seed) => widths.map((width) => createSpec(seed, width))));
}

async function startShare(part: number): Promise<void> {
  const file = fileURLToPath(import.meta.url);
  await promisify(execFile)(process.execPath, [...process.execArgv, file, 'share', size!, String(part)]);
}
