import type { Problem } from '../../base/problem.ts';
import type { ReportSource } from '../../source/read-course.ts';
import type { Tile } from '../book.ts';
import { buildTile } from './tiles.ts';
import { createUnknownValueProblems, type KnownValues } from './value-names.ts';

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
