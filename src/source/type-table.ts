import type { Language } from '../base/language.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell, ColumnType, SourceColumn, SourceTable } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { ColumnSchema, TableSchema } from '../schema/tables/column.ts';
import type { SheetNotes } from '../schema/tables-file.ts';
import { readCell } from './cell.ts';
import { columnNames, headerProblems, missingColumns, sourceColumn } from './columns.ts';
import { columnOrder } from './date-order.ts';
import type { NumberStyle } from './forms.ts';
import { amongNumbers, freeType } from './free-types.ts';
import { readKnownCells } from './known-cells.ts';
import { type RawTable, withoutEmptyRows } from './raw-table.ts';
import { contradictions } from './relations.ts';

export interface TypingContext {
  /** Name of the table in SQL. */
  table: string;
  file: string;
  schema: TableSchema | undefined;
  notes: SheetNotes;
  language: Language;
}

/** Gives a raw table its names and types, and checks it against its schema when it has one. */
export function typeTable(
  raw: RawTable,
  context: TypingContext,
): { columns: SourceColumn[]; content: SourceTable['content']; problems: Problem[] } {
  const { table, file, schema } = context;
  const whole = withoutEmptyRows(raw, (first, count) =>
    problem('empty-rows', first, { count, first: first.line ?? 0 }),
  );
  const names = columnNames(whole.headers, schema);
  const problems = [...whole.problems, ...headerProblems(whole.headers, names)];
  if (schema) problems.push(...missingColumns(table, whole.headers, names, schema, { file }));
  if (whole.rows.length === 0 && whole.problems.length === 0)
    problems.push(problem('empty-table', { file }, { table }));
  const usable = usableColumns(names);
  const typed = usable.map((index) => typeColumn(whole, index, names[index]!, context));
  const rows = whole.rows.map((_, row) => typed.map((column) => column.cells[row] ?? null));
  const placeOf = (row: number, column: number) => whole.placeOf(row, usable[column] ?? 0);
  const used = usable.map((index) => names[index]!);
  const relations = schema?.relations ?? [];
  return {
    columns: typed.map((column) => column.column),
    content: {
      kind: 'rows',
      rows,
      placeOf,
      writtenOf: (row, column) => whole.rows[row]?.[usable[column] ?? 0] ?? null,
    },
    problems: [
      ...problems,
      ...typed.flatMap((column) => column.problems),
      ...relations.flatMap((relation) => contradictions(relation, used, rows, placeOf)),
    ],
  };
}

/** Columns with a name of their own: the others are told and cannot be asked for. */
function usableColumns(names: readonly string[]): number[] {
  const lower = names.map((name) => name.toLowerCase());
  return [...names.keys()].filter((index) => names[index] !== '' && lower.indexOf(lower[index]!) === index);
}

function typeColumn(raw: RawTable, index: number, name: string, context: TypingContext) {
  const { schema, notes, language } = context;
  const header = raw.headers[index]!.text.trim();
  const known = schema?.columns[name];
  const cells = raw.rows.map((row) => row[index] ?? null);
  const placeOf = (row: number) => raw.placeOf(row, index);
  const told = notes.columns?.[header]?.type ?? notes.columns?.[name]?.type;
  const unit = notes.columns?.[header]?.unit ?? notes.columns?.[name]?.unit ?? raw.units?.[index] ?? '';
  const fixed = known ?? (told && { ...freeSchema, type: told });
  const { order, unclear } = columnOrder(cells, notes.dateOrder);
  const style = { order, ...styleOf(known, unit) };
  const type = fixed?.type ?? freeType(cells, order);
  const own = sourceColumn(header, name, type, known, notes, language);
  const column = known ? own : { ...own, unit };
  const problems = [...dayProblems(type, cells, unclear, placeOf), ...unitProblems(raw, index, known)];
  if (fixed) {
    const read = readKnownCells({ name, header, schema: fixed, style }, cells, placeOf);
    return { column, cells: read.cells, problems: [...problems, ...read.problems] };
  }
  const warning = type === 'text' ? amongNumbers(header, cells, placeOf) : undefined;
  const read = cells.map((cell): Cell => readCell(cell, type, style) ?? null);
  return { column, cells: read, problems: warning ? [...problems, warning] : problems };
}

/**
 * A percentage is a fraction, but in a column that counts in %. In a known table only shares take one: where the
 * unit stands in another column (goals), only its author knows.
 */
function styleOf(known: ColumnSchema | undefined, unit: string): NumberStyle {
  if (!known) return { unit, percent: unit === '%' ? 'figure' : 'fraction' };
  if (known.unit === '%') return { unit: '%', percent: 'figure' };
  return known.max === 1 ? { percent: 'fraction' } : { unit: known.unit };
}

/** A row of units that says another unit than the known table has: 1.2 in 万元 is not 1.2 元. */
function unitProblems(raw: RawTable, index: number, known: ColumnSchema | undefined): Problem[] {
  const found = raw.units?.[index];
  const { text, place } = raw.headers[index]!;
  const wanted = known?.unit;
  if (!found || !wanted || found === wanted) return [];
  return [problem('other-unit', place, { column: text, found, wanted })];
}

function dayProblems(
  type: ColumnType,
  cells: readonly Cell[],
  unclear: number | undefined,
  placeOf: (row: number) => Place,
): Problem[] {
  if (unclear === undefined || (type !== 'date' && type !== 'timestamp')) return [];
  return [problem('date-order', placeOf(unclear), { found: String(cells[unclear]) })];
}

/** What a column must hold whose type tables.yaml gives. */
const freeSchema = {
  required: false,
  unit: '',
  label: { zh: '', en: '' },
  description: { zh: '', en: '' },
  aliases: [],
};
