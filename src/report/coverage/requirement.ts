/** What an outline requires of a section, and what of it a section lacks. */

import type { EngineTable } from '../../data/engine.ts';
import type { CourseFile } from '../../schema/course-file.ts';
import type { BookFigure, BookTable, BookValue } from '../book.ts';
import { findSqlTables } from '../lineage.ts';
import type { Section } from '../manuscript/sections.ts';
import { splitNames } from '../manuscript/tag-props.ts';
import type { NamedQuery } from '../values/build-values.ts';

export type RequiredPart = CourseFile['required'][number];

/** What a report holds, as far as an outline may require it. */
export interface ReportContents {
  values: Record<string, BookValue>;
  figures: readonly Pick<BookFigure, 'id' | 'kind' | 'of'>[];
  tables: readonly Pick<BookTable, 'id' | 'of'>[];
  /** Ids of figures and tables that the text mentions. */
  mentioned: ReadonlySet<string>;
  /** Id of the figure or table a tag makes. */
  getId: (use: Section['uses'][number]) => string | undefined;
  /** Tables handed in that a query reads, by the query's name. */
  queries: ReadonlyMap<string, readonly string[]>;
}

/** Something missing: `have` of `need`, or none of `any`. */
export type Shortfall =
  | { what: 'prose' | 'figures' | 'tables' | 'values'; have: number; need: number }
  | { what: 'kind' | 'metric' | 'data'; any: readonly string[] };

/** What the section lacks of what the part requires; nothing when it is covered. */
export function findShortfalls(section: Section, part: RequiredPart, contents: ReportContents): Shortfall[] {
  const held = collectContents(section, contents);
  const counts = [
    ['prose', section.letters, part.prose],
    ['figures', held.figures, part.figures],
    ['tables', held.tables, part.tables],
    ['values', held.values, part.values],
  ] as const;
  const lacks: Shortfall[] = counts.flatMap(([what, have, need]) =>
    have < need ? [{ what, have, need }] : [],
  );
  const sets = [
    ['kind', held.kinds, part.kinds],
    ['metric', held.metrics, part.metrics],
    ['data', held.data, part.data],
  ] as const;
  for (const [what, has, needed] of sets) {
    for (const any of needed) if (!any.some((one) => has.has(one))) lacks.push({ what, any });
  }
  return lacks;
}

interface SectionContents {
  figures: number;
  tables: number;
  values: number;
  kinds: Set<string>;
  metrics: Set<string>;
  data: Set<string>;
}

function collectContents(section: Section, contents: ReportContents): SectionContents {
  const ids = new Set(section.uses.map(contents.getId).filter((id) => contents.mentioned.has(id ?? '')));
  const figures = contents.figures.filter(({ id }) => ids.has(id));
  const tables = contents.tables.filter(({ id }) => ids.has(id));
  const stated = new Set(section.uses.flatMap(listStatedValues).filter((name) => name in contents.values));
  const kinds = new Set(figures.map(({ kind }) => kind));
  const held: SectionContents = {
    figures: figures.length,
    tables: tables.length,
    values: stated.size,
    kinds: tables.length > 0 ? kinds.add('table') : kinds,
    metrics: new Set(),
    data: new Set(),
  };
  for (const name of [...stated, ...[...figures, ...tables].flatMap(({ of }) => of)])
    traceValue(name, held, contents);
  return held;
}

/** Values stated by a tag of the text. */
function listStatedValues({ name, props }: Section['uses'][number]): string[] {
  if (name === 'Value' || name === 'Verdict') return [props.of ?? ''];
  return name === 'Kpis' ? splitNames(props.of ?? '') : [];
}

/** A value, query or table, down to the metrics it is made of and the tables it is read from. */
function traceValue(name: string, held: SectionContents, contents: ReportContents): void {
  const value = contents.values[name];
  for (const table of listReadTables(name, contents)) held.data.add(table);
  if (!value) return;
  if (value.lineage.metric) held.metrics.add(value.lineage.metric.id);
  for (const input of value.lineage.inputs) traceValue(input, held, contents);
}

/** Names of the tables that a value, a query, or a table itself is read from. */
export function listReadTables(
  name: string,
  { values, queries }: Pick<ReportContents, 'values' | 'queries'>,
): readonly string[] {
  return values[name]?.lineage.tables ?? queries.get(name) ?? [name];
}

/** Tables that a report is given by the program, and what they are made of. */
const derivedTables: [string, string[]][] = [['reconciliation', ['recon']]];

/** The tables handed in that each named query reads. */
export function listQueryTables(
  queries: Record<string, NamedQuery>,
  tables: readonly EngineTable[],
): Map<string, string[]> {
  const reads = Object.entries(queries).map(([name, { sql, tables: read }]): [string, string[]] => [
    name,
    read ? [...read] : findSqlTables(sql, tables).map((table) => table.name),
  ]);
  return new Map([...derivedTables, ...reads]);
}
