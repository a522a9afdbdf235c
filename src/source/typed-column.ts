import type { Language } from '../base/language.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell, ColumnType, SourceColumn } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { ColumnSchema } from '../schema/tables/column.ts';
import type { SheetNotes } from '../schema/tables-file.ts';
import { readCell, type Style } from './cell.ts';
import { type Header, sourceColumn } from './columns.ts';
import { ColumnOrder } from './date-order.ts';
import type { NumberStyle } from './forms.ts';
import { FreeColumn } from './free-types.ts';
import { KnownCells } from './known-cells.ts';
import { Memo } from './memo.ts';
import type { PlaceOf } from './told.ts';

export interface ColumnContext {
  header: Header;
  /** Of the column in the raw table, from 0. */
  index: number;
  name: string;
  known: ColumnSchema | undefined;
  notes: SheetNotes;
  language: Language;
}

/** Reads cells of a column whose type is settled. */
interface Cells {
  read: (cell: Cell, placeOf: PlaceOf) => Cell;
  problems: () => Problem[];
}

/** One column of a table that is gone over twice: what it is shows at its end, then its cells are read. */
export class TypedColumn {
  readonly #context: ColumnContext;
  readonly #header: string;
  readonly #order: ColumnOrder;
  readonly #free: FreeColumn | undefined;
  readonly #schema: ColumnSchema | undefined;
  readonly #hasDays: boolean;
  #unclear: { place: Place; text: string } | undefined;
  /** That a row below the names gives. */
  told: string | undefined;

  constructor(context: ColumnContext) {
    const { header, name, known, notes } = context;
    this.#context = context;
    this.#header = header.text.trim();
    const told = notes.columns?.[this.#header]?.type ?? notes.columns?.[name]?.type;
    this.#schema = known ?? (told && { ...freeSchema, type: told });
    this.#order = new ColumnOrder(notes.dateOrder);
    this.#free = this.#schema
      ? undefined
      : new FreeColumn(this.#header, () => styleOf(undefined, this.#unit));
    this.#hasDays = !this.#schema || isTime(this.#schema.type);
  }

  /** Whether schema or tables.yaml say what the column is. */
  get isFixed(): boolean {
    return this.#schema !== undefined;
  }

  look(cell: Cell, placeOf: PlaceOf): void {
    const { index } = this.#context;
    if (this.#hasDays && this.#order.see(cell)) this.#unclear = { place: placeOf(index), text: String(cell) };
    this.#free?.see(cell, placeOf, index);
  }

  /** The column as it is, and how its cells are read. */
  settle(): { column: SourceColumn; cells: Cells } {
    const { name, known, notes, language, index } = this.#context;
    const unit = this.#unit;
    const type = this.#schema?.type ?? this.#free!.type(this.#order.order);
    const style = { order: this.#order.order, ...styleOf(known, unit) };
    const own = sourceColumn(this.#header, name, type, known, notes, language);
    const before = [...this.#dayProblems(type), ...this.#unitProblems(this.told)];
    const cells = this.#schema
      ? knownCells({ name, header: this.#header, schema: this.#schema, style }, index)
      : freeCells(type, style, type === 'text' ? this.#free?.warning() : undefined);
    const problems = () => [...before, ...cells.problems()];
    return { column: known ? own : { ...own, unit }, cells: { read: cells.read, problems } };
  }

  get #unit(): string {
    const { name, notes } = this.#context;
    return notes.columns?.[this.#header]?.unit ?? notes.columns?.[name]?.unit ?? this.told ?? '';
  }

  #dayProblems(type: ColumnType): Problem[] {
    if (!this.#unclear || !this.#order.isUnclear || !isTime(type)) return [];
    return [problem('date-order', this.#unclear.place, { found: this.#unclear.text })];
  }

  /** A row of units that says another unit than the known table has: 1.2 in 万元 is not 1.2 元. */
  #unitProblems(found: string | undefined): Problem[] {
    const { header, known } = this.#context;
    const wanted = known?.unit;
    if (!found || !wanted || found === wanted) return [];
    return [problem('other-unit', header.place, { column: header.text, found, wanted })];
  }
}

function knownCells(column: ConstructorParameters<typeof KnownCells>[0], index: number): Cells {
  const cells = new KnownCells(column);
  return {
    read: (cell, placeOf) => cells.read(cell, placeOf, index),
    problems: () => cells.problems(),
  };
}

function freeCells(type: ColumnType, style: Style, warning: Problem | undefined): Cells {
  const memo = new Memo((cell) => readCell(cell, type, style) ?? null);
  const read =
    type === 'text' ? (cell: Cell) => readCell(cell, 'text') ?? null : (cell: Cell) => memo.of(cell);
  return { read, problems: () => (warning ? [warning] : []) };
}

function isTime(type: ColumnType): boolean {
  return type === 'date' || type === 'timestamp';
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

/** What a column must hold whose type tables.yaml gives. */
const freeSchema = {
  required: false,
  unit: '',
  label: { zh: '', en: '' },
  description: { zh: '', en: '' },
  aliases: [],
};
