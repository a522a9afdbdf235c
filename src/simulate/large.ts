import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { additive, addUp } from './additive.ts';
import { csv, type Field } from './csv.ts';
import { ParquetFiles } from './parquet.ts';
import { people } from './parts.ts';
import { Random } from './random.ts';
import type { SimulatedReport } from './reports/report.ts';
import { makeWorld, type World } from './world/world.ts';

export interface LargeOptions extends SimulatedReport {
  seed: number;
  scale: number;
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
 * one at a time. Tables of people are streamed to Parquet, those of days are added up, and what the team planned is
 * written once. Tables that draw a conclusion from all of it (budget, OKR, decisions …) are left out. Returns the
 * files, and the first of the worlds, which holds the only ring.
 */
export async function writeLarge(options: LargeOptions): Promise<{ files: Written[]; first: World }> {
  const { plan, tables, seed, scale, folder } = options;
  await mkdir(folder, { recursive: true });
  const own = (keep: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(tables).filter(([name]) => keep(name)));
  const [ofPeople, ofDays] = [own((name) => people.has(name)), own((name) => Object.hasOwn(additive, name))];
  const parquet = await ParquetFiles.open(folder, ofPeople);
  const sums = new Map<string, Field[][]>();
  let first: World | undefined;
  try {
    for (const block of blocksOf(options)) {
      const world = makeWorld(block.plan, block.seed, scale / block.of);
      first ??= world;
      await parquet.add(world, block.number);
      for (const [name, table] of Object.entries(ofDays)) {
        sums.set(name, addUp(name, table.columns, sums.get(name), table.rows(world)));
      }
    }
    const streamed = await parquet.finish();
    const head = { ...emptyWorld(seed), plan, scale };
    const small = Object.entries(tables).filter(([name]) => !people.has(name) && !conclusions.has(name));
    const written: Written[] = [];
    for (const [name, table] of small) {
      const rows = sums.get(name) ?? table.rows(head);
      await writeFile(join(folder, `${name}.csv`), csv(table.columns, rows));
      written.push({ name: `${name}.csv`, rows: rows.length });
    }
    for (const name of [...Object.keys(ofPeople), ...conclusions]) {
      await rm(join(folder, `${name}.csv`), { force: true });
    }
    return { files: [...streamed, ...written], first: first! };
  } finally {
    await parquet.close();
  }
}

/** Tables that say what all rows together came to. */
const conclusions = new Set(['budget', 'decision_log', 'incidents', 'okr', 'partners']);

function* blocksOf({ plan, seed, scale }: LargeOptions) {
  const of = Math.ceil(scale);
  const { ring: _, ...rest } = plan.planted;
  const other = { ...plan, planted: rest };
  for (let number = 0; number < of; number++) {
    const own = number === 0 ? seed : new Random(seed).fork(`block ${number}`).int(0, 2 ** 31);
    yield { number, of, seed: own, plan: number === 0 ? plan : other };
  }
}

function emptyWorld(seed: number) {
  return { random: new Random(seed), people: [], sessions: [], orders: [], invitations: [] };
}
