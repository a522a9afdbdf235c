import type { Problem } from '../../base/problem.ts';
import type { SourceColumn, SourceTable } from '../../base/source-table.ts';
import { type RawTable, withoutEmptyRows } from './raw-table.ts';
import { TableTyping, type TypingContext } from './table-typing.ts';

/** Gives a raw table its names and types, and checks it against its schema when it has one. */
export function buildTypedTable(
  raw: RawTable,
  context: TypingContext,
): { columns: SourceColumn[]; content: SourceTable['content']; problems: Problem[] } {
  const whole = withoutEmptyRows(raw);
  const typing = new TableTyping(whole.headers, context);
  typing.units = whole.units;
  const placeIn = (row: number) => (column: number) => whole.getPlace(row, column);
  whole.rows.forEach((row, at) => {
    typing.observe(row, placeIn(at));
  });
  const reader = typing.resolve(whole.problems.length === 0);
  const rows = whole.rows.map((row, at) => reader.read(row, placeIn(at)));
  const { columns } = reader;
  const indexes = reader.indexes;
  return {
    columns,
    content: {
      kind: 'rows',
      rows,
      getPlace: (row, column) => whole.getPlace(row, indexes[column] ?? 0),
      getWrittenCell: (row, column) => whole.rows[row]?.[indexes[column] ?? 0] ?? null,
    },
    problems: [...whole.problems, ...reader.problems()],
  };
}
