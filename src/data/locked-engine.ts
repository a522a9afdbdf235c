import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import { columnType, toCell } from './cells.ts';
import { type Engine, type EngineTable, QueryError, type Result, type ResultColumn } from './engine.ts';
import { type FailureContext, failure } from './failure.ts';
import { guard } from './guard.ts';
import { quoteText, sameName, spellings } from './names.ts';
import { ZoneClock } from './zone.ts';

interface Setting extends Omit<FailureContext, 'columns'> {
  zone: string;
  close: () => void;
}

type Take = (block: Cell[][], columns: ResultColumn[]) => void | Promise<void>;

const rowLimit = 100_000;

/** Queries run one after another on one connection: each has its own time limit. */
export class LockedEngine implements Engine {
  readonly tables: EngineTable[];
  readonly #connection: DuckDBConnection;
  readonly #spellings: Map<string, EngineTable>;
  readonly #clock: ZoneClock;
  readonly #context: Omit<FailureContext, 'columns'>;
  readonly #close: () => void;
  #last: Promise<unknown> = Promise.resolve();

  constructor(connection: DuckDBConnection, tables: EngineTable[], setting: Setting) {
    const { zone, close, ...context } = setting;
    this.tables = tables;
    this.#connection = connection;
    this.#spellings = spellings(tables);
    this.#clock = new ZoneClock(zone);
    this.#context = context;
    this.#close = close;
  }

  table(name: string): EngineTable | undefined {
    return this.#spellings.get(sameName(name));
  }

  async query(sql: string): Promise<Result> {
    const rows: Record<string, Cell>[] = [];
    let columns: ResultColumn[] = [];
    await this.#run(sql, (block, found) => {
      columns = found;
      if (rows.length + block.length > rowLimit) {
        throw new QueryError((at) => problem('sql-too-many-rows', at, { limit: rowLimit }));
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
  #run(sql: string, take: Take, timed = true): Promise<void> {
    const turn = this.#last.then(() => this.#now(sql, take, timed));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #now(sql: string, take: Take, timed: boolean): Promise<void> {
    const stop = () => this.#connection.interrupt();
    const timer = timed ? setTimeout(stop, this.#context.seconds * 1000) : undefined;
    try {
      await this.#guard(sql);
      const result = await this.#connection.stream(sql);
      const columns = columnsOf(result);
      await take([], columns);
      for await (const rows of result.yieldRows()) {
        await take(
          rows.map((row) => row.map((value) => toCell(value, this.#clock))),
          columns,
        );
      }
    } catch (error) {
      throw failure(error, { ...this.#context, columns: this.#columnsOf(sql) });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Columns of the tables whose names are in the query. */
  #columnsOf(sql: string): string[] {
    const named = [...this.#spellings]
      .filter(([name]) => sameName(sql).includes(name))
      .map(([, table]) => table);
    return [...new Set(named)].flatMap((table) => table.columns.map((column) => column.name));
  }

  async #guard(sql: string): Promise<void> {
    const result = await this.#connection.runAndReadAll(
      `select json_serialize_sql(${quoteText(sql)}::varchar)`,
    );
    const names = new Map([...this.#spellings].map(([spelling, table]) => [spelling, table.name]));
    guard(String(result.value(0, 0)), new Set([...names.values(), ...names.keys()]));
  }
}

/** Names as SQL gave them; a name given twice gets a number: `count`, `count:1`. */
function columnsOf(result: DuckDBResult): ResultColumn[] {
  return result
    .deduplicatedColumnNames()
    .map((name, i) => ({ name, type: columnType(result.columnTypeId(i)) }));
}
