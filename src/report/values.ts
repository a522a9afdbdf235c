/**
 * Values: from `metrics.yaml` and the report's tables to numbers with texts and lineage.
 *
 *   metrics.yaml ─▶ entries ─▶ metric · sql · query ─▶ evaluated ─▶ formulas ─▶ + goals ─▶ book values
 *
 * Every entry is tried; a broken one is told and stops only those that need it.
 */
import type { Language } from '../base/language.ts';
import { showNumber } from '../base/number-format.ts';
import type { Place } from '../base/place.ts';
import type { Problem } from '../base/problem.ts';
import type { GoalRow } from '../base/series.ts';
import type { SourceText } from '../base/source-text.ts';
import { type Engine, QueryError, type Result } from '../data/engine.ts';
import type { Period } from '../metrics/metric.ts';
import { problem } from '../problems/problem.ts';
import type { BookValue } from './book.ts';
import { Fault } from './fault.ts';
import { type AnsweredGoal, answerGoals, type Goal, readGoals } from './goals.ts';
import type { Ledger } from './ledger.ts';
import { type NamedEntry, readMetricsFile } from './metrics-file.ts';
import { bookValue } from './value-book.ts';
import { Evaluation } from './value-evaluation.ts';
import type { Narrowing } from './value-narrow.ts';
import { narrowed } from './value-narrowed.ts';

export interface ValuesInput {
  /** `metrics.yaml`; without it there are no values. */
  source: SourceText | undefined;
  engine: Engine;
  language: Language;
  zone: string;
  period: Period;
}

export interface NamedQuery {
  sql: string;
  result: Result;
  place: Place;
}

export interface SettledValues {
  /** In the order of `metrics.yaml`. */
  values: Record<string, BookValue>;
  queries: Record<string, NamedQuery>;
  goals: GoalRow[];
  /** Names written in `metrics.yaml` that have no value, because of a problem told already. */
  broken: string[];
  problems: Problem[];
  /** A value asked again by other dimensions, days or conditions, as a figure wants it; `place` is the tag's. */
  narrow: (name: string, narrowing: Narrowing, place: Place) => Promise<BookValue | Problem[]>;
}

export async function settleValues(input: ValuesInput): Promise<SettledValues> {
  const { engine, language, period } = input;
  const file = readMetricsFile(input.source);
  const goals = await readGoals(engine);
  const evaluation = new Evaluation(file, { engine, language, period });
  const values: Record<string, BookValue> = bare();
  const queries: Record<string, NamedQuery> = bare();
  const problems = [...file.problems];
  for (const named of file.entries) {
    const told = await collect(named, async () => {
      if (named.entry.kind === 'query') queries[named.name] = await runQuery(named, engine);
      else {
        const value = await settleOne(named, evaluation, goals, language);
        values[named.name] = value;
        if (isEmpty(value)) problems.push(problem('empty-result', named.place, { name: named.name }));
        problems.push(...(await lone(named, evaluation)));
      }
    });
    problems.push(...told);
  }
  const answered = answerGoals(goals, values, answersOf(file.entries), language);
  problems.push(...answered.flatMap((one) => contradiction(one, input)));
  return {
    values,
    queries,
    goals: answered.map(({ row }) => row),
    broken: file.names.filter((name) => !(name in values) && !(name in queries)),
    problems,
    narrow: (name, narrowing, place) => narrowed({ name, narrowing, place, evaluation, goals, language }),
  };
}

/** Adds to each value where the text states it. */
export function citeValues(values: Record<string, BookValue>, ledger: Ledger): Record<string, BookValue> {
  const cited: Record<string, BookValue> = bare();
  for (const [name, value] of Object.entries(values)) {
    cited[name] = { ...value, cited: ledger.of('value', name) };
  }
  return cited;
}

async function settleOne(
  named: NamedEntry,
  evaluation: Evaluation,
  goals: readonly Goal[],
  language: Language,
): Promise<BookValue> {
  const evaluated = await evaluation.of(named.name);
  const given = named.entry.given;
  const aims = 'query' in given ? {} : given;
  return bookValue(named, evaluated, aims, goals, language);
}

async function runQuery({ entry, place }: NamedEntry, engine: Engine): Promise<NamedQuery> {
  const sql = entry.kind === 'query' ? entry.given.query : '';
  return { sql, result: await engine.query(sql), place };
}

async function collect(named: NamedEntry, work: () => Promise<void>): Promise<Problem[]> {
  try {
    await work();
    return [];
  } catch (error) {
    if (error instanceof Fault) return error.problems;
    if (error instanceof QueryError) return [error.at(sqlPlace(named, error))];
    throw error;
  }
}

/** Of the part of the entry whose words the message quotes, else of the entry. */
function sqlPlace({ entry, place, placeOf }: NamedEntry, error: QueryError): Place {
  if (entry.kind === 'sql' || entry.kind === 'query') return placeOf(entry.kind);
  if (entry.kind !== 'metric') return place;
  const quoted = /[“"]([^”"]+)[”"]/.exec(error.message)?.[1];
  const { where, with: withs = {} } = entry.given;
  if (where !== undefined && (quoted === undefined || where.includes(quoted))) return placeOf('where');
  const key = Object.keys(withs).find((one) => quoted !== undefined && String(withs[one]).includes(quoted));
  return key === undefined ? place : placeOf('with', key);
}

/** KPI → the value that answers it: the first that aims at its target, else the first that has its baseline. */
function answersOf(entries: readonly NamedEntry[]): Map<string, string> {
  const answers = new Map<string, string>();
  for (const aim of ['target', 'baseline'] as const) {
    for (const { name, entry } of entries) {
      const kpi = entry.kind === 'query' ? undefined : entry.given[aim]?.replace(/^goals\./, '').trim();
      if (kpi !== undefined && !answers.has(kpi)) answers.set(kpi, name);
    }
  }
  return answers;
}

/** Without a prototype: a tag may ask for a value called `constructor`. */
function bare<T>(): Record<string, T> {
  return Object.create(null) as Record<string, T>;
}

/** Series of a formula that do not have the same members. */
async function lone(named: NamedEntry, evaluation: Evaluation): Promise<Problem[]> {
  const { lone: differing = [] } = await evaluation.of(named.name);
  const [first] = differing;
  if (!first) return [];
  const shown = first.members.slice(0, 5).join('、') + (first.members.length > 5 ? '…' : '');
  const params = { name: named.name, series: first.name, members: shown };
  return [problem('formula-series-differ', named.placeOf('formula'), params)];
}

function isEmpty({ lineage }: BookValue): boolean {
  return lineage.kind === 'metric' && lineage.rows === 0;
}

/** What `goals` says was reached must be what the data say, as printed. */
function contradiction({ goal, value }: AnsweredGoal, { engine, language }: ValuesInput): Problem[] {
  if (goal.actual === null || !value || value.value === null) return [];
  const digits = /\.(\d+)/.exec(value.text)?.[1]?.length ?? 0;
  const style = { unit: value.unit, language, digits };
  const typed = showNumber(goal.actual, style);
  if (typed === showNumber(value.value, style)) return [];
  const file = engine.table('goals')?.file ?? '';
  return [
    problem(
      'goal-actual-differs',
      { file },
      { name: goal.kpi, typed, computed: value.text, value: value.name },
    ),
  ];
}
