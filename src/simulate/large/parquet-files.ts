import { join } from 'node:path';
import {
  DOUBLE,
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  type DuckDBValue,
  INTEGER,
  VARCHAR,
} from '@duckdb/node-api';
import { makeScratch, removeInside, removeScratch } from '../../files/door.ts';
import { getSqlType } from '../output/column-sql-type.ts';
import { firstDay } from '../plan/term-calendar.ts';
import { missingInteger, type ShardColumn } from './shard-columns.ts';

/** Most memory that DuckDB takes; what is more waits on disk. */
const memoryLimit = '512MB';

/** Rows the engine takes at once. */
const chunkRows = 2048;

/** A column with more different words than this in the first world is kept as text. */
const maxDictionaryWords = 256;

/** How a column waits: numbers as they come, words as their places in a list that grows, or as text. */
interface StagedColumn {
  type: DuckDBType;
  first: ShardColumn;
  places: Map<string, number>;
}

/**
 * One Parquet file a table, filled world by world. Rows wait in a database file beside them as whole numbers, which
 * become texts and times when the files are written: memory never holds more than the rows of a few worlds.
 */
export class ParquetFiles {
  readonly #folder: string;
  readonly #work: string;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #columns: Record<string, readonly string[]>;
  readonly #tables = new Map<string, { waiting: StagedColumn[]; appender: DuckDBAppender; rows: number }>();

  private constructor(given: {
    folder: string;
    work: string;
    columns: Record<string, readonly string[]>;
    instance: DuckDBInstance;
    connection: DuckDBConnection;
  }) {
    this.#folder = given.folder;
    this.#work = given.work;
    this.#columns = given.columns;
    this.#instance = given.instance;
    this.#connection = given.connection;
  }

  /** Files in `folder` with these columns, by table. */
  static async open(folder: string, columns: Record<string, readonly string[]>): Promise<ParquetFiles> {
    const work = makeScratch(folder, '.simulating-');
    const instance = await DuckDBInstance.create(join(work, 'rows.duckdb'), {
      memory_limit: memoryLimit,
      temp_directory: join(work, 'spill'),
      preserve_insertion_order: 'true',
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'Asia/Shanghai'");
    return new ParquetFiles({ folder, work, columns, instance, connection });
  }

  /** Adds the rows of one world to a table. */
  async add(table: string, columns: readonly ShardColumn[]): Promise<void> {
    const rows = columns[0]!.values.length;
    if (rows === 0) return;
    const into = this.#tables.get(table) ?? (await this.#begin(table, columns));
    const { waiting, appender } = into;
    into.rows += rows;
    const values = columns.map((column, at) => createValueReader(column, waiting[at]!));
    const types = waiting.map(({ type }) => type);
    for (let from = 0; from < rows; from += chunkRows) {
      const count = Math.min(chunkRows, rows - from);
      const chunk = DuckDBDataChunk.create(types, count);
      values.forEach((value, at) => {
        const vector = chunk.getColumnVector(at);
        for (let row = 0; row < count; row++) vector.setItem(row, value(from + row));
        vector.flush();
      });
      appender.appendDataChunk(chunk);
    }
  }

  async #begin(table: string, columns: readonly ShardColumn[]) {
    const waiting = columns.map((column) => ({
      type: getStagingType(column),
      first: column,
      places: new Map(),
    }));
    const list = waiting.map(({ type }, at) => `c${at} ${type}`).join(', ');
    await this.#connection.run(`create table "${table}" (${list})`);
    const begun = { waiting, appender: await this.#connection.createAppender(table), rows: 0 };
    this.#tables.set(table, begun);
    return begun;
  }

  /** Writes the files and returns how many rows each has. */
  async finish(): Promise<{ name: string; rows: number }[]> {
    const written: { name: string; rows: number }[] = [];
    for (const [table, columns] of Object.entries(this.#columns)) {
      const { waiting, appender, rows = 0 } = this.#tables.get(table) ?? {};
      appender?.closeSync();
      const list = columns.map((column, at) => {
        const type = getSqlType(table, column);
        return `${waiting ? buildColumnSql(`c${at}`, waiting[at]!, type) : `null::${type}`} as "${column}"`;
      });
      const from = waiting ? `from "${table}"` : 'where false';
      const file = join(this.#folder, `${table}.parquet`).replaceAll("'", "''");
      await removeInside(this.#folder, `${table}.parquet`);
      await this.#connection.run(
        `copy (select ${list.join(', ')} ${from}) to '${file}' (format parquet, compression zstd)`,
      );
      await this.#connection.run(`drop table if exists "${table}"`);
      written.push({ name: `${table}.parquet`, rows });
    }
    return written;
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    removeScratch(this.#work);
  }
}

function getStagingType(column: ShardColumn): DuckDBType {
  if (column.kind === 'number') return DOUBLE;
  return column.kind === 'words' && column.words.length > maxDictionaryWords ? VARCHAR : INTEGER;
}

/** What waits for a row of the column. */
function createValueReader(column: ShardColumn, waiting: StagedColumn): (row: number) => DuckDBValue {
  const { values } = column;
  const { type, places } = waiting;
  // A column of ids may be empty in the first world.
  if (waiting.first.kind === 'serial' && waiting.first.letter === '') waiting.first = column;
  if (column.kind === 'number') return (row) => (Number.isNaN(values[row]) ? null : values[row]!);
  if (column.kind !== 'words') return (row) => values[row]!;
  if (type === VARCHAR) return (row) => column.words[values[row]! - 1] ?? null;
  const here = [0];
  for (const word of column.words) {
    if (!places.has(word)) places.set(word, places.size + 1);
    here.push(places.get(word)!);
  }
  return (row) => here[values[row]!]!;
}

/** What waits, as the file shows it. A place of 0 in a list is nothing. */
function buildColumnSql(name: string, { type, first, places }: StagedColumn, as: string): string {
  if (first.kind === 'number' || type === VARCHAR) return `${name}::${as}`;
  if (first.kind === 'words') {
    const words = Array.from(places.keys(), (word) => `'${word.replaceAll("'", "''")}'`);
    return `list_extract([${words.join(', ')}]::${as}[], ${name})`;
  }
  const value = `nullif(${name}, ${missingInteger})`;
  const origin = Date.parse(`${firstDay}T00:00:00+08:00`) * 1000;
  if (first.kind === 'time') return `make_timestamptz(${origin} + ${value}::bigint * 1000000)`;
  const { letter, digits } = first;
  const text = `${value}::varchar`;
  return `'${letter}' || case when ${name} < ${10 ** digits} then lpad(${text}, ${digits}, '0') else ${text} end`;
}
