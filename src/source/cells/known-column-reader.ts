import type { Bilingual } from '../../base/language.ts';
import { findNearestName } from '../../base/nearest-name.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import { describeExpectedValue } from '../../problems/expected-value.ts';
import type { ColumnSchema } from '../../schema/tables/table-schema.ts';
import { CellCache } from './cell-cache.ts';
import { type CellStyle, parseCell } from './parse-cell.ts';
import { type GetPlace, ProblemSampler } from './problem-sampler.ts';
import { suggestDate, suggestNumber } from './suggest-cell.ts';

interface KnownColumn {
  name: string;
  /** As the author's header has it. */
  header: string;
  schema: ColumnSchema;
  style: CellStyle;
}

const unreadable = Symbol('no cell of the column');

/** One column read as its schema says; cells that do not fit become null and are problems, the first five one by one. */
export class KnownColumnReader {
  readonly #column: KnownColumn;
  readonly #name: string;
  readonly #expected: Bilingual;
  readonly #cells: CellCache<Cell | typeof unreadable>;
  readonly #empty = new ProblemSampler();
  readonly #wrong = new ProblemSampler();

  constructor(column: KnownColumn) {
    this.#column = column;
    this.#expected = describeExpectedValue(column.schema);
    this.#name = column.header === column.name ? column.name : `${column.header}（${column.name}）`;
    this.#cells = new CellCache((cell) => {
      const read = parseKnownCell(cell, column.schema, column.style);
      return read === undefined ? unreadable : read;
    });
  }

  read(raw: Cell, getPlace: GetPlace, at: number): Cell {
    const cell = raw === null ? null : this.#cells.get(raw);
    if (cell === unreadable) {
      this.#wrong.add(getPlace, at, (place) => this.#createProblem(raw, place));
      return null;
    }
    if (cell === null && this.#column.schema.required)
      this.#empty.add(getPlace, at, (place) =>
        createProblem('empty-cell', place, { column: this.#name, expected: this.#expected }),
      );
    return cell;
  }

  listProblems(): Problem[] {
    const more = (place: Place, count: number) =>
      createProblem('more-bad-cells', place, { column: this.#name, more: count });
    return [...this.#empty.listProblems(more), ...this.#wrong.listProblems(more)];
  }

  #createProblem(raw: Cell, place: Place): Problem {
    const near = findCorrection(raw, this.#column.schema);
    const params = { column: this.#name, found: String(raw), expected: this.#expected };
    return createProblem('bad-cell', place, { ...params, ...(near && { near }) });
  }
}

function parseKnownCell(raw: Cell, schema: ColumnSchema, style: CellStyle): Cell | undefined {
  const cell = parseCell(raw, schema.type, style);
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

function suggestCell(raw: Cell, { type, max }: ColumnSchema): string | undefined {
  if (type === 'date') return suggestDate(raw);
  return type === 'number' || type === 'integer' ? suggestNumber(raw, max === 1) : undefined;
}

/** The cell as it was probably meant, when that would be taken. */
function findCorrection(raw: Cell, schema: ColumnSchema): string | undefined {
  const candidate = schema.values
    ? findNearestName(String(raw).trim(), schema.values)
    : suggestCell(raw, schema);
  return candidate !== undefined && parseKnownCell(candidate, schema, {}) !== undefined
    ? candidate
    : undefined;
}
