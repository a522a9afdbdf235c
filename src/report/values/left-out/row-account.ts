/**
 * What becomes of the rows of a table before a metric counts them: parts and what was left out add up to all there are.
 *
 *   rows of the table = those of test accounts + filtered + undated (where a period is asked for) + outside + unknown
 *     + read
 */
import type { Period } from '../../../base/calendar-days.ts';
import { quoteSqlName } from '../../../base/quoting.ts';
import { buildPeriodCondition, enclose } from '../../../metrics/sql/select.ts';
import { createProblem } from '../../../problems/catalog.ts';
import { grouped } from '../../../words/number-words.ts';
import { type ValueWords, valueWords } from '../../../words/value-words.ts';
import type { RowAccount, TestRows } from '../../book.ts';
import { type ValueContext, ValueError } from '../computed-value.ts';
import type { NamedEntry } from '../metrics-entries.ts';
import type { QueryPlan } from '../plan-query.ts';
import type { Row } from '../series-members.ts';

/** Undefined where nothing can be left out, or nothing is. */
export async function countRows(
  plan: QueryPlan & { tests: TestRows[] },
  { engine, language, period }: ValueContext,
): Promise<RowAccount | undefined> {
  const { table, query, tests } = plan;
  const measures = listMeasures(plan);
  if (!query.where && !getDay(plan) && !getOf(plan) && measures.length + tests.length === 0) return undefined;
  const sql = buildAccountSql(plan, measures, period);
  const [row = {}] = sql === undefined ? [] : (await engine.query(sql, { isShared: true })).rows;
  const count = (name: string) => Number(row[name] ?? 0);
  const [filtered, undated, outside, beyond, unknown] = [
    count('filtered'),
    count('undated'),
    count('outside'),
    count('beyond'),
    count('unknown'),
  ];
  const blank = measures
    .map(({ label, name }, at) => ({ column: label || name, rows: count(`blank${at}`) }))
    .filter(({ rows }) => rows > 0);
  if (filtered + undated + outside + beyond + unknown + blank.length + tests.length === 0) return undefined;
  const time = table.columns.find(({ name }) => quoteSqlName(name) === query.columns.time)?.name;
  const left = { tests, filtered, undated, outside, beyond, ...(unknown > 0 && { unknown }), blank };
  const account = { table: table.name, rows: table.rows, ...left, ...(time && { time }) };
  return { ...account, text: describeAccount(account, query.period !== undefined, valueWords[language]) };
}

/** The day that rows are told apart by; undefined where the metric does not go by time. */
const getDay = ({ query, by }: QueryPlan): string | undefined =>
  query.period || by.some(({ grain }) => grain !== undefined) ? query.day : undefined;

/** What counts, where it is said of rows and not of groups of them. */
const getOf = ({ query, groups }: QueryPlan): string | undefined => (groups ? undefined : query.of);

/** Undefined where nothing is to be counted. */
function buildAccountSql(
  plan: QueryPlan,
  measures: ReturnType<typeof listMeasures>,
  training: Period,
): string | undefined {
  const { from, where, period } = plan.query;
  const cells = Object.entries({
    m: where && `coalesce(${enclose(where)}, false)`,
    d: getDay(plan),
    o: getOf(plan),
    ...Object.fromEntries(measures.map(({ name }, at) => [`c${at}`, quoteSqlName(name)])),
  }).filter((cell): cell is [string, string] => cell[1] !== undefined);
  // A query within a condition is answered once a row, not once a count; such an account shares no pass with others.
  const isNested = cells.some(([, sql]) => /\bselect\b/i.test(sql));
  const named = Object.fromEntries(cells.map(([name, sql]) => [name, isNested ? name : sql]));
  const counts = listCounts(named, period, training).filter(([, conditions]) => conditions !== undefined);
  if (counts.length === 0) return undefined;
  const list = counts.map(
    ([name, conditions = []]) =>
      `count(*) FILTER (WHERE ${conditions.filter((one) => one !== undefined).join(' AND ')}) AS ${name}`,
  );
  const rows = cells.map(([name, sql]) => `${sql} AS ${name}`).join(', ');
  return `SELECT\n  ${list.join(',\n  ')}\nFROM ${isNested ? `(SELECT ${rows} FROM ${from})` : from}`;
}

type Conditions = (string | undefined)[];

/**
 * What is counted, each under its name. `cells` as SQL: `m` whether the condition holds, `d` the day, `o` what counts, `c0` …
 * what is measured.
 */
function listCounts(
  { m, d, o, ...measures }: Readonly<Record<string, string>>,
  period: Period | undefined,
  training: Period,
): [name: string, conditions: Conditions | undefined][] {
  const inside = period && d ? `coalesce(${buildPeriodCondition(d, period)}, false)` : undefined;
  return [
    ['filtered', m ? [`NOT ${m}`] : undefined],
    ['undated', d ? [m, `${d} IS NULL`] : undefined],
    ['outside', inside ? [m, `${d} IS NOT NULL`, `NOT ${inside}`] : undefined],
    ['beyond', d && !period ? [m, `NOT ${enclose(buildPeriodCondition(d, training))}`] : undefined],
    ['unknown', o ? [m, inside, `${o} IS NULL`] : undefined],
    ...Object.values(measures).map((sql, at): [string, Conditions] => [
      `blank${at}`,
      [m, inside, `${sql} IS NULL`],
    ]),
  ];
}

/** `inPeriod`: what has no time is in no period, but in a total without one. */
function describeAccount(
  { table, rows, tests, filtered, undated, outside, beyond, unknown = 0, blank }: Omit<RowAccount, 'text'>,
  inPeriod: boolean,
  words: ValueWords,
): string {
  const own = tests.find((one) => one.table === table)?.rows ?? 0;
  const joined = tests.filter((one) => one.table !== table);
  const used = rows - own - filtered - outside - unknown - (inPeriod ? undated : 0);
  const tell = (count: number, say: (rows: string) => string) =>
    count > 0 ? [say(grouped.format(count))] : [];
  return words.listed([
    words.used(grouped.format(used), grouped.format(rows)),
    ...tell(beyond, words.beyond),
    ...tell(own, words.tests),
    ...tell(filtered, words.filtered),
    ...tell(outside, words.outside),
    ...tell(undated, inPeriod ? words.undated : words.undatedParts),
    ...tell(unknown, words.unknown),
    ...joined.map((one) => words.joinedTests(one.table, grouped.format(one.rows))),
    ...blank.map((one) => words.blankCells(one.column, grouped.format(one.rows))),
  ]);
}

/** Columns with numbers that the metric reads. */
function listMeasures({ metric, table, query }: QueryPlan) {
  const read = Object.keys(metric.columns)
    .filter((key) => key !== 'time')
    .map((key) => query.columns[key]);
  return table.columns.filter(
    ({ name, type }) => (type === 'number' || type === 'integer') && read.includes(quoteSqlName(name)),
  );
}

/**
 * Throws ValueError where a metric whose groups part its rows has rows in no member, but for those without a time: then
 * what is printed would not add up, and it says nothing of it.
 */
export function assertWhole(
  { by, metric }: QueryPlan,
  { total, series }: { total: Row; series: readonly Row[] },
  members: readonly { n: number }[],
  { name, getPlace }: Pick<NamedEntry, 'name' | 'getPlace'>,
): void {
  const whole = Number(total.n ?? 0);
  const grouped = sum(series.map(({ n }) => Number(n ?? 0)));
  // Users may be in several groups; of a model it is not known what it counts.
  if (metric.solve || by.length === 0 || grouped !== whole) return;
  const undated = series.filter((row) =>
    by.some(({ grain, key }) => grain !== undefined && (row[key.alias] ?? null) === null),
  );
  const shown = sum(members.map(({ n }) => n));
  const left = sum(undated.map(({ n }) => Number(n ?? 0)));
  if (shown + left === whole) return;
  throw new ValueError(createProblem('series-incomplete', getPlace('by'), { name, shown, left, whole }));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0);
