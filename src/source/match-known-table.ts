import type { Language } from '../base/language.ts';
import { findKnownTable, type KnownTable, knownTables } from '../schema/tables/known-tables.ts';
import type { TableSchema } from '../schema/tables/table-schema.ts';
import type { SheetNotes } from '../schema/tables-file.ts';
import { matchKnownColumn } from './cells/column-headers.ts';

/** Who a table is: its name in SQL, its title, and its schema when the name is a known one. */
export interface TableIdentity {
  name: string;
  title: string;
  known: boolean;
  schema: TableSchema | undefined;
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
 * A known table is found by the stem of its file or the name of its sheet, unless tables.yaml names it; else by its
 * headers, when they are those of one table that is not `taken`.
 */
export function matchKnownTable(
  stem: string,
  notes: SheetNotes,
  language: Language,
  { headers = [], taken = new Set() }: { headers?: readonly string[]; taken?: ReadonlySet<string> } = {},
): TableIdentity {
  const declared = notes.table as KnownTable | undefined;
  const found = declared
    ? { name: declared, schema: knownTables[declared] }
    : (findKnownTable(stem) ?? matchByHeaders(headers, taken));
  const name = found?.name ?? stem;
  const title = notes.title ?? found?.schema.title[language] ?? name;
  return { name, title, known: found !== undefined, schema: found?.schema };
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
