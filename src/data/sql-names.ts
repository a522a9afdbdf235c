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

/** Every spelling under which a table is reached; a table's own name comes before another's plain one. */
export function mapSpellings(tables: readonly EngineTable[]): Map<string, EngineTable> {
  const found = new Map(tables.map((table) => [normaliseName(table.name), table]));
  for (const table of tables) {
    const plain = normaliseName(toPlainName(table.name));
    if (!found.has(plain)) found.set(plain, table);
  }
  return found;
}
