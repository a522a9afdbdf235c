import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { additive, Sums } from './additive.ts';
import { blockOf, type LargeWorld } from './block.ts';
import { rowsOfBlocks } from './blocks.ts';
import { csv } from './csv.ts';
import type { Spent } from './key.ts';
import { ParquetFiles } from './parquet.ts';
import { people } from './parts.ts';
import { Random } from './random.ts';
import { worlds } from './reports/index.ts';
import { makeWorld, type World } from './world/world.ts';

export interface LargeOptions extends LargeWorld {
  /** Folder of the report's data. */
  folder: string;
}

export interface Written {
  /** Name of the file in the folder. */
  name: string;
  rows: number;
}

/**
 * A large world is many worlds side by side, each with its own people and the same plan, days and signs; memory holds
 * a few at a time. Tables of people are streamed to Parquet, those of days are added up, and what the team planned is
 * written once. Tables that draw a conclusion from all of it (budget, OKR, decisions …) are left out. Returns the
 * files, the first of the worlds, which holds the only ring, and what was spent in all of them.
 */
export async function writeLarge(
  options: LargeOptions,
): Promise<{ files: Written[]; first: World; spent: Spent[] }> {
  const { folder } = options;
  const { tables } = worlds[options.world];
  // What cannot be made once is told before anything is written.
  firstOf(options);
  await mkdir(folder, { recursive: true });
  const { streamed, sums, spent } = await stream(options);
  const head = { ...emptyWorld(options.seed), plan: options.plan, scale: options.scale };
  const small = Object.entries(tables).filter(([name]) => !people.has(name) && !conclusions.has(name));
  const written: Written[] = [];
  for (const [name, table] of small) {
    const rows = sums[name]?.rows() ?? table.rows(head);
    await writeFile(join(folder, `${name}.csv`), csv(name, table.columns, rows));
    written.push({ name: `${name}.csv`, rows: rows.length });
  }
  for (const name of [...streamed.map((file) => file.name.replace('.parquet', '')), ...conclusions]) {
    await rm(join(folder, `${name}.csv`), { force: true });
  }
  return { files: [...streamed, ...written], first: firstOf(options), spent };
}

function firstOf(options: LargeOptions): World {
  const { plan, seed, scale } = blockOf(options, 0);
  return makeWorld(plan, seed, scale);
}

/** Writes the tables of people and adds up those of days, as the worlds come. */
async function stream(options: LargeOptions) {
  const { tables } = worlds[options.world];
  const columns = Object.entries(tables).map(([name, table]) => [name, table.columns] as const);
  const ofPeople = Object.fromEntries(columns.filter(([name]) => people.has(name)));
  const ofDays = columns.filter(([name]) => Object.hasOwn(additive, name));
  const sums = Object.fromEntries(ofDays.map(([name, list]) => [name, new Sums(name, list)]));
  const spent: Spent[] = [];
  const parquet = await ParquetFiles.open(options.folder, ofPeople);
  try {
    for await (const rows of rowsOfBlocks(options)) {
      for (const [name, added] of Object.entries(rows.people)) await parquet.add(name, added);
      for (const [name, added] of Object.entries(rows.days)) sums[name]!.add(added);
      spent.push(...rows.spent);
    }
    return { streamed: await parquet.finish(), sums, spent };
  } finally {
    await parquet.close();
  }
}

/** Tables that say what all rows together came to. */
const conclusions = new Set(['budget', 'decision_log', 'incidents', 'okr', 'partners']);

function emptyWorld(seed: number) {
  return { random: new Random(seed), people: [], sessions: [], orders: [], invitations: [] };
}
