import type { Problem } from '../base/problem.ts';
import type { SourceColumn, SourceTable } from '../base/source-table.ts';
import { type RawTable, withoutEmptyRows } from './raw-table.ts';
import { Typing, type TypingContext } from './typing.ts';

/** Gives a raw table its names and types, and checks it against its schema when it has one. */
export function typeTable(
  raw: RawTable,
  context: TypingContext,
): { columns: SourceColumn[]; content: SourceTable['content']; problems: Problem[] } {
  const whole = withoutEmptyRows(raw);
  const typing = new Typing(whole.headers, context);
  typing.units = whole.units;
  const placeIn = (row: number) => (column: number) => whole.placeOf(row, column);
  whole.rows.forEach((row, at) => {
    typing.look(row, placeIn(at));
  });
  const reader = typing.settle(whole.problems.length === 0);
  const rows = whole.rows.map((row, at) => reader.read(row, placeIn(at)));
  const { columns } = reader;
  const indexes = reader.indexes;
  return {
    columns,
    content: {
      kind: 'rows',
      rows,
      placeOf: (row, column) => whole.placeOf(row, indexes[column] ?? 0),
      writtenOf: (row, column) => whole.rows[row]?.[indexes[column] ?? 0] ?? null,
    },
    problems: [...whole.problems, ...reader.problems()],
  };
}
