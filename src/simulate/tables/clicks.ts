import type { Field } from '../csv.ts';
import type { PagePlan } from '../plan/measuring.ts';
import { secondOfDay } from '../plan/rhythm.ts';
import type { Random } from '../random.ts';
import { daySeconds, stamp } from '../term.ts';
import type { SimulatedTable } from './table.ts';

/** One scroll row a visit, and up to four clicks no deeper than that. */
export const clicks: SimulatedTable = {
  columns: ['page', 'x', 'y', 'ts', 'type', 'depth', 'device'],
  rows: (world) => {
    const random = world.random.fork('clicks');
    return world.plan.pages.flatMap((page) => {
      const weights = Object.fromEntries(page.spots.map(([, , , weight], index) => [`s${index}`, weight]));
      const times = Array.from({ length: Math.round(page.visits * world.scale) }, () => {
        return (page.from + random.int(0, page.to - page.from)) * daySeconds + secondOfDay(random);
      });
      return times.sort((a, b) => a - b).flatMap((at) => visit(random, page, { at, weights }));
    });
  },
};

const devices = { 手机: 84, 电脑: 16 };

function visit(
  random: Random,
  { page, depth: median, spots }: PagePlan,
  { at, weights }: { at: number; weights: Record<string, number> },
): Field[][] {
  const depth = Math.min(1, 0.12 + random.logNormal(median - 0.1, 0.5));
  const device = random.weighted(devices);
  const all = Array.from({ length: random.int(0, 4) }, () => spot(random, spots, weights)).filter(
    ([, y]) => y <= depth,
  );
  const rows = all.map(([x, y], index): Field[] => {
    return [
      page,
      x.toFixed(3),
      y.toFixed(3),
      stamp(at + 3 + index * random.int(2, 9)),
      'click',
      null,
      device,
    ];
  });
  return [...rows, [page, null, null, stamp(at + 40), 'scroll', depth.toFixed(2), device]];
}

function spot(random: Random, spots: PagePlan['spots'], weights: Record<string, number>): [number, number] {
  const [x, y, spread] = spots[Number(random.weighted(weights).slice(1))]!;
  const near = (centre: number) => Math.min(1, Math.max(0, centre + spread * random.normal()));
  return [near(x), near(y)];
}
