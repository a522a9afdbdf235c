import { listNames } from '../base/names/suggest-names.ts';
import { findNearestName } from '../base/nearest-name.ts';
import { createProblem } from '../problems/catalog.ts';
import { QueryError } from './engine.ts';
import { normaliseName } from './sql-names.ts';

/**
 * Reads DuckDB's own syntax tree of a query (`json_serialize_sql`, which takes SELECT only) and refuses what a
 * report may not ask: files, other catalogs, the machine, the clock, chance. The lock of the engine stands behind it;
 * this gives the author a reason, and keeps paths and settings out of results.
 */
export function assertQueryAllowed(tree: string, names: ReadonlySet<string>): void {
  const parsed = JSON.parse(tree) as SyntaxTree;
  if (parsed.error) throw createSyntaxError(parsed);
  const statements = parsed.statements ?? [];
  if (statements.length !== 1) throwRefusal(statements.length === 0 ? 'empty' : 'several');
  const parts = [...traverseNodes(statements[0])];
  const known = new Set([...names, ...parts.flatMap(listCteNames)].map(normaliseName));
  for (const part of parts) checkNode(part, known, names);
}

interface SyntaxTree {
  error: boolean;
  error_type?: string;
  error_message?: string;
  statements?: unknown[];
}

type SyntaxNode = Record<string, unknown>;

/** Why a query is refused: the words are in `problems/data.ts`. */
type Refusal =
  | 'empty'
  | 'several'
  | 'not-select'
  | 'file'
  | 'catalog'
  | 'machine'
  | 'clock'
  | 'chance'
  | 'endless';

function throwRefusal(reason: Refusal, found = ''): never {
  throw new QueryError((place) => createProblem('sql-refused', place, { reason, found }));
}

function createSyntaxError(tree: SyntaxTree): QueryError {
  const message = tree.error_message ?? '';
  if (tree.error_type === 'parser') {
    return new QueryError((place) => createProblem('sql-syntax', place, { message }));
  }
  return new QueryError((place) => createProblem('sql-refused', place, { reason: 'not-select', found: '' }));
}

function* traverseNodes(node: unknown): Generator<SyntaxNode> {
  if (Array.isArray(node)) for (const item of node) yield* traverseNodes(item);
  else if (typeof node === 'object' && node !== null) {
    yield node as SyntaxNode;
    for (const item of Object.values(node)) yield* traverseNodes(item);
  }
}

/** Names that a query gives itself by WITH, and may then read from. */
function listCteNames(part: SyntaxNode): string[] {
  const map = part.cte_map as { map?: { key: string }[] } | undefined;
  return map?.map?.map((entry) => entry.key) ?? [];
}

function checkNode(part: SyntaxNode, known: ReadonlySet<string>, tables: ReadonlySet<string>): void {
  if (part.sample) throwRefusal('chance', 'SAMPLE');
  if (part.type === 'SHOW_REF') throwRefusal('not-select');
  if (part.type === 'BASE_TABLE') checkTable(part, known, tables);
  if (part.type === 'TABLE_FUNCTION') checkTableFunction(part.function as SyntaxNode);
  else if (part.class === 'FUNCTION') checkFunction(part);
  if (part.class === 'COLUMN_REF') checkBareWords(part.column_names as string[]);
}

function checkTable(part: SyntaxNode, known: ReadonlySet<string>, tables: ReadonlySet<string>): void {
  const name = String(part.table_name);
  const catalog = [part.catalog_name, part.schema_name].map((text) => String(text ?? '').toLowerCase());
  if (catalog.some((text) => text !== '' && text !== 'main' && text !== 'memory')) {
    throwRefusal('catalog', `${catalog.filter(Boolean).join('.')}.${name}`);
  }
  if (known.has(normaliseName(name))) return;
  if (/[/\\]|\.(csv|tsv|txt|json|ya?ml|parquet|xlsx|db)$/i.test(name))
    throwRefusal('file', getFileName(name));
  const near = findNearestName(name, tables);
  const all = listNames(name, [...tables].sort());
  throw new QueryError((place) => createProblem('sql-unknown-table', place, { name, near, all }));
}

const allowedTableFunctions = new Set([
  'range',
  'generate_series',
  'unnest',
  'json_each',
  'json_tree',
  'repeat',
]);

function checkTableFunction(part: SyntaxNode): void {
  const name = String(part.function_name).toLowerCase();
  if (allowedTableFunctions.has(name)) return;
  throwRefusal(
    /^(duckdb|pragma|pg)_|^(query|query_table|summary)$/.test(name) ? 'catalog' : 'file',
    `${name}(…)`,
  );
}

const clockFunctions = new Set(
  (
    'now today ago current_date current_time current_timestamp current_localtime current_localtimestamp localtime ' +
    'localtimestamp get_current_time get_current_timestamp transaction_timestamp'
  ).split(' '),
);
const randomFunctions = new Set('random setseed uuid uuidv4 uuidv7 gen_random_uuid'.split(' '));
/** One call of these takes the product of two texts, hours for a long pair, and the engine looks at no clock within a call. */
const endlessFunctions = new Set('levenshtein editdist3 damerau_levenshtein'.split(' '));
const machineFunctions = new Set(
  (
    'getenv getvariable nextval currval write_log stats sleep_ms user session_user version in_search_path ' +
    'col_description obj_description shobj_description get_block_size parse_duckdb_log_message'
  ).split(' '),
);
const machineFunctionPattern = /^(current|duckdb|pg|txid|inet)_|^has_.*_privilege$/;

function checkFunction(part: SyntaxNode): void {
  const name = String(part.function_name).toLowerCase();
  const oneArgument = Array.isArray(part.children) && part.children.length === 1;
  if (clockFunctions.has(name) || (name === 'age' && oneArgument)) throwRefusal('clock', `${name}(…)`);
  if (randomFunctions.has(name)) throwRefusal('chance', `${name}(…)`);
  if (endlessFunctions.has(name)) throwRefusal('endless', `${name}(…)`);
  if (machineFunctions.has(name) || (machineFunctionPattern.test(name) && name !== 'pg_typeof'))
    throwRefusal('machine', `${name}(…)`);
}

/** `current_date` and its like come without brackets, as if they were columns. */
function checkBareWords(names: string[]): void {
  const word = names.length === 1 ? names[0]!.toLowerCase() : '';
  if (clockFunctions.has(word) && word !== 'today' && word !== 'now' && word !== 'ago')
    throwRefusal('clock', word);
  if (machineFunctionPattern.test(word) && /^current_(user|role|setting|query)/.test(word))
    throwRefusal('machine', word);
}

/** The last part of a path: the rest belongs to the machine. */
function getFileName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? '';
}
