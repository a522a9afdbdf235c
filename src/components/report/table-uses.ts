import { memoize } from '../../base/memoize.ts';
import type { Book } from '../../report/book.ts';

/** How many figures, numbered tables and values rest on a table handed in. */
export interface TableUses {
  figures: number;
  tables: number;
  values: number;
}

const none: TableUses = { figures: 0, tables: 0, values: 0 };

/** A figure rests on the tables it names and on those of the values it names. */
const mapUses = memoize(({ values, figures, tables }: Book): Map<string, TableUses> => {
  const uses = new Map<string, TableUses>();
  const note = (names: Iterable<string>, what: keyof TableUses) => {
    for (const name of new Set(names)) {
      const known = uses.get(name) ?? none;
      uses.set(name, { ...known, [what]: known[what] + 1 });
    }
  };
  for (const { lineage } of Object.values(values)) note(lineage.tables, 'values');
  const resolve = (of: readonly string[]) => of.flatMap((name) => values[name]?.lineage.tables ?? [name]);
  for (const { of } of figures) note(resolve(of), 'figures');
  for (const { of } of tables) note(resolve(of), 'tables');
  return uses;
});

export function countUses(book: Book, table: string): TableUses {
  return mapUses(book).get(table) ?? none;
}
