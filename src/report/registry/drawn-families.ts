/** Names that only the figures ask for: of values split by a tag, and of columns of tables. Always of the whole, whatever the tag leaves out. */

import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { quoteSqlName } from '../../base/quoting.ts';
import type { Family } from '../../base/registry/entity-colours.ts';
import { type Engine, QueryError } from '../../data/engine.ts';
import type { BlockTagUse } from '../../markdown/markdown-chapter.ts';
import type { BookValue } from '../book.ts';
import { getPropPlace, splitNames } from '../manuscript/tag-props.ts';
import { createNamer } from './name-members.ts';
import type { ReportRegistry } from './report-registry.ts';

/** Columns with more members than these name things, not groups of them. */
export const mostMembers = 16;

export interface DrawnData {
  engine: Engine;
  registry: ReportRegistry;
  values: Readonly<Record<string, BookValue>>;
  filterValue: (name: string, filter: { by: string[] }, place: Place) => Promise<BookValue | Problem[]>;
}

/** Values as the tags split them. What cannot be split is told where it is drawn. */
export async function splitDrawnValues(
  uses: readonly BlockTagUse[],
  { values, filterValue }: DrawnData,
): Promise<BookValue[]> {
  const found: BookValue[] = [];
  for (const use of uses) {
    if (use.name !== 'Figure' || use.props.by === undefined) continue;
    const by = splitNames(use.props.by);
    for (const name of splitNames(use.props.of ?? '')) {
      const value = values[name] && (await filterValue(name, { by }, getPropPlace(use, 'by')));
      if (value && !Array.isArray(value)) found.push(value);
    }
  }
  return found;
}

/** Members of the columns of tables that figures name or take by themselves. */
export async function collectTableFamilies(uses: readonly BlockTagUse[], data: DrawnData): Promise<Family[]> {
  const families: Family[] = [];
  for (const { name, props } of uses) {
    const table = name === 'Figure' ? data.engine.table(props.of ?? '') : undefined;
    const wanted = [props.group, props.x, ...(props.kind === 'month-grid' ? ['platform'] : [])];
    const columns = table?.columns.filter(
      ({ name: column, label, type, personal }) =>
        type === 'text' && !personal && (wanted.includes(column) || wanted.includes(label)),
    );
    for (const column of columns ?? []) families.push(...(await readFamily(table!.name, column.name, data)));
  }
  return families;
}

async function readFamily(
  table: string,
  column: string,
  { engine, registry }: Pick<DrawnData, 'engine' | 'registry'>,
): Promise<Family[]> {
  const text = quoteSqlName(column);
  const sql = `SELECT ${text} AS name, count(*) AS n FROM ${quoteSqlName(table)} WHERE ${text} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ${mostMembers + 1}`;
  try {
    const { rows } = await engine.query(sql, { isOwn: true });
    const names = rows.map((row) => String(row.name));
    return [
      { names: names.map(createNamer(names, column, registry)), weights: rows.map((row) => Number(row.n)) },
    ];
  } catch (error) {
    // The figure asks the same, and tells it.
    if (error instanceof QueryError) return [];
    throw error;
  }
}
