/** Makes the worlds that are asked for by number, one at a time, in a thread of its own. */
import { parentPort, workerData } from 'node:worker_threads';
import { additive } from './additive.ts';
import { type BlockRows, blockOf, type LargeWorld } from './block.ts';
import { columnsOf } from './columns.ts';
import type { Spent } from './key.ts';
import { people } from './parts.ts';
import { worlds } from './reports/index.ts';
import { spendLines } from './world/spend.ts';
import { makeWorld, type World } from './world/world.ts';

const large = workerData as LargeWorld;
const { tables } = worlds[large.world];

parentPort!.on('message', (number: number) => {
  const { plan, seed, scale } = blockOf(large, number);
  const world = makeWorld(plan, seed, scale);
  const rows: BlockRows = { people: {}, days: {}, spent: spentBy(world) };
  for (const [name, table] of Object.entries(tables)) {
    if (people.has(name)) rows.people[name] = columnsOf(name, table, world, number);
    else if (Object.hasOwn(additive, name)) rows.days[name] = table.rows(world);
  }
  const buffers = Object.values(rows.people).flatMap((columns) => columns.map(({ values }) => values.buffer));
  parentPort!.postMessage(rows, buffers as ArrayBuffer[]);
});

function spentBy(world: World): Spent[] {
  const lines = Map.groupBy(spendLines(world), ({ channel }) => channel);
  return Array.from(lines, ([channel, own]) => ({
    channel,
    conversions: own.reduce((sum, line) => sum + line.conversions, 0),
    cost: own.reduce((sum, line) => sum + line.cost, 0),
  }));
}
