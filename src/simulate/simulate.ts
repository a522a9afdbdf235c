import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { csv } from './csv.ts';
import { keyOf } from './key.ts';
import { writeLarge } from './large.ts';
import { worlds } from './reports/index.ts';
import type { WorldName } from './reports/names.ts';
import type { SimulatedReport } from './reports/report.ts';
import { applySettings } from './settings.ts';
import { spendLines } from './world/spend.ts';
import { makeWorld } from './world/world.ts';

export interface SimulateOptions {
  /** Name of the data folder: `growth-lab`. */
  report: string;
  /** Whose plan it follows; by default that of the report's name, or of growth-lab. */
  world?: WorldName;
  /** Same seed, same bytes; another one changes the noise and nothing that is planned. Default: that of the plan. */
  seed?: number;
  /** Multiplies people, orders and money; 1 is the plan (3 120 new users), at least 0.1. */
  scale?: number;
  /** Signs by name (`goals.新增用户=missed`), or numbers of the plan (`planted.anomaly.factor=3`). */
  set?: readonly string[];
}

export interface SimulatedFile {
  /** From the course root: `data/growth-lab/users.csv`. */
  file: string;
  text: string;
  rows: number;
}

/** Practice data for a report, one CSV a table, and last the key that tells what is hidden in them. */
export function simulate(options: SimulateOptions): SimulatedFile[] {
  const { report, scale = 1, set = [] } = options;
  const { plan, tables } = changed(options);
  const seed = options.seed ?? plan.seed;
  const world = makeWorld(plan, seed, scale);
  const files = Object.entries(tables).map(([name, table]) => {
    const rows = table.rows(world);
    return { file: `data/${report}/${name}.csv`, text: csv(name, table.columns, rows), rows: rows.length };
  });
  const key = keyOf(world, { seed, set }, spendLines(world));
  return [...files, { file: keyFile(report), text: key, rows: 0 }];
}

/** Kept out of `data/`, so that nothing publishes it. */
export const keyFile = (report: string): string => `data-key/${report}.yaml`;

function changed({
  report,
  world: named,
  set = [],
}: SimulateOptions): SimulatedReport & { world: WorldName } {
  const world = named ?? (Object.hasOwn(worlds, report) ? (report as WorldName) : 'growth-lab');
  const { plan, tables } = worlds[world];
  return { world, plan: applySettings(plan, set), tables };
}

/** Above this scale the tables of people are written as Parquet. */
export const largeFrom = 4;

async function writeMany(options: SimulateOptions & { out: string }) {
  const { report, out, scale = 1, set = [] } = options;
  const { plan, world } = changed(options);
  const seed = options.seed ?? plan.seed;
  const folder = join(out, 'data', report);
  const { files, first, spent } = await writeLarge({ world, plan, seed, scale, folder });
  const target = join(out, keyFile(report));
  await mkdir(dirname(target), { recursive: true });
  await writeFile(target, keyOf({ ...first, scale }, { seed, set }, spent));
  const data = files.map(({ name, rows }) => ({ file: `data/${report}/${name}`, rows }));
  return [...data, { file: keyFile(report), rows: 0 }];
}

/** Writes the files under a course root and returns them. */
export async function writeSimulated(
  options: SimulateOptions & { out: string },
): Promise<Pick<SimulatedFile, 'file' | 'rows'>[]> {
  if ((options.scale ?? 1) > largeFrom) return writeMany(options);
  const files = simulate(options);
  for (const { file, text } of files) {
    const target = join(options.out, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return files;
}
