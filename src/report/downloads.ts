import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { exportCsv } from '../data/download.ts';
import type { Engine } from '../data/engine.ts';

/** Writes every table of a report as `<folder>/<table>.csv`; what lay there before is gone. */
export async function writeDownloads(engine: Engine, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  for (const table of engine.tables) await exportCsv(engine, table, join(folder, `${table.name}.csv`));
}
