import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type KnownTable, knownTables } from '../schema/tables/registry.ts';
import { csv, type Field } from './csv.ts';
import { ids } from './parts.ts';
import type { SimulatedTable } from './tables/table.ts';
import type { World } from './world/world.ts';

/** Most memory that DuckDB takes; what is more waits on disk. */
const memory = '768MB';

/** Letters of CSV that wait until DuckDB reads them. */
const atOnce = 60_000_000;

/**
 * One Parquet file a table, filled world by world. Rows wait in a database file beside them, so that memory never
 * holds more than those of one world.
 */
export class ParquetFiles {
  readonly #folder: string;
  readonly #work: string;
  readonly #tables: Record<string, SimulatedTable>;
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;
  readonly #bytes = new Map<string, number>();

  private constructor(given: {
    folder: string;
    work: string;
    tables: Record<string, SimulatedTable>;
    instance: DuckDBInstance;
    connection: DuckDBConnection;
  }) {
    this.#folder = given.folder;
    this.#work = given.work;
    this.#tables = given.tables;
    this.#instance = given.instance;
    this.#connection = given.connection;
  }

  static async open(folder: string, tables: Record<string, SimulatedTable>): Promise<ParquetFiles> {
    const work = await mkdtemp(join(folder, '.simulating-'));
    const instance = await DuckDBInstance.create(join(work, 'rows.duckdb'), {
      memory_limit: memory,
      temp_directory: join(work, 'spill'),
      preserve_insertion_order: 'true',
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'Asia/Shanghai'");
    for (const [name, { columns }] of Object.entries(tables)) {
      const list = columns.map((column) => `"${column}" ${typeOf(name, column)}`).join(', ');
      await connection.run(`create table "${name}" (${list})`);
    }
    return new ParquetFiles({ folder, work, tables, instance, connection });
  }

  /** Adds the rows of one world; its ids get the number of the world behind them. */
  async add(world: World, number: number): Promise<void> {
    for (const [name, { columns, rows }] of Object.entries(this.#tables)) {
      const mine = columns.map((column) => ids.has(column));
      const apart = (field: Field, at: number) => (mine[at] && field !== null ? `${field}.${number}` : field);
      const text = csv(columns, number === 0 ? rows(world) : rows(world).map((row) => row.map(apart)));
      await appendFile(this.#waiting(name), text.slice(text.indexOf('\n') + 1));
      const waits = (this.#bytes.get(name) ?? 0) + text.length;
      this.#bytes.set(name, waits);
      if (waits > atOnce) await this.#take(name);
    }
  }

  #waiting(name: string): string {
    return join(this.#work, `${name}.csv`);
  }

  /** Brings the lines that wait into the table. */
  async #take(name: string): Promise<void> {
    if (!this.#bytes.get(name)) return;
    const { columns } = this.#tables[name]!;
    const types = columns.map((column) => `'${column}': '${typeOf(name, column)}'`).join(', ');
    const file = this.#waiting(name);
    await this.#connection.run(
      `insert into "${name}" select * from read_csv('${sql(file)}', header = false, columns = {${types}})`,
    );
    await rm(file);
    this.#bytes.set(name, 0);
  }

  /** Writes the files and tells their rows. */
  async finish(): Promise<{ name: string; rows: number }[]> {
    const written: { name: string; rows: number }[] = [];
    for (const name of Object.keys(this.#tables)) {
      await this.#take(name);
      const file = join(this.#folder, `${name}.parquet`);
      await this.#connection.run(`copy "${name}" to '${sql(file)}' (format parquet, compression zstd)`);
      const counted = await this.#connection.runAndReadAll(`select count(*) from "${name}"`);
      written.push({ name: `${name}.parquet`, rows: Number(counted.getRows()[0]![0]) });
      await this.#connection.run(`drop table "${name}"`);
    }
    return written;
  }

  async close(): Promise<void> {
    this.#connection.closeSync();
    this.#instance.closeSync();
    await rm(this.#work, { recursive: true, force: true });
  }
}

const sql = (text: string) => text.replaceAll("'", "''");

function typeOf(table: string, column: string): string {
  const known = knownTables[table as KnownTable]?.columns[column];
  if (!known) return column.endsWith('_at') ? 'TIMESTAMPTZ' : 'VARCHAR';
  if (known.type === 'number') return known.unit === '元' ? 'DECIMAL(18,2)' : 'DOUBLE';
  return { text: 'VARCHAR', integer: 'BIGINT', boolean: 'BOOLEAN', date: 'DATE', timestamp: 'TIMESTAMPTZ' }[
    known.type
  ];
}
