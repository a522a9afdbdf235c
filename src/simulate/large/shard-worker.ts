/** Makes the worlds that are asked for by number, one at a time, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import type { ChannelSpend } from '../output/answer-key.ts';
import { worlds } from '../reports/worlds.ts';
import { getSpendLines } from '../world/spend-lines.ts';
import { simulateWorld, type World } from '../world/world.ts';
import { additiveTables, personTables } from './large-tables.ts';
import { buildShard, type LargeWorld, type ShardRows } from './shard.ts';
import { buildColumns } from './shard-columns.ts';

const largeWorld = workerData as LargeWorld;
const { tables } = worlds[largeWorld.world];

parentPort!.on('message', (number: number) => {
  const { plan, seed, scale } = buildShard(largeWorld, number);
  const world = simulateWorld(plan, seed, scale);
  const rows: ShardRows = { people: {}, days: {}, spent: sumSpend(world) };
  for (const [name, table] of Object.entries(tables)) {
    if (personTables.has(name)) rows.people[name] = buildColumns(name, table, world, number);
    else if (Object.hasOwn(additiveTables, name)) rows.days[name] = table.rows(world);
  }
  const buffers = Object.values(rows.people).flatMap((columns) => columns.map(({ values }) => values.buffer));
  parentPort!.postMessage(rows, buffers as ArrayBuffer[]);
});

function sumSpend(world: World): ChannelSpend[] {
  const lines = Map.groupBy(getSpendLines(world), ({ channel }) => channel);
  return Array.from(lines, ([channel, own]) => ({
    channel,
    conversions: own.reduce((sum, line) => sum + line.conversions, 0),
    cost: own.reduce((sum, line) => sum + line.cost, 0),
  }));
}
