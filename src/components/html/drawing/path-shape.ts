/** What a path covers, in its own pixels. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

type Point = readonly [x: number, y: number];

/** One step of a path: a letter and its numbers. */
interface PathStep {
  letter: string;
  numbers: number[];
}

const stepPattern = /([a-zA-Z])([^a-zA-Z]*)/g;

/** How many numbers each letter takes that Vega writes; a path with another is left as it is. */
const stepSizes: Record<string, number> = { M: 2, L: 2, H: 1, V: 1, h: 1, v: 1, C: 6, Z: 0 };

function parseSteps(d: string): PathStep[] | undefined {
  const steps = [...d.matchAll(stepPattern)].map(([, letter, rest]) => ({
    letter: letter!,
    numbers: (rest!.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number),
  }));
  return steps.every(({ letter, numbers }) => stepSizes[letter] === numbers.length) ? steps : undefined;
}

const round = (place: number): number => Math.round(place * 10) / 10 || 0;

/** The same path elsewhere, in tenths of a pixel; undefined where it has a step that is not known. */
export function movePath(d: string, [byX, byY]: Point): string | undefined {
  const moved = parseSteps(d)?.map(({ letter, numbers }) => {
    if (letter === 'h' || letter === 'v' || letter === 'Z') return { letter, numbers };
    if (letter === 'V') return { letter, numbers: numbers.map((y) => y + byY) };
    return { letter, numbers: numbers.map((number, i) => number + (i % 2 === 0 ? byX : byY)) };
  });
  return moved?.map(({ letter, numbers }) => `${letter}${numbers.map(round).join(',')}`).join('');
}

/** A box that holds the path, its curves and all; undefined where it has a step that is not known. */
export function measurePath(d: string): Box | undefined {
  const steps = parseSteps(d);
  if (!steps || steps.length === 0) return undefined;
  let [x, y] = [0, 0];
  const corners: Point[] = [];
  for (const { letter, numbers } of steps) {
    if (letter === 'h') x += numbers[0]!;
    else if (letter === 'v' || letter === 'V') y = letter === 'v' ? y + numbers[0]! : numbers[0]!;
    else if (letter === 'H') x = numbers[0]!;
    else
      for (let i = 0; i < numbers.length; i += 2) {
        [x, y] = [numbers[i]!, numbers[i + 1]!];
        corners.push([x, y]);
      }
    corners.push([x, y]);
  }
  const [all, down] = [corners.map(([at]) => at), corners.map(([, at]) => at)];
  return {
    left: Math.min(...all),
    right: Math.max(...all),
    top: Math.min(...down),
    bottom: Math.max(...down),
  };
}
