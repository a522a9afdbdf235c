/** A lowest point of a function of a few variables, by the simplex of Nelder & Mead (Computer Journal 7, 1965). */

interface Corner {
  at: number[];
  height: number;
}

interface Minimum {
  at: number[];
  height: number;
  /** False when it gave up before the simplex had shrunk. */
  found: boolean;
}

/** Starts anew from each minimum until that gains nothing: a simplex may shrink before it has arrived. */
export function minimise(height: (at: number[]) => number, start: number[]): Minimum {
  let best = descend(height, start, 0.5);
  for (let round = 0; round < 10; round += 1) {
    const next = descend(height, best.at, 0.1);
    const gain = best.height - next.height;
    best = next.height <= best.height ? next : best;
    if (gain <= 1e-10 * (1 + Math.abs(best.height))) break;
  }
  return best;
}

const MOST_STEPS = 2000;

function descend(height: (at: number[]) => number, start: number[], size: number): Minimum {
  const corner = (at: number[]): Corner => {
    const value = height(at);
    return { at, height: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value };
  };
  const corners = [
    corner(start),
    ...start.map((_, axis) => corner(start.map((x, i) => (i === axis ? x + size : x)))),
  ];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    corners.sort((one, other) => one.height - other.height);
    if (hasShrunk(corners)) return { ...corners[0]!, found: true };
    moveWorst(corners, corner);
  }
  return { ...corners[0]!, found: false };
}

function hasShrunk(corners: Corner[]): boolean {
  const [best, worst] = [corners[0]!, corners.at(-1)!];
  const flat = Math.abs(worst.height - best.height) <= 1e-13 * (1 + Math.abs(best.height));
  const width = Math.max(...corners.flatMap(({ at }) => at.map((x, i) => Math.abs(x - best.at[i]!))));
  return (flat && width < 1e-5) || width < 1e-9;
}

/** Reflects the worst corner through the others, further or nearer as it goes; else draws all to the best. */
function moveWorst(corners: Corner[], corner: (at: number[]) => Corner): void {
  const worst = corners.at(-1)!;
  const others = corners.slice(0, -1);
  const middle = worst.at.map((_, i) => others.reduce((sum, { at }) => sum + at[i]!, 0) / others.length);
  const along = (by: number) => corner(middle.map((x, i) => x + by * (worst.at[i]! - x)));
  const mirrored = along(-1);
  const best = corners[0]!.height;
  if (mirrored.height < best) {
    const further = along(-2);
    corners[corners.length - 1] = further.height < mirrored.height ? further : mirrored;
    return;
  }
  if (mirrored.height < others.at(-1)!.height) {
    corners[corners.length - 1] = mirrored;
    return;
  }
  const nearer = along(mirrored.height < worst.height ? -0.5 : 0.5);
  if (nearer.height < Math.min(worst.height, mirrored.height)) {
    corners[corners.length - 1] = nearer;
    return;
  }
  const first = corners[0]!.at;
  for (let i = 1; i < corners.length; i += 1) {
    corners[i] = corner(corners[i]!.at.map((x, axis) => (x + first[axis]!) / 2));
  }
}
