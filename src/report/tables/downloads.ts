import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type WrittenFile, writeTableCsv } from '../../data/csv-export.ts';
import type { Engine } from '../../data/engine.ts';

/** Writes every table of a report as `<folder>/<table>.csv`; what lay there before is gone. By name of the table. */
export async function writeDownloads(engine: Engine, folder: string): Promise<Map<string, WrittenFile>> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const written = new Map<string, WrittenFile>();
  for (const table of engine.tables) {
    written.set(table.name, await writeTableCsv(engine, table, join(folder, `${table.name}.csv`)));
  }
  return written;
}
