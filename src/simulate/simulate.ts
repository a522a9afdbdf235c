import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { csv } from './csv.ts';
import { growthLab } from './reports/growth-lab/plan.ts';
import type { SimulatedTable } from './tables/table.ts';
import { simulatedTables } from './tables/tables.ts';
import { makeWorld } from './world/world.ts';

/** Seed of the demo course, and default of the command. */
export const demoSeed = 20260302;

export interface SimulateOptions {
  /** Same seed, same bytes. */
  seed: number;
  /** Multiplies people, orders and money; 1 is the demo (about 3 700 users), at least 0.1. */
  scale?: number;
  /** Name of the data folder: `growth-lab`. */
  report: string;
}

export interface SimulatedFile {
  /** From the course root: `data/growth-lab/users.csv`. */
  file: string;
  text: string;
  rows: number;
}

/** Practice data for a report, one CSV a table. Rows only: no column holds a result. */
export function simulate({ seed, scale = 1, report }: SimulateOptions): SimulatedFile[] {
  const world = makeWorld(growthLab, seed, scale);
  return Object.entries<SimulatedTable>(simulatedTables).map(([name, table]) => {
    const rows = table.rows(world);
    return { file: `data/${report}/${name}.csv`, text: csv(table.columns, rows), rows: rows.length };
  });
}

/** Writes the files under a course root and returns them. */
export async function writeSimulated(options: SimulateOptions & { out: string }): Promise<SimulatedFile[]> {
  const files = simulate(options);
  for (const { file, text } of files) {
    const target = join(options.out, file);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  return files;
}
