import { toValueAnchor } from '../../base/anchor.ts';
import type { BookValue, Tile, Tone } from '../book.ts';

/** A KPI tile for a value. */
export function buildTile(value: BookValue): Tile {
  return {
    name: value.name,
    label: value.label ?? value.name,
    text: value.text,
    ...(value.target && { target: value.target.text }),
    ...(value.attainment && { attainment: value.attainment }),
    tone: getTileTone(value),
    spark: drawSparkline(
      value.points.filter((point) => point.group === undefined).map((point) => point.value),
    ),
    href: { chapter: 'numbers', anchor: toValueAnchor(value.name) },
  };
}

function getTileTone({ attainment }: BookValue): Tone {
  if (attainment?.value == null) return 'even';
  return attainment.value >= 100 ? 'good' : 'bad';
}

const width = 100;
const height = 28;
const margin = 2;

/** Polylines in a 100 × 28 box with `;` between them: a gap parts them, and a number alone is a dot. Empty with fewer than two numbers. */
export function drawSparkline(values: readonly (number | null)[]): string {
  const numbers = values.filter((value) => value !== null);
  if (numbers.length < 2) return '';
  const low = Math.min(...numbers);
  const range = Math.max(...numbers) - low || 1;
  const step = (width - 2 * margin) / (values.length - 1);
  const runs: string[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    const x = margin + index * step;
    const y = height - margin - ((value - low) / range) * (height - 2 * margin);
    const point = `${roundCoordinate(x)},${roundCoordinate(y)}`;
    if (index > 0 && values[index - 1] !== null) runs.at(-1)!.push(point);
    else runs.push([point]);
  });
  return runs.map((run) => (run.length === 1 ? [...run, ...run] : run).join(' ')).join(';');
}

function roundCoordinate(value: number): number {
  return Math.round(value * 10) / 10;
}
