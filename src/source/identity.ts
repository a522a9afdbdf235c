import type { Language } from '../base/language.ts';
import type { TableSchema } from '../schema/tables/column.ts';
import { type KnownTable, knownTable, knownTables } from '../schema/tables/registry.ts';
import type { SheetNotes } from '../schema/tables-file.ts';

/** Who a table is: its name in SQL, its title, and its schema when the name is a known one. */
export interface Identity {
  name: string;
  title: string;
  known: boolean;
  schema: TableSchema | undefined;
}

/** `orders` of `orders.csv`. File names on a Mac may come in decomposed letters. */
export function stemOf(name: string): string {
  return name
    .replace(/\.[^.]+$/, '')
    .normalize('NFC')
    .trim();
}

/** A known table is found by the stem of its file or the name of its sheet, unless tables.yaml names it. */
export function identity(stem: string, notes: SheetNotes, language: Language): Identity {
  const told = notes.table as KnownTable | undefined;
  const found = told ? { name: told, schema: knownTables[told] } : knownTable(stem);
  const name = found?.name ?? stem;
  const title = notes.title ?? found?.schema.title[language] ?? name;
  return { name, title, known: found !== undefined, schema: found?.schema };
}
