/** Tables of a report as CSV, each written when it is not what was written before. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type WrittenFile, writeTableCsv } from '../../data/csv-export.ts';
import { describeTable, type Engine } from '../../data/engine.ts';
import { Cache } from '../../files/cache.ts';
import { makeFolder, removeInside } from '../../files/door.ts';
import { hashContent, hashFile } from '../../files/folder-files.ts';

/** Images of the text, in the same folder as the tables. */
export const mediaFolder = 'media';

/** By name of the table. */
type KeptDownloads = Record<string, { key: string; written: WrittenFile }>;

interface DownloadData {
  engine: Engine;
  /** What all tables depend on besides their files. */
  ground: string;
}

interface DownloadOptions {
  report: string;
  /** Takes `<table>.csv`; what else lies there goes, but for images. */
  folder: string;
  /** Where it is kept what was written; without it every table is. */
  kept?: string | undefined;
  digest?: ((file: string) => Promise<string>) | undefined;
  /** Takes what is to be kept. */
  writes?: Map<string, () => Promise<void>> | undefined;
}

/** What lies in the folder then, by name of the table. */
export async function writeDownloads(
  { engine, ground }: DownloadData,
  { report, folder, kept, digest = hashFile, writes }: DownloadOptions,
): Promise<Map<string, WrittenFile>> {
  const cache = kept === undefined ? undefined : new Cache(kept);
  const before = cache?.readJson<KeptDownloads>(`${report}.json`, '') ?? {};
  const names = new Set(engine.tables.map(({ name }) => `${name}.csv`));
  for (const name of await readdir(folder).catch(() => []))
    if (!names.has(name) && name !== mediaFolder) await removeInside(folder, name);
  await makeFolder(folder);
  const made: KeptDownloads = {};
  for (const table of engine.tables) {
    const key = hashContent(`${describeTable(table)} ${ground}`);
    const known = before[table.name];
    const file = join(folder, `${table.name}.csv`);
    const isThere = known?.key === key && (await digest(file).catch(() => '')) === known.written.sha256;
    made[table.name] = isThere ? known : { key, written: await writeTableCsv(engine, table, folder) };
  }
  if (cache) writes?.set('downloads', () => cache.writeJson(`${report}.json`, '', made));
  return new Map(Object.entries(made).map(([name, { written }]) => [name, written]));
}
