import type { Bilingual } from '../base/language.ts';
import { nearest } from '../base/nearest.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { wantedCell } from '../problems/wanted.ts';
import type { ColumnSchema } from '../schema/tables/column.ts';
import { meantDay, meantNumber, readCell, type Style } from './cell.ts';
import { Memo } from './memo.ts';
import { type PlaceOf, Told } from './told.ts';

export interface KnownColumn {
  name: string;
  /** As the author's header has it. */
  header: string;
  schema: ColumnSchema;
  style: Style;
}

const wrong = Symbol('no cell of the column');

/** One column read as its schema says; cells that do not fit become null and are told, five one by one. */
export class KnownCells {
  readonly #column: KnownColumn;
  readonly #name: string;
  readonly #wanted: Bilingual;
  readonly #cells: Memo<Cell | typeof wrong>;
  readonly #empty = new Told();
  readonly #wrong = new Told();

  constructor(column: KnownColumn) {
    this.#column = column;
    this.#wanted = wantedCell(column.schema);
    this.#name = column.header === column.name ? column.name : `${column.header}（${column.name}）`;
    this.#cells = new Memo((cell) => {
      const read = readKnownCell(cell, column.schema, column.style);
      return read === undefined ? wrong : read;
    });
  }

  read(raw: Cell, placeOf: PlaceOf, at: number): Cell {
    const cell = raw === null ? null : this.#cells.of(raw);
    if (cell === wrong) {
      this.#wrong.add(placeOf, at, (place) => this.#bad(raw, place));
      return null;
    }
    if (cell === null && this.#column.schema.required)
      this.#empty.add(placeOf, at, (place) =>
        problem('empty-cell', place, { column: this.#name, wanted: this.#wanted }),
      );
    return cell;
  }

  problems(): Problem[] {
    const more = (place: Place, count: number) =>
      problem('more-bad-cells', place, { column: this.#name, more: count });
    return [...this.#empty.problems(more), ...this.#wrong.problems(more)];
  }

  #bad(raw: Cell, place: Place): Problem {
    const near = correction(raw, this.#column.schema);
    const told = { column: this.#name, found: String(raw), wanted: this.#wanted };
    return problem('bad-cell', place, { ...told, ...(near && { near }) });
  }
}

function readKnownCell(raw: Cell, schema: ColumnSchema, style: Style): Cell | undefined {
  const cell = readCell(raw, schema.type, style);
  if (cell === undefined || cell === null) return cell;
  if (schema.values && !schema.values.includes(String(cell))) return undefined;
  if (typeof cell !== 'number') return cell;
  if (schema.min !== undefined && cell < schema.min) return undefined;
  if (schema.max !== undefined && cell > schema.max) return undefined;
  return schema.unit === '元' && !hasFourDecimals(cell) ? undefined : cell;
}

/** Money is kept to four decimals; more would be lost without a word. */
function hasFourDecimals(amount: number): boolean {
  return Math.abs(amount) < 1e13 && Number(amount.toFixed(4)) === amount;
}

function meantCell(raw: Cell, { type, max }: ColumnSchema): string | undefined {
  if (type === 'date') return meantDay(raw);
  return type === 'number' || type === 'integer' ? meantNumber(raw, max === 1) : undefined;
}

/** The cell as it was probably meant, when that would be taken. */
function correction(raw: Cell, schema: ColumnSchema): string | undefined {
  const candidate = schema.values ? nearest(String(raw).trim(), schema.values) : meantCell(raw, schema);
  return candidate !== undefined && readKnownCell(candidate, schema, {}) !== undefined
    ? candidate
    : undefined;
}
