import type { Problem } from '../../base/problem.ts';
import type { Cell, RowContent, SourceTable } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { findKnownTable } from '../../schema/tables/known-tables.ts';
import { listKeyColumns } from '../../schema/tables/table-schema.ts';

/**
 * A known table without rows that are there again, equal in every cell: an export that was pasted twice. Of rows with one
 * id and other content nobody can say which is right: they stay, and the rule `duplicate-key` names them, as it names
 * repeats in files that the engine reads itself.
 */
export function dropRepeatedRows(table: SourceTable): { table: SourceTable; problems: Problem[] } {
  const { content, columns } = table;
  const schema = table.known ? findKnownTable(table.name)?.schema : undefined;
  if (content.kind !== 'rows' || !schema) return { table, problems: [] };
  const names = columns.map(({ name }) => name);
  const key = listKeyColumns(schema, (name) => names.includes(name));
  const repeats =
    key.length === 0
      ? []
      : findRepeats(
          content.rows,
          key.map((name) => names.indexOf(name)),
        );
  const [first] = repeats;
  if (!first) return { table, problems: [] };
  const place = content.getPlace(first.row, names.indexOf(key[0]!));
  const params = {
    table: table.name,
    columns: key.join(' + '),
    key: first.key,
    rows: repeats.length,
    first: first.first + 1,
  };
  const dropped = new Set(repeats.map(({ row }) => row));
  return {
    table: { ...table, content: keepRows(content, dropped) },
    problems: [createProblem('repeated-rows', place, params)],
  };
}

interface Repeat {
  row: number;
  /** The row that it repeats. */
  first: number;
  key: string;
}

function findRepeats(rows: readonly Cell[][], key: readonly number[]): Repeat[] {
  const seen = new Map<string, number[]>();
  const found: Repeat[] = [];
  rows.forEach((cells, row) => {
    const parts = key.map((at) => cells[at] ?? null);
    if (parts.includes(null)) return;
    const id = key.length === 1 ? String(parts[0]) : JSON.stringify(parts);
    const before = seen.get(id);
    if (!before) {
      seen.set(id, [row]);
      return;
    }
    const first = before.find((one) => isEqualRow(rows[one]!, cells));
    if (first === undefined) before.push(row);
    else found.push({ row, first, key: parts.join(' + ') });
  });
  return found;
}

function isEqualRow(a: readonly Cell[], b: readonly Cell[]): boolean {
  return a.length === b.length && a.every((cell, at) => cell === b[at]);
}

/** Places stay those of the file. */
function keepRows({ rows, getPlace, getWrittenCell }: RowContent, dropped: ReadonlySet<number>): RowContent {
  const kept = rows.flatMap((_, row) => (dropped.has(row) ? [] : [row]));
  return {
    kind: 'rows',
    rows: kept.map((row) => rows[row]!),
    getPlace: (row, column) => getPlace(kept[row] ?? row, column),
    ...(getWrittenCell && { getWrittenCell: (row, column) => getWrittenCell(kept[row] ?? row, column) }),
  };
}
