import { listNames } from '../base/names/suggest-names.ts';
import { findNearestName } from '../base/nearest-name.ts';
import { blankSqlTexts } from '../base/quoting.ts';
import { createProblem } from '../problems/catalog.ts';
import { QueryError } from './engine.ts';
import { isOutOfMemory, TooLongError } from './timed-work.ts';

/** What it takes to say a message of DuckDB to an author. */
export interface ErrorContext {
  /** Path on this machine → path from the course root: the first never reaches an author. */
  files: ReadonlyMap<string, string>;
  seconds: number;
  memory: string;
  /** Columns of the tables asked, for suggestions. */
  columns: readonly string[];
  /** What was asked. */
  sql: string;
}

/** DuckDB's error as an author understands it. */
export function toQueryError(error: unknown, context: ErrorContext): QueryError {
  if (error instanceof QueryError) return error;
  const { seconds, memory } = context;
  if (error instanceof TooLongError)
    return new QueryError((at) => createProblem('sql-too-long', at, { seconds }));
  if (isOutOfMemory(error)) return new QueryError((at) => createProblem('sql-too-large', at, { memory }));
  const message = replaceLocalPaths(error instanceof Error ? error.message : String(error), context.files);
  if (/^Parser Error/i.test(message)) {
    return new QueryError((at) => createProblem('sql-syntax', at, { message: extractFirstLine(message) }));
  }
  const column = /(?:column |have a column named |struct entry )"([^"]+)"/i.exec(message);
  if (
    /^Binder Error/i.test(message) &&
    /not found|does not have a column|Could not find/i.test(message) &&
    column
  ) {
    return createUnknownColumnError(column[1]!, context.columns);
  }
  const joined = /Column "([^"]+)" does not exist on \w+ side of join/i.exec(message);
  const hidden = joined?.[1] ?? findHiddenColumn(message, context);
  if (hidden !== undefined) return createUnknownColumnError(hidden, context.columns);
  const [, numbers] = numbersAsTime.exec(message) ?? [];
  if (numbers !== undefined)
    return new QueryError((at) => createProblem('time-of-numbers', at, { column: numbers }));
  return new QueryError((at) => createProblem('sql-failed', at, { message: extractFirstLine(message) }));
}

/** A column like `20260302`, asked for its days. */
const numbersAsTime =
  /cast \((?:BIGINT|INTEGER|DOUBLE) -> (?:DATE|TIMESTAMP)[^)]*\) when casting from source column (\S.*?)\s*$/m;

/**
 * In a query within another DuckDB looks for `users.user_idx` outside, too, and then says that there is no table users:
 * where the SQL reads it, the column is what is missing.
 */
function findHiddenColumn(message: string, { sql, columns }: ErrorContext): string | undefined {
  const table = /Referenced table "([^"]+)" not found/i.exec(message)?.[1];
  if (table === undefined) return undefined;
  const name = `"?${table.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"?(?![\\p{L}\\p{N}_$])`;
  const text = blankSqlTexts(sql);
  if (!new RegExp(`\\b(?:from|join)\\b[^;]*?[\\s,]${name}(?!\\s*\\.)`, 'iu').test(text)) return undefined;
  const uses = text.matchAll(
    new RegExp(`(?<![\\p{L}\\p{N}_$.])${name}\\s*\\.\\s*("[^"]+"|[\\p{L}\\p{N}_$]+)`, 'giu'),
  );
  const known = new Set(columns.map((column) => column.toLowerCase()));
  return [...uses]
    .map(([, column = '']) => column.replaceAll('"', ''))
    .find((one) => !known.has(one.toLowerCase()));
}

function createUnknownColumnError(name: string, columns: readonly string[]): QueryError {
  const all = [...new Set(columns)];
  const near = findNearestName(name, all);
  return new QueryError((at) =>
    createProblem('sql-unknown-column', at, { name, near, all: listNames(name, all) }),
  );
}

/** Puts paths from the course root in the place of paths on this machine. */
function replaceLocalPaths(message: string, files: ReadonlyMap<string, string>): string {
  let clean = message;
  for (const [absolute, file] of files) clean = clean.replaceAll(absolute, file);
  return clean;
}

/** DuckDB adds the query with a caret below, advice about its settings, and internals: the first line says what happened. */
function extractFirstLine(message: string): string {
  const [first = '', second = ''] = message.split('\n');
  const text = /^Did you mean/.test(second) ? `${first} ${second}` : first;
  return text.replace(/^[A-Z][A-Za-z ]* Error: /, '');
}
