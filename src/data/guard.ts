import { nearest } from '../base/nearest.ts';
import { problem } from '../problems/problem.ts';
import { QueryError } from './engine.ts';
import { sameName } from './names.ts';

/**
 * Reads DuckDB's own syntax tree of a query (`json_serialize_sql`, which takes SELECT only) and refuses what a
 * report may not ask: files, other catalogs, the machine, the clock, chance. The lock of the engine stands behind it;
 * this gives the author a reason, and keeps paths and settings out of results.
 */
export function guard(tree: string, names: ReadonlySet<string>): void {
  const parsed = JSON.parse(tree) as Tree;
  if (parsed.error) throw syntaxError(parsed);
  const statements = parsed.statements ?? [];
  if (statements.length !== 1) refuse(statements.length === 0 ? 'empty' : 'several');
  const parts = [...walk(statements[0])];
  const known = new Set([...names, ...parts.flatMap(innerNames)].map(sameName));
  for (const part of parts) check(part, known, names);
}

interface Tree {
  error: boolean;
  error_type?: string;
  error_message?: string;
  statements?: unknown[];
}

type Part = Record<string, unknown>;

/** Why a query is refused: the words are in `problems/data.ts`. */
export type Refusal =
  | 'empty'
  | 'several'
  | 'not-select'
  | 'file'
  | 'catalog'
  | 'machine'
  | 'clock'
  | 'chance';

function refuse(reason: Refusal, found = ''): never {
  throw new QueryError((place) => problem('sql-refused', place, { reason, found }));
}

function syntaxError(tree: Tree): QueryError {
  const message = tree.error_message ?? '';
  if (tree.error_type === 'parser') {
    return new QueryError((place) => problem('sql-syntax', place, { message }));
  }
  return new QueryError((place) => problem('sql-refused', place, { reason: 'not-select', found: '' }));
}

function* walk(node: unknown): Generator<Part> {
  if (Array.isArray(node)) for (const item of node) yield* walk(item);
  else if (typeof node === 'object' && node !== null) {
    yield node as Part;
    for (const item of Object.values(node)) yield* walk(item);
  }
}

/** Names that a query gives itself by WITH, and may then read from. */
function innerNames(part: Part): string[] {
  const map = part.cte_map as { map?: { key: string }[] } | undefined;
  return map?.map?.map((entry) => entry.key) ?? [];
}

function check(part: Part, known: ReadonlySet<string>, tables: ReadonlySet<string>): void {
  if (part.sample) refuse('chance', 'SAMPLE');
  if (part.type === 'SHOW_REF') refuse('not-select');
  if (part.type === 'BASE_TABLE') checkTable(part, known, tables);
  if (part.type === 'TABLE_FUNCTION') checkTableFunction(part.function as Part);
  else if (part.class === 'FUNCTION') checkFunction(part);
  if (part.class === 'COLUMN_REF') checkWords(part.column_names as string[]);
}

function checkTable(part: Part, known: ReadonlySet<string>, tables: ReadonlySet<string>): void {
  const name = String(part.table_name);
  const catalog = [part.catalog_name, part.schema_name].map((text) => String(text ?? '').toLowerCase());
  if (catalog.some((text) => text !== '' && text !== 'main' && text !== 'memory')) {
    refuse('catalog', `${catalog.filter(Boolean).join('.')}.${name}`);
  }
  if (known.has(sameName(name))) return;
  if (/[/\\]|\.(csv|tsv|txt|json|ya?ml|parquet|xlsx|db)$/i.test(name)) refuse('file', fileName(name));
  const near = nearest(name, tables);
  const all = [...tables].sort();
  throw new QueryError((place) => problem('sql-unknown-table', place, { name, near, all }));
}

const tableFunctions = new Set(['range', 'generate_series', 'unnest', 'json_each', 'json_tree', 'repeat']);

function checkTableFunction(part: Part): void {
  const name = String(part.function_name).toLowerCase();
  if (tableFunctions.has(name)) return;
  refuse(/^(duckdb|pragma|pg)_|^(query|query_table|summary)$/.test(name) ? 'catalog' : 'file', `${name}(…)`);
}

const clock = new Set(
  (
    'now today ago current_date current_time current_timestamp current_localtime current_localtimestamp localtime ' +
    'localtimestamp get_current_time get_current_timestamp transaction_timestamp'
  ).split(' '),
);
const chance = new Set('random setseed uuid uuidv4 uuidv7 gen_random_uuid'.split(' '));
const machine = new Set(
  (
    'getenv getvariable nextval currval write_log stats sleep_ms user session_user version in_search_path ' +
    'col_description obj_description shobj_description get_block_size parse_duckdb_log_message'
  ).split(' '),
);
const machineFamily = /^(current|duckdb|pg|txid|inet)_|^has_.*_privilege$/;

function checkFunction(part: Part): void {
  const name = String(part.function_name).toLowerCase();
  const oneArgument = Array.isArray(part.children) && part.children.length === 1;
  if (clock.has(name) || (name === 'age' && oneArgument)) refuse('clock', `${name}(…)`);
  if (chance.has(name)) refuse('chance', `${name}(…)`);
  if (machine.has(name) || (machineFamily.test(name) && name !== 'pg_typeof'))
    refuse('machine', `${name}(…)`);
}

/** `current_date` and its like come without brackets, as if they were columns. */
function checkWords(names: string[]): void {
  const word = names.length === 1 ? names[0]!.toLowerCase() : '';
  if (clock.has(word) && word !== 'today' && word !== 'now' && word !== 'ago') refuse('clock', word);
  if (machineFamily.test(word) && /^current_(user|role|setting|query)/.test(word)) refuse('machine', word);
}

/** The last part of a path: the rest belongs to the machine. */
function fileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}
