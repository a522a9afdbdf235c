import type { DuckDBConnection, DuckDBPreparedStatement, DuckDBResult } from '@duckdb/node-api';
import { freeAccount, type Spending, SpentError } from '../base/limits/spending.ts';
import type { Cell } from '../base/source-table.ts';
import { createProblem } from '../problems/catalog.ts';
import { type ErrorContext, toQueryError } from './duckdb-errors.ts';
import { toCell, toColumnType } from './duckdb-values.ts';
import {
  type Engine,
  type EngineTable,
  QueryError,
  type QueryOptions,
  type QueryResult,
  type ResultColumn,
} from './engine.ts';
import { engineTurns } from './engine-turns.ts';
import { assertQueryAllowed } from './query-guard.ts';
import { createTableFinder, mapSpellings, normaliseName } from './sql-names.ts';
import { ZoneClock } from './time-zone.ts';
import { runInTime } from './timed-work.ts';

interface EngineSettings extends Omit<ErrorContext, 'columns' | 'sql'> {
  zone: string;
  /** Who pays for queries; without it nobody does. */
  spending?: Spending | undefined;
  /** Whether every table waits to be put into it. */
  isOfRows?: boolean;
  /** Tables, by name, that are put into the engine when a query first names them. */
  loaders?: Map<string, TableLoader>;
  close: () => void;
}

/** Puts a table into the engine. */
export type TableLoader = (connection: DuckDBConnection) => Promise<void>;

type TakeBlock = (block: Cell[][], columns: ResultColumn[]) => void | Promise<void>;

const rowLimit = 100_000;

/** A query takes one of its connections, in the order they came: its time limit begins when its turn has come. */
export class LockedEngine implements Engine {
  tables: EngineTable[];
  /** Whether it reads no file itself. */
  readonly isOfRows: boolean;
  readonly #connections: readonly DuckDBConnection[];
  /** Those that no query is at, and queries that wait for one. */
  readonly #idle: DuckDBConnection[];
  readonly #waiting: ((connection: DuckDBConnection) => void)[] = [];
  #spellings: Map<string, EngineTable>;
  readonly #clock: ZoneClock;
  readonly #context: Omit<ErrorContext, 'columns' | 'sql'>;
  readonly #spending: Spending | undefined;
  #loaders: Map<string, TableLoader>;
  /** Tables that are being put into the engine. */
  readonly #loading = new Map<string, Promise<void>>();
  #findTables: (sql: string) => EngineTable[];
  /** Queries that are known to be allowed; that hangs on the names of the tables alone. */
  readonly #allowed = new Set<string>();
  /** Gives the syntax tree of a query, on each connection: planned once, it takes half the time. */
  readonly #readers = new Map<DuckDBConnection, DuckDBPreparedStatement>();
  readonly #close: () => void;
  #isClosed = false;

  constructor(connections: readonly DuckDBConnection[], tables: EngineTable[], setting: EngineSettings) {
    const { zone, close, spending, loaders = new Map(), isOfRows = false, ...context } = setting;
    this.tables = tables;
    this.isOfRows = isOfRows;
    this.#loaders = loaders;
    this.#findTables = createTableFinder(tables);
    this.#connections = connections;
    this.#idle = [...connections];
    this.#spellings = mapSpellings(tables);
    this.#clock = new ZoneClock(zone);
    this.#context = context;
    this.#spending = spending;
    this.#close = close;
  }

  table(name: string): EngineTable | undefined {
    return this.#spellings.get(normaliseName(name));
  }

  async query(
    sql: string,
    { isOwn = false, spending = this.#spending }: QueryOptions = {},
  ): Promise<QueryResult> {
    const account = spending?.openAccount() ?? freeAccount;
    const limit = this.#context.seconds * 1000;
    return this.#queue(sql, (connection) => {
      const stop = () => connection.interrupt();
      return runInTime({ run: () => this.#collect(connection, sql, isOwn), stop, limit, account });
    });
  }

  /** For tables as a whole, whose time their size limits. */
  async stream(sql: string, take: (rows: Cell[][]) => void | Promise<void>): Promise<void> {
    const takeRows = (block: Cell[][]) => (block.length > 0 ? take(block) : undefined);
    await this.#queue(sql, (connection) =>
      engineTurns.take(() => this.#read(connection, sql, true, takeRows)),
    );
  }

  /** Takes other tables of the same names from now on; what is loaded stays for tables that have no loader. */
  renew(tables: EngineTable[], loaders: Map<string, TableLoader>): void {
    this.tables = tables;
    this.#loaders = loaders;
    this.#spellings = mapSpellings(tables);
    this.#findTables = createTableFinder(tables);
  }

  /** Names of tables that are loaded already. */
  get loaded(): Set<string> {
    return new Set(this.tables.map(({ name }) => name).filter((name) => !this.#loaders.has(name)));
  }

  /** At once, or when the queries at work have ended, which are told to. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#isIdle) this.#end();
    else for (const connection of this.#connections) connection.interrupt();
  }

  #end(): void {
    for (const reader of this.#readers.values()) reader.destroySync();
    this.#close();
  }

  get #isIdle(): boolean {
    return this.#idle.length === this.#connections.length;
  }

  async #queue<T>(sql: string, work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new SpentError();
    const connection =
      this.#idle.pop() ?? (await new Promise<DuckDBConnection>((begin) => this.#waiting.push(begin)));
    try {
      return await this.#runNow(connection, sql, work);
    } finally {
      const next = this.#waiting.shift();
      if (next) next(connection);
      else this.#idle.push(connection);
      if (this.#isClosed && this.#isIdle) this.#end();
    }
  }

  async #runNow<T>(
    connection: DuckDBConnection,
    sql: string,
    work: (connection: DuckDBConnection) => Promise<T>,
  ): Promise<T> {
    if (this.#isClosed) throw new SpentError();
    const named = this.#findTables(sql);
    try {
      for (const { name } of named) await this.#load(connection, name);
      return await work(connection);
    } catch (error) {
      if (error instanceof SpentError) throw error;
      const columns = named.flatMap((table) => table.columns.map((column) => column.name));
      throw toQueryError(error, { ...this.#context, columns, sql });
    }
  }

  /** Once, whoever asks for it meanwhile. */
  #load(connection: DuckDBConnection, name: string): Promise<void> {
    const under = this.#loading.get(name);
    const load = this.#loaders.get(name);
    if (under || !load) return under ?? Promise.resolve();
    const work = engineTurns
      .take(() => load(connection))
      .then(() => {
        if (this.#loaders.get(name) === load) this.#loaders.delete(name);
      })
      .finally(() => this.#loading.delete(name));
    this.#loading.set(name, work);
    return work;
  }

  async #collect(connection: DuckDBConnection, sql: string, isOwn: boolean): Promise<QueryResult> {
    const rows: Record<string, Cell>[] = [];
    let columns: ResultColumn[] = [];
    await this.#read(connection, sql, isOwn, (block, found) => {
      columns = found;
      if (rows.length + block.length > rowLimit) {
        throw new QueryError((at) => createProblem('sql-too-many-rows', at, { limit: rowLimit }));
      }
      for (const row of block)
        rows.push(Object.fromEntries(found.map(({ name }, i) => [name, row[i] ?? null])));
    });
    return { columns, rows };
  }

  /** `take` gets at least one block, so that the columns of an empty result are known. */
  async #read(connection: DuckDBConnection, sql: string, isOwn: boolean, take: TakeBlock): Promise<void> {
    if (!isOwn) await this.#assertAllowed(connection, sql);
    const result = await startQuery(connection, sql);
    const columns = listResultColumns(result);
    await take([], columns);
    for await (const rows of result.yieldRows()) {
      await take(
        rows.map((row) => row.map((value) => toCell(value, this.#clock))),
        columns,
      );
    }
  }

  async #assertAllowed(connection: DuckDBConnection, sql: string): Promise<void> {
    if (this.#allowed.has(sql)) return;
    const reader =
      this.#readers.get(connection) ?? (await connection.prepare('select json_serialize_sql($1::varchar)'));
    this.#readers.set(connection, reader);
    reader.bindVarchar(1, sql);
    const tree = (await reader.runAndReadAll()).value(0, 0);
    const names = new Map([...this.#spellings].map(([spelling, table]) => [spelling, table.name]));
    assertQueryAllowed(String(tree), new Set([...names.values(), ...names.keys()]));
    this.#allowed.add(sql);
  }
}

/** One statement: that there are no more was looked at, or is known of our own. */
async function startQuery(connection: DuckDBConnection, sql: string): Promise<DuckDBResult> {
  const prepared = await connection.prepare(sql);
  try {
    return await prepared.stream();
  } finally {
    prepared.destroySync();
  }
}

/** Names as SQL gave them; a name given twice gets a number: `count`, `count:1`. */
function listResultColumns(result: DuckDBResult): ResultColumn[] {
  return result
    .deduplicatedColumnNames()
    .map((name, i) => ({ name, type: toColumnType(result.columnTypeId(i)) }));
}
