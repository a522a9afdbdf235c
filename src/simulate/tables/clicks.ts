import type { Field } from '../csv.ts';
import { secondOfDay } from '../plan/rhythm.ts';
import type { Random } from '../random.ts';
import { daySeconds, stamp } from '../term.ts';
import type { SimulatedTable } from './table.ts';

interface Page {
  page: string;
  /** Days on which it was watched. */
  from: number;
  to: number;
  visits: number;
  /** Median of the depth reached. */
  depth: number;
  /** Where people click: centre, spread and weight of each spot. */
  spots: [x: number, y: number, spread: number, weight: number][];
}

/** On the old page many click a picture that leads nowhere; on the new one the button is where they look. */
const watched: Page[] = [
  {
    page: '落地页（旧版）',
    from: 28,
    to: 41,
    visits: 420,
    depth: 0.34,
    spots: [
      [0.5, 0.16, 0.06, 46],
      [0.24, 0.4, 0.05, 14],
      [0.74, 0.4, 0.05, 13],
      [0.5, 0.82, 0.04, 15],
    ],
  },
  {
    page: '落地页（新版）',
    from: 58,
    to: 71,
    visits: 420,
    depth: 0.52,
    spots: [
      [0.5, 0.2, 0.05, 18],
      [0.5, 0.34, 0.03, 55],
      [0.3, 0.58, 0.05, 14],
      [0.7, 0.58, 0.05, 13],
    ],
  },
  {
    page: '商品页',
    from: 58,
    to: 71,
    visits: 300,
    depth: 0.46,
    spots: [
      [0.5, 0.22, 0.08, 38],
      [0.72, 0.93, 0.03, 34],
      [0.5, 0.55, 0.07, 18],
      [0.14, 0.05, 0.02, 10],
    ],
  },
];

/** One scroll row a visit, and up to four clicks no deeper than that. */
export const clicks: SimulatedTable = {
  columns: ['page', 'x', 'y', 'ts', 'type', 'depth', 'device'],
  rows: (world) => {
    const random = world.random.fork('clicks');
    return watched.flatMap((page) =>
      Array.from({ length: Math.round(page.visits * world.scale) }, () => {
        return (page.from + random.int(0, page.to - page.from)) * daySeconds + secondOfDay(random);
      })
        .sort((a, b) => a - b)
        .flatMap((at) => visit(random, page, at)),
    );
  },
};

function visit(random: Random, { page, depth: median, spots }: Page, at: number): Field[][] {
  const depth = Math.min(1, 0.12 + random.logNormal(median - 0.1, 0.5));
  const device = random.weighted({ 手机: 84, 电脑: 16 });
  const all = Array.from({ length: random.int(0, 4) }, () => spot(random, spots)).filter(
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

function spot(random: Random, spots: Page['spots']): [number, number] {
  const weights = Object.fromEntries(spots.map(([, , , weight], index) => [`s${index}`, weight]));
  const [x, y, spread] = spots[Number(random.weighted(weights).slice(1))]!;
  const near = (centre: number) => Math.min(1, Math.max(0, centre + spread * random.normal()));
  return [near(x), near(y)];
}
