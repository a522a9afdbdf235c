/**
 * Values: from `metrics.yaml` and the report's tables to numbers with texts and lineage.
 *
 *   metrics.yaml ─▶ entries ─▶ metric · sql · query ─▶ computed ─▶ formulas ─▶ + goals ─▶ book values
 *
 * Every entry is tried; a broken one gives its problems and stops only those that need it.
 */

import { isSamePeriod, type Period } from '../../base/calendar-days.ts';
import type { Language } from '../../base/language.ts';
import { attributeTo, type Purpose, type Spending } from '../../base/limits/spending.ts';
import { mapConcurrent } from '../../base/map-concurrent.ts';
import { formatNumber } from '../../base/number-format.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { isTimeType } from '../../base/source-table.ts';
import type { SourceText } from '../../base/source-text.ts';
import type { GoalRow } from '../../base/value-series.ts';
import type { Engine, QueryError, QueryResult } from '../../data/engine.ts';
import { remember, type StepMemory } from '../../files/step-memory.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { BookValue } from '../book.ts';
import { nameMembers } from '../registry/name-members.ts';
import { createRegistry, type ReportRegistry } from '../registry/report-registry.ts';
import type { Ledger } from '../text/ledger.ts';
import { buildBookValue } from './book-value.ts';
import { type Phase, toProblems } from './computed-value.ts';
import { checkEntryConstants } from './constants/entry-constants.ts';
import { filterValue, ValueEvaluator } from './evaluate.ts';
import type { ValueFilter } from './filter-entry.ts';
import { findWrittenName } from './find-written-name.ts';
import type { BlankTime } from './left-out/blank-times.ts';
import { findHalfBlank } from './left-out/half-blank.ts';
import { type NamedEntry, parseMetricsFile } from './metrics-entries.ts';
import { type Goal, type ResolvedGoal, readGoals, resolveGoals } from './report-goals.ts';
import { buildRowsSql } from './tables/rows-sql.ts';

interface ValuesInput {
  /** `metrics.yaml`; without it there are no values. */
  source: SourceText | undefined;
  engine: Engine;
  language: Language;
  period: Period;
  /** Last day of the data, where the report declares it. */
  dataDate?: string | undefined;
  /** Of the course. */
  phases?: readonly Phase[] | undefined;
  spending?: Spending;
  /** Of its tables: times that are not filled in. */
  blankTimes?: readonly BlankTime[];
  memory?: StepMemory | undefined;
  /** What members are called; without it weeks are counted from the report's first day. */
  registry?: ReportRegistry | undefined;
}

export interface NamedQuery {
  sql: string;
  result: QueryResult;
  place: Place;
  /** What it reads, where its SQL does not say it. */
  tables?: readonly string[];
}

export interface BuiltValues {
  /** In the order of `metrics.yaml`. */
  values: Record<string, BookValue>;
  queries: Record<string, NamedQuery>;
  goals: GoalRow[];
  /** Names written in `metrics.yaml` that have no value, because of a problem reported already. */
  broken: string[];
  problems: Problem[];
  /** What the series of a value is split by, where its entry says it. */
  dimensions: Record<string, readonly string[]>;
  /** A value computed again by other dimensions, days or conditions, as a figure wants it; `place` is the tag's. */
  filterValue: (name: string, filter: ValueFilter, place: Place) => Promise<BookValue | Problem[]>;
}

export async function buildValues(input: ValuesInput): Promise<BuiltValues> {
  const { engine, language, period, dataDate } = input;
  const { source, registry = createRegistry({ language, period }) } = input;
  const read = remember(input.memory, 'metrics', `${source?.file} ${source?.text}`, () =>
    parseMetricsFile(source),
  );
  const file = { ...read, entries: read.entries.map((named) => withDeclaredDigits(named, registry)) };
  const goals = await readGoals(engine, period);
  const evaluator = new ValueEvaluator(file, { engine, language, period, dataDate, phases: input.phases });
  const values: Record<string, BookValue> = createRecord();
  const queries: Record<string, NamedQuery> = createRecord();
  const dimensions: Record<string, readonly string[]> = createRecord();
  for (const named of file.entries) dimensions[named.name] = listDimensions(named) ?? [];
  const problems = [...file.problems];
  await askAhead(file.entries, evaluator, input);
  for (const named of file.entries) {
    const compute = async () => {
      if (named.entry.kind === 'query' || named.entry.kind === 'table')
        queries[named.name] = await runNamed(named, evaluator, engine);
      else {
        const built = await buildValue(named, evaluator, goals, language);
        const value = nameMembers(built, dimensions[named.name], registry);
        values[named.name] = value;
        const misnamed = await checkEntryConstants(named, engine);
        problems.push(...misnamed);
        // Of what is misspelt there are no rows: that is told once.
        if (misnamed.length === 0 && isEmptyResult(named, value))
          problems.push(createProblem('empty-result', named.place, { name: named.name }));
        problems.push(...(await checkSeriesAgree(named, evaluator, registry)));
      }
    };
    problems.push(
      ...(await attributeTo(input.spending, toPurpose(named), () => collectProblems(named, source, compute))),
    );
  }
  const resolved = resolveGoals(goals, values, mapGoalsToValues(file.entries), language);
  problems.push(
    ...resolved.flatMap((one) => [...checkGoalActual(one, input), ...checkGoalDays(one, values)]),
  );
  problems.push(...findUndated(Object.values(values), input), ...findBeyond(Object.values(values), input));
  problems.push(
    ...(await findHalfBlank(
      file.entries.filter(({ name }) => name in values),
      engine,
    )),
  );
  return {
    values,
    queries,
    goals: resolved.map(({ row }) => row),
    broken: file.names.filter((name) => !(name in values) && !(name in queries)),
    problems,
    dimensions,
    filterValue: async (name, filter, place) => {
      const value = await filterValue({ name, filter, place, evaluator, goals, language });
      if (Array.isArray(value)) return value;
      return nameMembers(value, filter.by ?? dimensions[name], registry);
    },
  };
}

/** An entry that says nothing of its decimals has those that the course declares for its metric. */
function withDeclaredDigits(named: NamedEntry, { digits }: ReportRegistry): NamedEntry {
  const { entry } = named;
  if (entry.kind !== 'metric' || entry.given.digits !== undefined) return named;
  const declared = Object.hasOwn(digits, entry.given.metric) ? digits[entry.given.metric] : undefined;
  if (declared === undefined) return named;
  return { ...named, entry: { ...entry, given: { ...entry.given, digits: declared } } };
}

/** What the series of an entry is split by; a formula has the dimensions of what it is made of. */
function listDimensions(named: NamedEntry | undefined): readonly string[] | undefined {
  if (named?.entry.kind !== 'metric') return undefined;
  const { by } = named.entry.given;
  const all = typeof by === 'string' ? [by] : Array.isArray(by) || by === undefined ? by : Object.keys(by);
  // `users.channel` is named as the channel is.
  return all?.map((one) => one.split('.').at(-1)!.trim());
}

/** Values that are evaluated at once: those that ask of the same rows share a pass over them. */
const valuesAtOnce = 500;

/**
 * Evaluates what needs no other value, several at once; who evaluates one after another then finds it done. Formulas wait:
 * two of them in a circle would wait for each other.
 */
async function askAhead(
  entries: readonly NamedEntry[],
  evaluator: ValueEvaluator,
  { engine, spending }: ValuesInput,
): Promise<void> {
  const lone = entries.filter(({ entry }) => entry.kind !== 'formula' && entry.kind !== 'table');
  await mapConcurrent(lone, valuesAtOnce, async (named) => {
    const { entry, name } = named;
    const ask = () =>
      entry.kind === 'query' ? runNamed(named, evaluator, engine) : evaluator.evaluate(name);
    // What went wrong is told where it is asked for in its order.
    await attributeTo(spending, toPurpose(named), ask).catch(() => undefined);
  });
}

const toPurpose = ({ name, place }: NamedEntry): Purpose => ({ name: { zh: name, en: name }, place });

/** Adds to each value where the text states it. */
export function citeValues(values: Record<string, BookValue>, ledger: Ledger): Record<string, BookValue> {
  const cited: Record<string, BookValue> = createRecord();
  for (const [name, value] of Object.entries(values)) {
    cited[name] = { ...value, cited: ledger.listMentions('value', name) };
  }
  return cited;
}

async function buildValue(
  named: NamedEntry,
  evaluator: ValueEvaluator,
  goals: readonly Goal[],
  language: Language,
): Promise<BookValue> {
  const computed = await evaluator.evaluate(named.name);
  const given = named.entry.given;
  const aims = 'query' in given || 'table' in given ? {} : given;
  return buildBookValue(named, computed, aims, goals, language);
}

/** Rows for tables and figures: of a SELECT, or of a table that is described. */
async function runNamed(named: NamedEntry, evaluator: ValueEvaluator, engine: Engine): Promise<NamedQuery> {
  const { entry, place } = named;
  if (entry.kind === 'table') {
    const { result, tables } = await evaluator.evaluateTable(named, entry.given.table);
    return { sql: buildRowsSql(result), result, place, tables };
  }
  const sql = entry.kind === 'query' ? entry.given.query : '';
  return { sql, result: await engine.query(sql), place };
}

async function collectProblems(
  named: NamedEntry,
  source: SourceText | undefined,
  work: () => Promise<void>,
): Promise<Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    return toProblems(error, (failed) => findSqlPlace(named, source, failed));
  }
}

/** Of the name that the message quotes, or of the part of the entry that has it, else of the entry. */
function findSqlPlace(
  { entry, place, getPlace }: NamedEntry,
  source: SourceText | undefined,
  error: QueryError,
): Place {
  const quoted = /[“"]([^”"]+)[”"]/.exec(error.message)?.[1];
  if (entry.kind === 'sql' || entry.kind === 'query') {
    const start = getPlace(entry.kind);
    return source && quoted !== undefined ? findWrittenName(source, start, quoted) : start;
  }
  if (entry.kind !== 'metric') return place;
  const { where, with: withs = {} } = entry.given;
  if (where !== undefined && (quoted === undefined || where.includes(quoted))) return getPlace('where');
  const key = Object.keys(withs).find((one) => quoted !== undefined && String(withs[one]).includes(quoted));
  return key === undefined ? place : getPlace('with', key);
}

/** KPI → values that answer it: those that aim at its target, then those that have its baseline. */
function mapGoalsToValues(entries: readonly NamedEntry[]): Map<string, string[]> {
  const answers = new Map<string, string[]>();
  for (const aim of ['target', 'baseline'] as const) {
    for (const { name, entry } of entries) {
      const given = 'query' in entry.given || 'table' in entry.given ? undefined : entry.given;
      const kpi = given?.[aim]?.replace(/^goals\./, '').trim();
      if (kpi === undefined) continue;
      const known = answers.get(kpi) ?? [];
      if (!known.includes(name)) answers.set(kpi, [...known, name]);
    }
  }
  return answers;
}

/** Without a prototype: a tag may name a value `constructor`. */
function createRecord<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** Series of a formula that do not have the same members. */
async function checkSeriesAgree(
  named: NamedEntry,
  evaluator: ValueEvaluator,
  { nameMember }: ReportRegistry,
): Promise<Problem[]> {
  const { lone: differing = [] } = await evaluator.evaluate(named.name);
  const [first] = differing;
  if (!first) return [];
  const shown =
    first.members
      .slice(0, 5)
      .map((member) => nameMember(member))
      .join('、') + (first.members.length > 5 ? '…' : '');
  const params = { name: named.name, series: first.name, members: shown };
  return [createProblem('formula-series-differ', named.getPlace('formula'), params)];
}

/** One a table and column, whatever number of values goes by it. */
function findUndated(values: readonly BookValue[], { blankTimes = [] }: ValuesInput): Problem[] {
  return blankTimes.flatMap(({ table, column, rows, place }) => {
    const names = values
      .filter(({ lineage: { account } }) => account?.undated && account.table === table)
      .filter(({ lineage: { account } }) => account?.time === column)
      .map(({ name }) => name);
    if (names.length === 0) return [];
    return [createProblem('rows-without-time', place, { table, column, rows, ...listSome(names) })];
  });
}

/** Rows outside of the training in a series over time that asks for no period: one a table and column. */
function findBeyond(values: readonly BookValue[], { engine, period }: ValuesInput): Problem[] {
  // Days in a column of texts are told one by one.
  const isTime = (table: string, column?: string) =>
    engine.table(table)?.columns.some(({ name, type }) => name === column && isTimeType(type));
  const beyond = values.filter(
    ({ lineage: { account } }) => account && account.beyond > 0 && isTime(account.table, account.time),
  );
  const groups = Map.groupBy(beyond, ({ lineage: { account } }) => `${account?.table} ${account?.time}`);
  return [...groups.values()].map((group) => {
    const { table = '', time = '' } = group[0]!.lineage.account ?? {};
    const rows = Math.max(...group.map(({ lineage: { account } }) => account?.beyond ?? 0));
    const params = { table, column: time, rows, ...listSome(group.map(({ name }) => name)), ...period };
    return createProblem('rows-beyond-period', group[0]!.place, params);
  });
}

/** The first three in quotes; `more`: how many there are, where that is not all. */
function listSome(names: readonly string[]): { names: string; more: number } {
  const shown = names.slice(0, 3).map((name) => `“${name}”`);
  return { names: shown.join('、'), more: names.length > 3 ? names.length : 0 };
}

/** No rows are worth a word where something may be mistyped. Nothing to find is an answer: no task without an owner. */
function isEmptyResult({ entry }: NamedEntry, { value, lineage }: BookValue): boolean {
  if (entry.kind !== 'metric' || lineage.kind !== 'metric' || lineage.rows > 0) return false;
  const { each, where = '', during, in: among } = entry.given;
  const { account } = lineage;
  const isGrouped =
    each?.keep !== undefined && account?.rows !== (account?.filtered ?? 0) + (account?.outside ?? 0);
  // Texts in a condition are held against their column before; of members they are an error.
  const isCondition = where !== '' && during === undefined && among === undefined;
  return value !== 0 || !(isGrouped || isCondition);
}

/** A goal is judged by a value of its own days; of a goal without, two values of different days are two answers. */
function checkGoalDays({ goal, value }: ResolvedGoal, values: Record<string, BookValue>): Problem[] {
  const apart = value?.target?.apart;
  if (value && apart)
    return [createProblem('goal-days-differ', value.place, { name: goal.kpi, value: value.name, ...apart })];
  if (goal.window) return [];
  const [first, ...others] = Object.values(values).filter(
    ({ target, lineage }) => target?.source === `goals.${goal.kpi}` && lineage.period,
  );
  const other = others.find(({ lineage: { period } }) => !isSamePeriod(period, first!.lineage.period));
  if (!first || !other) return [];
  const params = { name: goal.kpi, first: first.name, of: first.lineage.period!, other: other.name };
  return [createProblem('goal-days-open', other.place, { ...params, otherOf: other.lineage.period! })];
}

/** What `goals` says was reached must be what the data say, as printed. */
function checkGoalActual({ goal, value }: ResolvedGoal, { engine, language }: ValuesInput): Problem[] {
  if (goal.actual === null || !value || value.value === null) return [];
  const digits = /\.(\d+)/.exec(value.text)?.[1]?.length ?? 0;
  const style = { unit: value.unit, language, digits };
  const typed = formatNumber(goal.actual, style);
  if (typed === formatNumber(value.value, style)) return [];
  const file = engine.table('goals')?.file ?? '';
  return [
    createProblem(
      'goal-actual-differs',
      { file },
      { name: goal.kpi, typed, computed: value.text, value: value.name },
    ),
  ];
}
