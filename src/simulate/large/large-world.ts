import { makeFolder, removeInside, writeInside } from '../../files/door.ts';
import type { ChannelSpend } from '../output/answer-key.ts';
import { formatCsv } from '../output/format-csv.ts';
import { Random } from '../random.ts';
import { worlds } from '../reports/worlds.ts';
import { simulateWorld, type World } from '../world/world.ts';
import { additiveTables, personTables, summaryTables, TableSums } from './large-tables.ts';
import { ParquetFiles } from './parquet-files.ts';
import { buildShard, type LargeWorld } from './shard.ts';
import { simulateShards } from './shard-pool.ts';

interface LargeWorldOptions extends LargeWorld {
  /** Folder of the report's data. */
  folder: string;
}

interface WrittenFile {
  /** Name of the file in the folder. */
  name: string;
  rows: number;
}

/**
 * A large world is many worlds side by side, each with its own people and the same plan and days; memory holds
 * a few at a time. Tables of people are streamed to Parquet, those of days are added up, and what the team planned is
 * written once. Tables that draw a conclusion from all of it (budget, OKR, decisions …) are left out. Returns the
 * files, the first of the worlds, which holds the only ring, and what was spent in all of them.
 */
export async function writeLargeWorld(
  options: LargeWorldOptions,
): Promise<{ files: WrittenFile[]; first: World; spent: ChannelSpend[] }> {
  const { folder } = options;
  const { tables } = worlds[options.world];
  // A world that cannot be simulated fails here, before anything is written.
  simulateFirstShard(options);
  await makeFolder(folder);
  const { streamed, sums, spent } = await streamShards(options);
  const head = { ...createEmptyWorld(options.seed), plan: options.plan, scale: options.scale };
  const small = Object.entries(tables).filter(
    ([name]) => !personTables.has(name) && !summaryTables.has(name),
  );
  const written: WrittenFile[] = [];
  for (const [name, table] of small) {
    const rows = sums[name]?.rows() ?? table.rows(head);
    await writeInside(folder, `${name}.csv`, formatCsv(name, table.columns, rows));
    written.push({ name: `${name}.csv`, rows: rows.length });
  }
  for (const name of [...streamed.map((file) => file.name.replace('.parquet', '')), ...summaryTables]) {
    await removeInside(folder, `${name}.csv`);
  }
  return { files: [...streamed, ...written], first: simulateFirstShard(options), spent };
}

function simulateFirstShard(options: LargeWorldOptions): World {
  const { plan, seed, scale } = buildShard(options, 0);
  return simulateWorld(plan, seed, scale);
}

/** Writes the tables of people and adds up those of days, as the worlds come. */
async function streamShards(options: LargeWorldOptions) {
  const { tables } = worlds[options.world];
  const columns = Object.entries(tables).map(([name, table]) => [name, table.columns] as const);
  const ofPeople = Object.fromEntries(columns.filter(([name]) => personTables.has(name)));
  const ofDays = columns.filter(([name]) => Object.hasOwn(additiveTables, name));
  const sums = Object.fromEntries(ofDays.map(([name, list]) => [name, new TableSums(name, list)]));
  const spent: ChannelSpend[] = [];
  const parquet = await ParquetFiles.open(options.folder, ofPeople);
  try {
    for await (const rows of simulateShards(options)) {
      for (const [name, added] of Object.entries(rows.people)) await parquet.add(name, added);
      for (const [name, added] of Object.entries(rows.days)) sums[name]!.add(added);
      spent.push(...rows.spent);
    }
    return { streamed: await parquet.finish(), sums, spent };
  } finally {
    await parquet.close();
  }
}

function createEmptyWorld(seed: number) {
  return { random: new Random(seed), people: [], sessions: [], orders: [], invitations: [] };
}
