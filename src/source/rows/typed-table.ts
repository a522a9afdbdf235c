import type { Language } from '../../base/language.ts';
import type { Problem } from '../../base/problem.ts';
import type { Cell, SourceColumn, SourceTable } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { TableSchema } from '../../schema/tables/table-schema.ts';
import type { SheetNotes } from '../../schema/tables-file.ts';
import { checkHeaders, checkKnownColumns, type Header, resolveColumnNames } from '../cells/column-headers.ts';
import type { GetPlace } from '../cells/problem-sampler.ts';
import { TypedColumn } from '../cells/typed-column.ts';
import { renameRepeated } from './column-names.ts';
import { ContradictionCheck } from './contradictions.ts';
import { type RawTable, withoutEmptyRows } from './raw-table.ts';
import { isIndexName, RowNumbers } from './row-numbers.ts';

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

export interface TypingContext {
  /** Name of the table in SQL. */
  table: string;
  file: string;
  schema: TableSchema | undefined;
  notes: SheetNotes;
  language: Language;
}

/** Reads rows of a table whose columns are known. */
interface RowReader {
  columns: SourceColumn[];
  /** Of each of them, its place in a raw row. */
  indexes: readonly number[];
  /** A raw row as its columns take it, those without a name of their own left out. */
  read: (row: readonly Cell[], getPlace: GetPlace) => Cell[];
  /** Of the names and of the rows read so far. */
  problems: () => Problem[];
}

/**
 * Gives a table its names and types, and checks it against its schema when it has one. Rows come twice, however many
 * there are: what the columns are shows at the end of the first round.
 */
export class TableTyping {
  readonly #context: TypingContext;
  readonly #headers: readonly Header[];
  readonly #names: readonly string[];
  /** Columns with a name of their own: the others are problems, and no query reaches them. */
  readonly #usable: readonly number[];
  readonly #columns: readonly TypedColumn[];
  /** Columns without a name, as long as they have no cell either: a separator at the end of every line makes one. */
  #blank: readonly number[];
  /** Of the first column, where no person named it. */
  readonly #rowNumbers: RowNumbers | undefined;
  readonly #nameProblems: Problem[];
  #rows = 0;

  constructor(headers: readonly Header[], context: TypingContext) {
    this.#context = context;
    this.#headers = headers;
    const { names, problems } = renameRepeated(
      headers,
      resolveColumnNames(headers, context.schema),
      context.schema,
    );
    [this.#names, this.#nameProblems] = [names, problems];
    this.#rowNumbers = names.length > 1 && isIndexName(names[0]!) ? new RowNumbers() : undefined;
    this.#usable = listUsableColumns(this.#names);
    this.#blank = [...this.#names.keys()].filter((index) => this.#names[index] === '');
    const { schema, notes, language } = context;
    this.#columns = this.#usable.map((index) => {
      const name = this.#names[index]!;
      return new TypedColumn({
        header: headers[index]!,
        index,
        name,
        known: schema?.columns[name],
        notes,
        language,
      });
    });
  }

  /** Units that a row below the names gives; known before the rows are looked at. */
  set units(units: readonly (string | undefined)[] | undefined) {
    this.#columns.forEach((column, at) => {
      column.rowUnit = units?.[this.#usable[at]!];
    });
  }

  observe(row: readonly Cell[], getPlace: GetPlace): void {
    this.#rows++;
    this.#rowNumbers?.observe(row[0] ?? null);
    if (this.#blank.length > 0) this.#blank = this.#blank.filter((index) => (row[index] ?? null) === null);
    for (let at = 0; at < this.#usable.length; at++)
      this.#columns[at]!.observe(row[this.#usable[at]!] ?? null, getPlace);
  }

  /** `isIntact`: the file itself has no problem; a table without rows is then one. */
  resolve(isIntact: boolean): RowReader {
    const isNumbered = this.#rowNumbers?.holds === true;
    const kept = [...this.#usable.keys()].filter((at) => !(isNumbered && this.#usable[at] === 0));
    const usable = kept.map((at) => this.#usable[at]!);
    const shown = new Set(kept.flatMap((at) => this.#columns[at]!.shownOrder ?? []));
    const order = shown.size === 1 ? [...shown][0] : undefined;
    const resolved = kept.map((at) => this.#columns[at]!.resolve(order));
    const used = usable.map((index) => this.#names[index]!);
    const relations = (this.#context.schema?.relations ?? []).map((one) => new ContradictionCheck(one, used));
    const headerProblems = this.#checkNames(isIntact, isNumbered);
    return {
      columns: resolved.map(({ column }) => column),
      indexes: usable,
      read: (row, getPlace) => {
        const cells = resolved.map((one, at) => one.cells.read(row[usable[at]!] ?? null, getPlace));
        for (const relation of relations) relation.observe(cells, (column) => getPlace(usable[column] ?? 0));
        return cells;
      },
      problems: () => [
        ...headerProblems,
        ...resolved.flatMap(({ cells }) => cells.problems()),
        ...relations.flatMap((relation) => relation.listProblems()),
      ],
    };
  }

  /** `isNumbered`: the first column holds the numbers of the rows. */
  #checkNames(isIntact: boolean, isNumbered: boolean): Problem[] {
    const { table, file, schema } = this.#context;
    const blank = [...(this.#rows === 0 ? [] : this.#blank), ...(isNumbered ? [0] : [])];
    const problems = [...this.#nameProblems, ...checkHeaders(this.#headers, this.#names, blank)];
    if (isNumbered)
      problems.unshift(
        createProblem('left-out-column', this.#headers[0]!.place, { column: 1, kind: rowNumbers }),
      );
    if (schema) problems.push(...checkKnownColumns(table, this.#headers, this.#names, schema, { file }));
    if (this.#rows === 0 && isIntact) problems.push(createProblem('empty-table', { file }, { table }));
    return problems;
  }
}

const rowNumbers = { zh: '行号', en: 'the numbers of the rows' };

function listUsableColumns(names: readonly string[]): number[] {
  const lower = names.map((name) => name.toLowerCase());
  return [...names.keys()].filter((index) => names[index] !== '' && lower.indexOf(lower[index]!) === index);
}
