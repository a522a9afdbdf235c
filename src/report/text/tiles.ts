import { toValueAnchor } from '../../base/anchor.ts';
import { getOutcomeTone } from '../../base/conventions/attainment.ts';
import type { Problem } from '../../base/problem.ts';
import type { ReportSource } from '../../source/read-course.ts';
import type { BookValue, Tile } from '../book.ts';
import { createUnknownValueProblems, type KnownValues } from './value-names.ts';

/** A KPI tile for a value. */
export function buildTile(value: BookValue): Tile {
  // A target of other days judges nothing here.
  const { target, attainment } = value.target?.apart ? {} : value;
  return {
    name: value.name,
    label: value.label ?? value.name,
    text: value.text,
    ...(target && { target: target.text }),
    ...(attainment && { attainment }),
    tone: attainment ? getOutcomeTone(attainment.outcome) : 'even',
    spark: drawSparkline(
      value.points.filter((point) => point.group === undefined).map((point) => point.value),
    ),
    href: { chapter: 'numbers', anchor: toValueAnchor(value.name) },
  };
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

/** Tiles of the report's home, named in the front matter of `index.mdx`. */
export function buildKpis(
  names: readonly string[],
  known: KnownValues,
  source: ReportSource,
): { tiles: Tile[]; problems: Problem[] } {
  const tiles: Tile[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const value = known.values[name];
    if (value) tiles.push(buildTile(value));
    else problems.push(...createUnknownValueProblems(name, known, findKpiPlace(source, name)));
  }
  return { tiles, problems };
}

/** The line of the front matter that names it; arrays have no place of their own per item. */
function findKpiPlace({ index, folder }: ReportSource, name: string) {
  if (!index) return { file: folder };
  const lines = index.text.split('\n');
  const line = lines.findIndex((text) => text.includes(name));
  return { file: index.file, line: line + 1, column: Math.max(0, lines[line]?.indexOf(name) ?? 0) + 1 };
}
