import type { Language } from '../../base/language.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { type Cell, type ColumnType, isTimeType, type SourceColumn } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ColumnSchema } from '../../schema/tables/table-schema.ts';
import type { SheetNotes } from '../../schema/tables-file.ts';
import { CellCache } from './cell-cache.ts';
import { CellExamples } from './cell-examples.ts';
import { buildSourceColumn, findColumnNote, type Header } from './column-headers.ts';
import { ColumnTypeInference } from './column-type-inference.ts';
import type { DateOrder } from './date-formats.ts';
import { DateOrderDetector } from './date-order.ts';
import { isShortenedNumber } from './id-forms.ts';
import { KnownColumnReader } from './known-column-reader.ts';
import { isMissingWord } from './missing-words.ts';
import type { NumberStyle } from './number-formats.ts';
import { type CellStyle, parseCell } from './parse-cell.ts';
import type { GetPlace } from './problem-sampler.ts';

interface ColumnContext {
  header: Header;
  /** Of the column in the raw table, from 0. */
  index: number;
  name: string;
  known: ColumnSchema | undefined;
  notes: SheetNotes;
  language: Language;
}

/** Reads cells of a column whose type is known. */
interface ColumnReader {
  read: (cell: Cell, getPlace: GetPlace) => Cell;
  problems: () => Problem[];
}

/** One column of a table that is gone over twice: what it is shows at its end, then its cells are read. */
export class TypedColumn {
  readonly #context: ColumnContext;
  readonly #header: string;
  readonly #order: DateOrderDetector;
  readonly #free: ColumnTypeInference | undefined;
  readonly #schema: ColumnSchema | undefined;
  readonly #hasDays: boolean;
  readonly #isDeclared: boolean;
  readonly #missing = new CellExamples();
  readonly #shortened = new CellExamples();
  #unclear: { place: Place; text: string } | undefined;
  /** That a row below the names gives. */
  rowUnit: string | undefined;

  constructor(context: ColumnContext) {
    const { header, name, known, notes } = context;
    this.#context = context;
    this.#header = header.text.trim();
    const declared = findColumnNote(notes, { header: this.#header, name }, 'type');
    this.#isDeclared = !known && declared !== undefined;
    this.#schema = known ?? (declared && { ...freeSchema, type: declared });
    this.#order = new DateOrderDetector(notes.dateOrder);
    this.#free = this.#schema
      ? undefined
      : new ColumnTypeInference(this.#header, () => resolveNumberStyle(undefined, this.#unit));
    this.#hasDays = !this.#schema || isTimeType(this.#schema.type);
  }

  observe(cell: Cell, getPlace: GetPlace): void {
    const { index } = this.#context;
    if (this.#hasDays && this.#order.observe(cell))
      this.#unclear = { place: getPlace(index), text: String(cell) };
    this.#free?.observe(cell, getPlace, index);
    if (typeof cell !== 'string') return;
    if (isMissingWord(cell)) this.#missing.add(cell, getPlace, index);
    else if (isShortenedNumber(cell)) this.#shortened.add(cell, getPlace, index);
  }

  /** The order of day and month that the column shows by itself; it settles those of the other columns. */
  get shownOrder(): DateOrder | undefined {
    const order = this.#order.shown;
    const type = order && (this.#schema?.type ?? this.#free!.inferType(order).type);
    return type && isTimeType(type) ? order : undefined;
  }

  /** The column as it is, and how its cells are read. `siblingOrder`: what other columns show of day and month. */
  resolve(siblingOrder: DateOrder | undefined): { column: SourceColumn; cells: ColumnReader } {
    const { name, known, notes, language, index } = this.#context;
    const unit = this.#unit;
    const order = this.#order.resolveOrder(siblingOrder);
    const { type, months } = this.#schema
      ? { type: this.#schema.type, months: false }
      : this.#free!.inferType(order);
    const style = { order, months, ...resolveNumberStyle(known, unit) };
    const own = buildSourceColumn(this.#header, name, type, known, notes, language);
    const before = [
      ...(siblingOrder === undefined ? this.#checkDateOrder(type) : []),
      ...this.#checkUnit(this.rowUnit),
      ...this.#checkOddCells(type),
      ...(this.#free?.listProblems(type, months, unit) ?? []),
    ];
    const cells = this.#schema
      ? createKnownReader({ name, header: this.#header, schema: this.#schema, style }, index)
      : createFreeReader(type, style);
    const problems = () => [...before, ...cells.problems()];
    return { column: known ? own : { ...own, unit }, cells: { read: cells.read, problems } };
  }

  get #unit(): string {
    const { name, notes } = this.#context;
    const declared = findColumnNote(notes, { header: this.#header, name }, 'unit');
    return declared ?? this.rowUnit ?? (hasPercentSign(this.#header) ? '%' : '');
  }

  /** Words for nothing where numbers or days stand, and numbers of which a program has kept the first digits only. */
  #checkOddCells(type: ColumnType): Problem[] {
    const column = this.#header;
    const [missing, shortened] = [this.#missing, this.#shortened];
    // In a column that must be filled an empty cell is an error anyway.
    const tells = missing.first && type !== 'text' && !this.#schema?.required;
    return [
      ...(tells
        ? [
            createProblem('missing-words', missing.first!, {
              column,
              texts: missing.texts,
              count: missing.count,
            }),
          ]
        : []),
      ...(shortened.first && !this.#isDeclared
        ? [
            createProblem('lost-digits', shortened.first, {
              column,
              found: shortened.texts[0]!,
              count: shortened.count,
            }),
          ]
        : []),
    ];
  }

  #checkDateOrder(type: ColumnType): Problem[] {
    if (!this.#unclear || !this.#order.isAmbiguous || !isTimeType(type)) return [];
    return [createProblem('date-order', this.#unclear.place, { found: this.#unclear.text })];
  }

  /** A row of units that says another unit than the known table has: 1.2 in 万元 is not 1.2 元. */
  #checkUnit(found: string | undefined): Problem[] {
    const { header, known } = this.#context;
    const expected = known?.unit;
    if (!found || !expected || found === expected) return [];
    return [createProblem('other-unit', header.place, { column: header.text, found, expected })];
  }
}

function createKnownReader(
  column: ConstructorParameters<typeof KnownColumnReader>[0],
  index: number,
): ColumnReader {
  const cells = new KnownColumnReader(column);
  return {
    read: (cell, getPlace) => cells.read(cell, getPlace, index),
    problems: () => cells.listProblems(),
  };
}

function createFreeReader(type: ColumnType, style: CellStyle): ColumnReader {
  const cache = new CellCache((cell) => parseCell(cell, type, style) ?? null);
  const read =
    type === 'text' ? (cell: Cell) => parseCell(cell, 'text') ?? null : (cell: Cell) => cache.get(cell);
  return { read, problems: () => [] };
}

/** `点击率(%)`, `CTR %`, `% Exit`: the column counts in %. `前20%` does not. */
function hasPercentSign(header: string): boolean {
  return /[(（[【]\s*[%％]\s*[)）\]】]\s*$|(?<![\d%％\s])\s*[%％]\s*$|^[%％]\s?\D/.test(header);
}

/**
 * A percentage is a fraction, but in a column that counts in %. In a known table only shares take one: where the
 * unit stands in another column (goals), only its author knows.
 */
function resolveNumberStyle(known: ColumnSchema | undefined, unit: string): NumberStyle {
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
