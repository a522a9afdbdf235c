import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { quoteSqlText } from '../base/quoting.ts';
import type { Cell } from '../base/source-table.ts';
import { createProblem } from '../problems/catalog.ts';
import { type ErrorContext, toQueryError } from './duckdb-errors.ts';
import { toCell, toColumnType } from './duckdb-values.ts';
import { type Engine, type EngineTable, QueryError, type QueryResult, type ResultColumn } from './engine.ts';
import { assertQueryAllowed } from './query-guard.ts';
import { mapSpellings, normaliseName } from './sql-names.ts';
import { ZoneClock } from './time-zone.ts';

interface EngineSettings extends Omit<ErrorContext, 'columns'> {
  zone: string;
  close: () => void;
}

type TakeBlock = (block: Cell[][], columns: ResultColumn[]) => void | Promise<void>;

const rowLimit = 100_000;

/** Queries run one after another on one connection: each has its own time limit. */
export class LockedEngine implements Engine {
  readonly tables: EngineTable[];
  readonly #connection: DuckDBConnection;
  readonly #spellings: Map<string, EngineTable>;
  readonly #clock: ZoneClock;
  readonly #context: Omit<ErrorContext, 'columns'>;
  readonly #close: () => void;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: DuckDBConnection, tables: EngineTable[], setting: EngineSettings) {
    const { zone, close, ...context } = setting;
    this.tables = tables;
    this.#connection = connection;
    this.#spellings = mapSpellings(tables);
    this.#clock = new ZoneClock(zone);
    this.#context = context;
    this.#close = close;
  }

  table(name: string): EngineTable | undefined {
    return this.#spellings.get(normaliseName(name));
  }

  async query(sql: string): Promise<QueryResult> {
    const rows: Record<string, Cell>[] = [];
    let columns: ResultColumn[] = [];
    await this.#run(sql, (block, found) => {
      columns = found;
      if (rows.length + block.length > rowLimit) {
        throw new QueryError((at) => createProblem('sql-too-many-rows', at, { limit: rowLimit }));
      }
      for (const row of block)
        rows.push(Object.fromEntries(found.map(({ name }, i) => [name, row[i] ?? null])));
    });
    return { columns, rows };
  }

  async stream(sql: string, take: (rows: Cell[][]) => void | Promise<void>): Promise<void> {
    await this.#run(sql, (block) => (block.length > 0 ? take(block) : undefined), false);
  }

  close(): void {
    this.#close();
  }

  /** `take` gets at least one block, so that the columns of an empty result are known. */
  #run(sql: string, take: TakeBlock, timed = true): Promise<void> {
    const turn = this.#last.then(() => this.#runNow(sql, take, timed));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #runNow(sql: string, take: TakeBlock, timed: boolean): Promise<void> {
    const stop = () => this.#connection.interrupt();
    const timer = timed ? setTimeout(stop, this.#context.seconds * 1000) : undefined;
    try {
      await this.#assertAllowed(sql);
      const result = await this.#connection.stream(sql);
      const columns = listResultColumns(result);
      await take([], columns);
      for await (const rows of result.yieldRows()) {
        await take(
          rows.map((row) => row.map((value) => toCell(value, this.#clock))),
          columns,
        );
      }
    } catch (error) {
      throw toQueryError(error, { ...this.#context, columns: this.#listNamedColumns(sql) });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Columns of the tables whose names are in the query. */
  #listNamedColumns(sql: string): string[] {
    const named = [...this.#spellings]
      .filter(([name]) => normaliseName(sql).includes(name))
      .map(([, table]) => table);
    return [...new Set(named)].flatMap((table) => table.columns.map((column) => column.name));
  }

  async #assertAllowed(sql: string): Promise<void> {
    const result = await this.#connection.runAndReadAll(
      `select json_serialize_sql(${quoteSqlText(sql)}::varchar)`,
    );
    const names = new Map([...this.#spellings].map(([spelling, table]) => [spelling, table.name]));
    assertQueryAllowed(String(result.value(0, 0)), new Set([...names.values(), ...names.keys()]));
  }
}

/** Names as SQL gave them; a name given twice gets a number: `count`, `count:1`. */
function listResultColumns(result: DuckDBResult): ResultColumn[] {
  return result
    .deduplicatedColumnNames()
    .map((name, i) => ({ name, type: toColumnType(result.columnTypeId(i)) }));
}
