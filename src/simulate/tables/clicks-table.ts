import type { Field } from '../output/format-csv.ts';
import type { PagePlan } from '../plan/measurement-plan.ts';
import { drawSecondOfDay } from '../plan/seasonality.ts';
import { daySeconds, formatTimestamp } from '../plan/term-calendar.ts';
import type { Random } from '../random.ts';
import type { SimulatedTable } from './simulated-table.ts';

/** One scroll row a visit, and up to four clicks no deeper than that. */
export const clicks: SimulatedTable = {
  columns: ['page', 'x', 'y', 'ts', 'type', 'depth', 'device'],
  rows: (world) => {
    const random = world.random.fork('clicks');
    return world.plan.pages.flatMap((page) => {
      const weights = Object.fromEntries(page.spots.map(([, , , weight], index) => [`s${index}`, weight]));
      const times = Array.from({ length: Math.round(page.visits * world.scale) }, () => {
        return (page.from + random.int(0, page.to - page.from)) * daySeconds + drawSecondOfDay(random);
      });
      return times.sort((a, b) => a - b).flatMap((at) => simulateVisit(random, page, { at, weights }));
    });
  },
};

const devices = { 手机: 84, 电脑: 16 };

function simulateVisit(
  random: Random,
  { page, depth: median, spots }: PagePlan,
  { at, weights }: { at: number; weights: Record<string, number> },
): Field[][] {
  const depth = Math.min(1, 0.12 + random.logNormal(median - 0.1, 0.5));
  const device = random.pickWeighted(devices);
  const all = Array.from({ length: random.int(0, 4) }, () => drawSpot(random, spots, weights)).filter(
    ([, y]) => y <= depth,
  );
  const rows = all.map(([x, y], index): Field[] => {
    return [
      page,
      x.toFixed(3),
      y.toFixed(3),
      formatTimestamp(at + 3 + index * random.int(2, 9)),
      'click',
      null,
      device,
    ];
  });
  return [...rows, [page, null, null, formatTimestamp(at + 40), 'scroll', depth.toFixed(2), device]];
}

function drawSpot(
  random: Random,
  spots: PagePlan['spots'],
  weights: Record<string, number>,
): [number, number] {
  const [x, y, spread] = spots[Number(random.pickWeighted(weights).slice(1))]!;
  const near = (centre: number) => Math.min(1, Math.max(0, centre + spread * random.normal()));
  return [near(x), near(y)];
}
