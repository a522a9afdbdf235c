import type { EngineTable } from './engine.ts';

/** The plain spelling of a name that SQL would else want in quotes: `online-retail` → `online_retail`. */
export function toPlainName(name: string): string {
  const plain = name.replace(/[^\p{L}\p{N}_]+/gu, '_');
  return /^\p{N}/u.test(plain) ? `_${plain}` : plain;
}

/** SQL compares names without regard to case. */
export function normaliseName(name: string): string {
  return name.normalize('NFC').toLowerCase();
}

/** Every spelling under which a table is reached; a table's own name comes before another's plain one, and that before what its file is called. */
export function mapSpellings(tables: readonly EngineTable[]): Map<string, EngineTable> {
  const found = new Map(tables.map((table) => [normaliseName(table.name), table]));
  const other = [
    ...tables.map((table) => [toPlainName(table.name), table] as const),
    ...tables.flatMap((table) => (table.alias ? [[table.alias, table] as const] : [])),
    ...tables.flatMap((table) => (table.alias ? [[toPlainName(table.alias), table] as const] : [])),
  ];
  for (const [name, table] of other) {
    const spelling = normaliseName(name);
    if (!found.has(spelling)) found.set(spelling, table);
  }
  return found;
}

/** What a name is written with that needs no quotes. DuckDB takes every sign beyond ASCII for a letter. */
const plainSigns = String.raw`[\w$\u0080-\u{10ffff}]+`;
const words = new RegExp(plainSigns, 'gu');
const isPlainWord = new RegExp(`^${plainSigns}$`, 'u');

/** Finds every table that a query may read: whose name, in any spelling, stands anywhere in its text. */
export function createTableFinder(tables: readonly EngineTable[]): (sql: string) => EngineTable[] {
  const spellings = mapSpellings(tables);
  const odd = [...spellings].filter(([name]) => !isPlainWord.test(name));
  return (sql) => {
    const text = normaliseName(sql);
    const found = new Set<EngineTable>();
    for (const [word] of text.matchAll(words)) {
      const table = spellings.get(word);
      if (table) found.add(table);
    }
    for (const [name, table] of odd) if (text.includes(name.replaceAll('"', '""'))) found.add(table);
    return tables.filter((table) => found.has(table));
  };
}
