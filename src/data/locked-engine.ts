import type { DuckDBConnection, DuckDBResult } from '@duckdb/node-api';
import { freeAccount, type Spending, SpentError } from '../base/limits/spending.ts';
import { quoteSqlText } from '../base/quoting.ts';
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

interface EngineSettings extends Omit<ErrorContext, 'columns'> {
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

/** Queries run one after another on one connection: each has its own time limit, which begins when its turn has come. */
export class LockedEngine implements Engine {
  tables: EngineTable[];
  /** Whether it reads no file itself. */
  readonly isOfRows: boolean;
  readonly #connection: DuckDBConnection;
  #spellings: Map<string, EngineTable>;
  readonly #clock: ZoneClock;
  readonly #context: Omit<ErrorContext, 'columns'>;
  readonly #spending: Spending | undefined;
  #loaders: Map<string, TableLoader>;
  #findTables: (sql: string) => EngineTable[];
  /** Queries that are known to be allowed; that hangs on the names of the tables alone. */
  readonly #allowed = new Set<string>();
  readonly #close: () => void;
  #last: Promise<unknown> = Promise.resolve();
  /** Queries that have not ended. */
  #open = 0;
  #isClosed = false;

  constructor(connection: DuckDBConnection, tables: EngineTable[], setting: EngineSettings) {
    const { zone, close, spending, loaders = new Map(), isOfRows = false, ...context } = setting;
    this.tables = tables;
    this.isOfRows = isOfRows;
    this.#loaders = loaders;
    this.#findTables = createTableFinder(tables);
    this.#connection = connection;
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
    const stop = () => this.#connection.interrupt();
    return this.#queue(sql, () => runInTime({ run: () => this.#collect(sql, isOwn), stop, limit, account }));
  }

  /** For tables as a whole, whose time their size limits. */
  async stream(sql: string, take: (rows: Cell[][]) => void | Promise<void>): Promise<void> {
    const run = () => this.#read(sql, true, (block) => (block.length > 0 ? take(block) : undefined));
    await this.#queue(sql, () => engineTurns.take(run));
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

  /** At once, or when the query at work has ended, which is told to. */
  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    if (this.#open === 0) {
      this.#close();
      return;
    }
    this.#connection.interrupt();
    void this.#last.then(() => this.#close());
  }

  #queue<T>(sql: string, work: () => Promise<T>): Promise<T> {
    this.#open++;
    const turn = this.#last.then(() => this.#runNow(sql, work)).finally(() => this.#open--);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  async #runNow<T>(sql: string, work: () => Promise<T>): Promise<T> {
    if (this.#isClosed) throw new SpentError();
    const named = this.#findTables(sql);
    try {
      await this.#load(named);
      return await work();
    } catch (error) {
      if (error instanceof SpentError) throw error;
      const columns = named.flatMap((table) => table.columns.map((column) => column.name));
      throw toQueryError(error, { ...this.#context, columns });
    }
  }

  async #load(tables: readonly EngineTable[]): Promise<void> {
    for (const { name } of tables) {
      const load = this.#loaders.get(name);
      if (!load) continue;
      await engineTurns.take(() => load(this.#connection));
      this.#loaders.delete(name);
    }
  }

  async #collect(sql: string, isOwn: boolean): Promise<QueryResult> {
    const rows: Record<string, Cell>[] = [];
    let columns: ResultColumn[] = [];
    await this.#read(sql, isOwn, (block, found) => {
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
  async #read(sql: string, isOwn: boolean, take: TakeBlock): Promise<void> {
    if (!isOwn) await this.#assertAllowed(sql);
    const result = await this.#start(sql);
    const columns = listResultColumns(result);
    await take([], columns);
    for await (const rows of result.yieldRows()) {
      await take(
        rows.map((row) => row.map((value) => toCell(value, this.#clock))),
        columns,
      );
    }
  }

  /** One statement: that there are no more was looked at, or is known of our own. */
  async #start(sql: string): Promise<DuckDBResult> {
    const prepared = await this.#connection.prepare(sql);
    try {
      return await prepared.stream();
    } finally {
      prepared.destroySync();
    }
  }

  async #assertAllowed(sql: string): Promise<void> {
    if (this.#allowed.has(sql)) return;
    const result = await this.#connection.runAndReadAll(
      `select json_serialize_sql(${quoteSqlText(sql)}::varchar)`,
    );
    const names = new Map([...this.#spellings].map(([spelling, table]) => [spelling, table.name]));
    assertQueryAllowed(String(result.value(0, 0)), new Set([...names.values(), ...names.keys()]));
    this.#allowed.add(sql);
  }
}

/** Names as SQL gave them; a name given twice gets a number: `count`, `count:1`. */
function listResultColumns(result: DuckDBResult): ResultColumn[] {
  return result
    .deduplicatedColumnNames()
    .map((name, i) => ({ name, type: toColumnType(result.columnTypeId(i)) }));
}
