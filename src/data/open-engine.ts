import type { DuckDBConnection } from '@duckdb/node-api';
import type { Spending } from '../base/limits/spending.ts';
import type { Problem } from '../base/problem.ts';
import { quoteSqlName, quoteSqlText } from '../base/quoting.ts';
import type { SourceTable } from '../base/source-table.ts';
import { makeScratch, removeScratch } from '../files/door.ts';
import { createReadProblem } from '../problems/read-problem.ts';
import { describeTable, type Engine, type EngineTable, QueryError } from './engine.ts';
import { engineTurns } from './engine-turns.ts';
import { loadRows } from './load-rows.ts';
import { loadStream } from './load-stream.ts';
import { LockedEngine, type TableLoader } from './locked-engine.ts';
import { openInstance, usualMemory } from './open-instance.ts';
import { loadParquet } from './parquet/load-parquet.ts';
import { withSoundCopies } from './parquet/sound-copies.ts';
import { mapSpellings } from './sql-names.ts';
import { buildDayMacro } from './time-zone.ts';

interface EngineOptions {
  /** IANA name of the report's time zone: days and weeks are cut there. */
  zone: string;
  /** As DuckDB takes it; default 1GB. */
  memory?: string;
  /** Processor time of one query; default 60. */
  seconds?: number;
  /** Who pays for the queries. */
  spending?: Spending;
  /** Folder that keeps the copies of Parquet files; without it they are made anew. */
  copies?: string | undefined;
}

/**
 * Opens DuckDB for a report's tables, with two connections, and locks it: from then on SQL reaches the listed files and nothing else. Files that the
 * engine reads are loaded at once, since they may be no tables; rows that were read are when a query first names them.
 */
export async function openEngine(
  given: readonly SourceTable[],
  { zone, memory = usualMemory, seconds = 60, copies, spending }: EngineOptions,
): Promise<{ engine: Engine; problems: Problem[] }> {
  const spill = makeScratch();
  const instance = await openInstance(spill, memory);
  const connections = [await instance.connect(), await instance.connect()];
  const [connection] = connections as [DuckDBConnection];
  const close = () => {
    for (const one of connections) one.closeSync();
    instance.closeSync();
    removeScratch(spill);
  };
  try {
    const { tables, problems: unread } = await withSoundCopies(given, { kept: copies, spill });
    for (const one of connections) await one.run(`set TimeZone = ${quoteSqlText(zone)}`);
    await connection.run(buildDayMacro(zone));
    const { loaded, problems } = await engineTurns.take(() => loadTables(connection, tables));
    const { loaders, views } = buildLoaders(tables, loaded);
    for (const table of loaded) if (!loaders.has(table.name)) await createViews(connection, table, views);
    await lockConnection(connection, tables);
    const files = mapFilePaths(tables);
    const isOfRows = loaders.size === tables.length;
    const setting = { zone, memory, seconds, files, spending, loaders, isOfRows, close };
    const engine = new LockedEngine(connections, loaded, setting);
    return { engine, problems: [...unread, ...problems] };
  } catch (error) {
    close();
    throw error;
  }
}

async function loadTables(connection: DuckDBConnection, tables: readonly SourceTable[]) {
  const loaded: EngineTable[] = [];
  const problems: Problem[] = [];
  for (const table of tables) {
    try {
      const result = await loadTable(connection, table);
      if (result.table) loaded.push(result.table);
      problems.push(...result.problems);
    } catch (error) {
      problems.push(createReadProblem(error, table.file, table.absolute));
    }
  }
  return { loaded, problems };
}

async function loadTable(
  connection: DuckDBConnection,
  table: SourceTable,
): Promise<{ table: EngineTable | undefined; problems: Problem[] }> {
  const { content } = table;
  switch (content.kind) {
    case 'engine':
      return loadParquet(connection, table, content);
    case 'stream': {
      const result = await loadStream(connection, table, content);
      if (result.table) await fillBlanks(connection, result.table);
      return result;
    }
    case 'rows':
      return { table: toWaitingTable(table), problems: [] };
  }
}

/**
 * Gives an engine that is open the tables that came after its own, which must have been read in the same way: those that are
 * the same stay in it. False where it cannot: tables of other names, and files that the engine reads itself, need one of their own.
 */
export function renewEngine(engine: Engine, given: readonly SourceTable[]): boolean {
  const isOfRows = (table: SourceTable) => table.content.kind === 'rows';
  if (!(engine instanceof LockedEngine) || !given.every(isOfRows) || !engine.isOfRows) return false;
  const known = new Map(engine.tables.map((table) => [table.name, describeTable(table)]));
  const tables = given.flatMap((table) => toWaitingTable(table) ?? []);
  // A view may have the name that a table has now, and the other way round.
  if (tables.length !== known.size || !tables.every(({ name }) => known.has(name))) return false;
  const { loaders } = buildLoaders(given, tables);
  const { loaded } = engine;
  for (const table of tables) {
    const isSame = known.get(table.name) === describeTable(table);
    if (isSame && loaded.has(table.name)) loaders.delete(table.name);
  }
  engine.renew(tables, loaders);
  return true;
}

function toWaitingTable({ content, ...rest }: SourceTable): EngineTable | undefined {
  return content.kind === 'rows' ? { ...rest, rows: content.rows.length } : undefined;
}

/** Spellings of tables that are no table's own name, each with its table's. */
type SpellingViews = [name: string, table: string][];

/** For tables of rows. */
function buildLoaders(tables: readonly SourceTable[], loaded: readonly EngineTable[]) {
  const own = new Set(loaded.map((table) => table.name.toLowerCase()));
  const views: SpellingViews = [...mapSpellings(loaded)]
    .filter(([name]) => !own.has(name))
    .map(([name, table]) => [name, table.name]);
  const waiting = tables.filter(({ content }) => content.kind === 'rows');
  const loaders = new Map<string, TableLoader>(
    waiting.map((table) => [table.name, (connection) => loadWaiting(connection, table, views)]),
  );
  return { loaders, views };
}

/** Throws QueryError where the engine cannot take the rows. */
async function loadWaiting(
  connection: DuckDBConnection,
  table: SourceTable,
  views: SpellingViews,
): Promise<void> {
  if (table.content.kind !== 'rows') return;
  try {
    await loadRows(connection, table, [table.content.rows]);
    await fillBlanks(connection, table);
    await createViews(connection, table, views);
  } catch (error) {
    throw new QueryError(() => createReadProblem(error, table.file, table.absolute));
  }
}

/** Empty cells that tables.yaml says are 0. */
async function fillBlanks(
  connection: DuckDBConnection,
  { name, columns }: Pick<EngineTable, 'name' | 'columns'>,
): Promise<void> {
  for (const { name: column, blank } of columns) {
    const cell = quoteSqlName(column);
    if (blank) await connection.run(`update ${quoteSqlName(name)} set ${cell} = 0 where ${cell} is null`);
  }
}

/** `online_retail` for "online-retail", unless another table has that name. */
async function createViews(
  connection: DuckDBConnection,
  { name: table }: Pick<EngineTable, 'name'>,
  views: SpellingViews,
): Promise<void> {
  for (const [name, of] of views) {
    if (of !== table) continue;
    const view = `create or replace view ${quoteSqlName(name)} as select * from ${quoteSqlName(table)}`;
    await connection.run(view);
  }
}

function mapFilePaths(tables: readonly SourceTable[]): ReadonlyMap<string, string> {
  return new Map(tables.map((table) => [table.absolute, table.file]));
}

/**
 * From here on SQL reaches no file but the Parquet files of the report, no network, no extension and no setting.
 * A view on Parquet survives only when its file is listed before outside access goes.
 */
export async function lockConnection(
  connection: DuckDBConnection,
  tables: readonly SourceTable[],
): Promise<void> {
  const parquet = tables.filter((table) => table.content.kind === 'engine');
  await connection.run(
    `set allowed_paths = [${parquet.map((table) => quoteSqlText(table.absolute)).join(', ')}]`,
  );
  await connection.run('set autoinstall_known_extensions = false');
  await connection.run('set autoload_known_extensions = false');
  await connection.run('set enable_external_access = false');
  await connection.run('set lock_configuration = true');
}
