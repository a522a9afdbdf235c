/**
 * Test accounts are nobody's users: whatever a metric of the library counts, sums or follows, their rows are not in it.
 * The table `users` says who they are (`is_test`), for every table that has users. Metrics of the rows of a table
 * count rows, whosever they are; those of quality look at what was handed in.
 */
import { quoteSqlName } from '../../../base/quoting.ts';
import type { Engine, EngineTable } from '../../../data/engine.ts';
import type { Family } from '../../../metrics/metric.ts';
import type { TestRows } from '../../book.ts';
import type { ValueContext } from '../computed-value.ts';
import type { QueryPlan } from '../plan-query.ts';

/** What a metric calls its columns of users. */
const userNeeds = ['user', 'active_user', 'inviter', 'invitee', 'author'];
/** What tables call them. */
const userColumns = new Set(['user_id', 'inviter_id', 'invitee_id', 'author_id']);
const rawFamilies: ReadonlySet<Family> = new Set<Family>(['rows', 'quality']);

/** The plan over the rows of real users, and how many rows that leaves out. */
export async function leaveOutTestAccounts<Plan extends QueryPlan>(
  plan: Plan,
  { engine }: ValueContext,
): Promise<Plan & { tests: TestRows[] }> {
  const { metric, table, query, joined } = plan;
  if (rawFamilies.has(metric.family)) return { ...plan, tests: [] };
  if (!query.columns.is_test && (await countTestAccounts(engine)) === 0) return { ...plan, tests: [] };
  const own = buildTestCondition(table, query.columns, engine);
  const other = joined?.table;
  const second = other && buildTestCondition(other, joined.columns, engine);
  const tests = [
    ...(own ? [await countTests(engine, table, own)] : []),
    ...(second && other !== table ? [await countTests(engine, other!, second)] : []),
  ].filter(({ rows }) => rows > 0);
  return {
    ...plan,
    query: { ...query, from: narrowTable(query.from, table, own) },
    ...(joined && other && { joined: { ...joined, from: narrowTable(joined.from, other, second) } }),
    tests,
  };
}

/** Under the table's own name, by which conditions may call it. */
function narrowTable(from: string, { name }: EngineTable, condition: string | undefined): string {
  return condition ? `(SELECT * FROM ${from} WHERE NOT ${condition}) AS ${quoteSqlName(name)}` : from;
}

const counted = new WeakMap<Engine, Promise<number>>();

/** Asked once: where there are none, nobody's query has to pass by a list of them. */
function countTestAccounts(engine: Engine): Promise<number> {
  const known = counted.get(engine);
  if (known) return known;
  const marked = engine.tables.filter((table) => findTestColumn(table) !== undefined);
  const work = Promise.all(
    marked.map((table) => countTests(engine, table, buildOwnCondition(table)!).then(({ rows }) => rows)),
  ).then((numbers) => numbers.reduce((sum, one) => sum + one, 0));
  counted.set(engine, work);
  return work;
}

async function countTests(engine: Engine, table: EngineTable, condition: string): Promise<TestRows> {
  const sql = `SELECT count(*) AS n FROM ${quoteSqlName(table.name)} WHERE ${condition}`;
  const { rows } = await engine.query(sql, { isOwn: true });
  return { table: table.name, rows: Number(rows[0]?.n ?? 0) };
}

/** Whether a row of `table` is that of a test account, as SQL that is true or false; undefined where nothing says it. */
function buildTestCondition(
  table: EngineTable,
  columns: Readonly<Record<string, string>>,
  engine: Engine,
): string | undefined {
  const own = buildOwnCondition(table, columns.is_test);
  if (own) return own;
  const users = engine.table('users');
  const mark = users && buildOwnCondition(users);
  if (!mark || !users.columns.some(({ name }) => name === 'user_id')) return undefined;
  const named = table.columns
    .filter(({ name }) => userColumns.has(name))
    .map(({ name }) => quoteSqlName(name));
  const asked = userNeeds.flatMap((need) => columns[need] ?? []);
  const among = `(SELECT CAST(user_id AS VARCHAR) FROM ${quoteSqlName(users.name)} WHERE user_id IS NOT NULL AND ${mark})`;
  const conditions = [...new Set([...named, ...asked])].map(
    (column) => `coalesce(CAST(${column} AS VARCHAR) IN ${among}, false)`,
  );
  return conditions.length === 0 ? undefined : `(${conditions.join(' OR ')})`;
}

/** By a mark in the table itself, in `column` where the entry names one. */
function buildOwnCondition(table: EngineTable, column = findTestColumn(table)): string | undefined {
  return column && `coalesce(${column}, false)`;
}

function findTestColumn({ columns }: EngineTable): string | undefined {
  const found = columns.find(({ name, type }) => name === 'is_test' && type === 'boolean');
  return found && quoteSqlName(found.name);
}
