import type { Language } from '../base/language.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import { createProblem } from '../problems/catalog.ts';
import { findKnownTable, type KnownTable, knownTables } from '../schema/tables/known-tables.ts';
import type { TableSchema } from '../schema/tables/table-schema.ts';
import { ownTable, type SheetNotes } from '../schema/tables-file.ts';
import { matchKnownColumn } from './cells/column-headers.ts';

/** Who a table is: its name in SQL, its title, and its schema when the name is a known one. */
export interface TableIdentity {
  name: string;
  /** What its file or sheet is called, where that is another name: it goes by both. */
  alias?: string;
  title: string;
  known: boolean;
  schema: TableSchema | undefined;
  /** What is to be told of it, at the place of its names. */
  told: (place: Place) => Problem[];
}

/** `orders` of `orders.csv`. File names on a Mac may come in decomposed letters. */
export function getFileStem(name: string): string {
  return name
    .replace(/\.(gz|zst)$/i, '')
    .replace(/\.[^.]+$/, '')
    .normalize('NFC')
    .trim();
}

/**
 * A known table is found by the stem of its file or the name of its sheet, unless tables.yaml names it, and its headers
 * must not be those of something else; or by its headers, when they are those of one table that is not `taken`. Without
 * `headers`, which some files do not show, the name is enough.
 */
export function matchKnownTable(
  stem: string,
  notes: SheetNotes,
  language: Language,
  { headers, taken = new Set() }: { headers?: readonly string[]; taken?: ReadonlySet<string> } = {},
): TableIdentity {
  const own = { name: stem, title: notes.title ?? stem, known: false, schema: undefined, told: () => [] };
  if (notes.table === ownTable) return own;
  const declared = notes.table as KnownTable | undefined;
  const named = declared ? { name: declared, schema: knownTables[declared] } : findKnownTable(stem);
  if (named && !declared && headers && !bearsOut(named.schema, headers)) {
    const { name, schema } = named;
    return {
      ...own,
      told: (place) => [createProblem('own-table', place, describeLack(name, schema, headers))],
    };
  }
  const found = named ?? matchByHeaders(headers ?? [], taken);
  if (!found) return own;
  const { name, schema } = found;
  const isSame = name.toLowerCase() === stem.toLowerCase();
  return {
    name,
    ...(!isSame && { alias: stem }),
    title: notes.title ?? schema.title[language],
    known: true,
    schema,
    told: (place) =>
      named ? [] : [createProblem('known-by-headers', place, describeMatch(stem, found, headers))],
  };
}

/** Whether headers could be those of the table that a file is called after: its key is there, or half of what it must have. */
function bearsOut(schema: TableSchema, headers: readonly string[]): boolean {
  const meant = new Set(headers.map((header) => matchKnownColumn(schema, header)));
  const columns = Object.entries(schema.columns);
  const required = columns.filter(([, { required: must }]) => must).map(([name]) => name);
  const key = columns.filter(([, { unique, required: must }]) => unique && must).map(([name]) => name);
  const hasKey = key.length > 0 && key.every((name) => meant.has(name));
  return hasKey || required.filter((name) => meant.has(name)).length * 2 >= required.length;
}

function describeLack(table: KnownTable, schema: TableSchema, headers: readonly string[]) {
  const meant = new Set(headers.map((header) => matchKnownColumn(schema, header)));
  const lacking = Object.entries(schema.columns)
    .filter(([name, { required }]) => required && !meant.has(name))
    .map(([name, { label }]) => ({ name, label: label.zh }));
  return { table, title: schema.title, lacking };
}

function describeMatch(
  stem: string,
  { name, schema }: { name: string; schema: TableSchema },
  headers: readonly string[] = [],
) {
  const pairs = headers.flatMap((header) => {
    const column = matchKnownColumn(schema, header);
    return column ? [`${header.trim()} = ${column}`] : [];
  });
  return { stem, table: name, title: schema.title, columns: headers.length, pairs };
}

/** Fewer headers could be those of any table. */
const minHeaders = 4;

/** The one known table that has all of its required columns here, and to which nearly all of the headers belong. */
function matchByHeaders(
  headers: readonly string[],
  taken: ReadonlySet<string>,
): { name: KnownTable; schema: TableSchema } | undefined {
  if (headers.length < minHeaders) return undefined;
  const scored = (Object.keys(knownTables) as KnownTable[]).flatMap((name) => {
    const schema = knownTables[name];
    const meant = new Set(headers.map((header) => matchKnownColumn(schema, header)));
    const required = Object.keys(schema.columns).filter((column) => schema.columns[column]!.required);
    const known = headers.filter((header) => matchKnownColumn(schema, header)).length;
    const fits =
      required.every((column) => meant.has(column)) && known >= minHeaders && known / headers.length >= 0.8;
    return fits ? [{ name, schema, known }] : [];
  });
  const most = Math.max(...scored.map(({ known }) => known));
  const best = scored.filter(({ known }) => known === most);
  return best.length === 1 && !taken.has(best[0]!.name) ? best[0] : undefined;
}
