import type { Language } from '../../base/language.ts';
import type { Place } from '../../base/place.ts';
import type { Problem } from '../../base/problem.ts';
import { normaliseUnit } from '../../base/unit.ts';
import type { QueryResult } from '../../data/engine.ts';
import { collectFormulaNames } from '../../metrics/formula-syntax.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { SqlEntry, TableRowsEntry } from '../../schema/metrics-file-schema.ts';
import type { BookValue } from '../book.ts';
import { buildSqlLineage } from '../lineage.ts';
import { buildBookValue } from './book-value.ts';
import { type ComputedValue, toProblems, type ValueContext, ValueError } from './computed-value.ts';
import { checkEntryConstants } from './constants/entry-constants.ts';
import { filterEntry, type PlacedFilter, type ValueFilter } from './filter-entry.ts';
import { createUnknownInputError, evaluateFormula, parseFormulaEntry } from './formula-value.ts';
import { evaluateMetric } from './metric-value.ts';
import type { MetricsFile, NamedEntry } from './metrics-entries.ts';
import type { Goal } from './report-goals.ts';
import { createRowsFinder } from './rows-of-entry.ts';
import type { ComputedTable } from './tables/table-rows.ts';
import { evaluateTable } from './tables/table-value.ts';

/** Evaluates values by name, each once, those that a formula needs first. */
export class ValueEvaluator {
  readonly #file: MetricsFile;
  readonly #context: ValueContext;
  readonly #entries: Map<string, NamedEntry>;
  readonly #done = new Map<string, Promise<ComputedValue>>();

  constructor(file: MetricsFile, context: ValueContext) {
    this.#file = file;
    this.#entries = new Map(file.entries.map((named) => [named.name, named]));
    const entries = { find: (name: string) => this.#entries.get(name), names: file.names };
    this.#context = { ...context, buildRowsOf: createRowsFinder(entries, context) };
  }

  /** Lines and columns of a table. Throws ValueError or QueryError. */
  evaluateTable(named: NamedEntry, given: TableRowsEntry): Promise<ComputedTable> {
    const findValue = (name: string) => {
      const kind = this.#entries.get(name)?.entry.kind;
      if (kind === undefined || kind === 'query' || kind === 'table') return undefined;
      // Its problems stand where it is defined.
      return this.evaluate(name).catch(() => {
        throw new ValueError();
      });
    };
    return evaluateTable(given, named, this.#context, findValue);
  }

  findEntry(name: string): NamedEntry | undefined {
    return this.#entries.get(name);
  }

  /** Throws ValueError or QueryError; one without problems for a formula over a broken value, which has its own. */
  evaluate(name: string, path: string[] = []): Promise<ComputedValue> {
    const known = this.#done.get(name);
    if (known) return known;
    // The first within a circle finds it; what is kept here spares the others the same problem.
    const work = this.#evaluate(this.#entries.get(name)!, path);
    this.#done.set(name, work);
    return work;
  }

  /** Like `evaluate`, but filtered, and not kept. A formula filters all it is made of. */
  evaluateFiltered(name: string, filter: PlacedFilter, path: string[] = []): Promise<ComputedValue> {
    return this.#evaluate(this.#entries.get(name)!, path, filter);
  }

  /** Texts in the condition of a tag that were surely meant otherwise. A formula has several tables: its own are checked. */
  async checkFilter(name: string, { filter, place }: PlacedFilter): Promise<Problem[]> {
    const { entry } = this.#entries.get(name)!;
    if (filter.where === undefined || entry.kind !== 'metric') return [];
    const { given } = entry;
    const found = await checkEntryConstants(
      {
        entry: { kind: 'metric', given: { metric: given.metric, from: given.from, where: filter.where } },
        getPlace: () => place,
      },
      this.#context.engine,
    );
    return found.filter(({ severity }) => severity === 'error');
  }

  async #evaluate(named: NamedEntry, path: string[], filter?: PlacedFilter): Promise<ComputedValue> {
    const { entry } = filter ? filterEntry(named, filter, this.#context) : named;
    // What is wrong with a filter stands in the tag, not in metrics.yaml.
    const written = filter ? { ...named, place: filter.place, getPlace: () => filter.place } : named;
    if (entry.kind === 'metric') return evaluateMetric(entry.given, written, this.#context);
    if (entry.kind === 'sql') return evaluateSql(entry.given, written, this.#context);
    if (entry.kind === 'query' || entry.kind === 'table') throw new ValueError();
    const formula = parseFormulaEntry(entry.given, written);
    const inputs = new Map<string, ComputedValue>();
    for (const name of collectFormulaNames(formula)) {
      inputs.set(name, await this.#evaluateInput(name, named, [...path, named.name], filter));
    }
    return evaluateFormula(formula, entry.given, written, inputs, this.#context.language);
  }

  async #evaluateInput(
    name: string,
    from: NamedEntry,
    path: string[],
    filter?: PlacedFilter,
  ): Promise<ComputedValue> {
    const named = this.#entries.get(name);
    if (path.includes(name)) {
      const circle = [...path.slice(path.indexOf(name)), name].join(' → ');
      throw new ValueError(createProblem('formula-cycle', from.getPlace('formula'), { path: circle }));
    }
    if (!named) {
      if (this.#file.names.includes(name)) throw new ValueError();
      throw createUnknownInputError(name, this.#file.names, from);
    }
    if (named.entry.kind === 'query' || named.entry.kind === 'table') {
      throw new ValueError(createProblem('formula-of-query', from.getPlace('formula'), { name }));
    }
    if (filter) return this.evaluateFiltered(name, filter, path);
    try {
      return await this.evaluate(name, path);
    } catch {
      // Its problems stand where it is defined.
      throw new ValueError();
    }
  }
}

/** One SELECT that gives one number, in the unit declared (65.58 for 65.58 %). Throws ValueError or QueryError. */
async function evaluateSql(
  given: SqlEntry,
  { getPlace }: Pick<NamedEntry, 'getPlace'>,
  { engine }: ValueContext,
): Promise<ComputedValue> {
  const result = await engine.query(given.sql);
  const value = findSingleNumber(result);
  if (value === undefined) {
    const found = String(Object.values(result.rows[0] ?? {})[0] ?? '');
    const params = { rows: result.rows.length, columns: result.columns.length, found };
    throw new ValueError(createProblem('sql-not-one-number', getPlace('sql'), params));
  }
  return {
    value,
    unit: normaliseUnit(given.unit ?? ''),
    members: [],
    direction: given.direction ?? 'none',
    digits: given.digits,
    lineage: buildSqlLineage(given.sql, engine.tables),
  };
}

/** Null where the answer is NULL, undefined where it is not one number. */
function findSingleNumber({ columns, rows }: QueryResult): number | null | undefined {
  const [column] = columns;
  const [row] = rows;
  if (!column || !row || columns.length > 1 || rows.length > 1) return undefined;
  const cell = row[column.name] ?? null;
  if (cell === null) return null;
  // NaN and infinities come as null from the engine: a ratio without nullif is not available.
  return typeof cell === 'number' ? cell : undefined;
}

interface FilterRequest {
  name: string;
  filter: ValueFilter;
  place: Place;
  evaluator: ValueEvaluator;
  goals: readonly Goal[];
  language: Language;
}

/** A value as a figure filters it, or the problems with that. The name must be one of a value that was built. */
export async function filterValue(request: FilterRequest): Promise<BookValue | Problem[]> {
  const { name, filter, place, evaluator, goals, language } = request;
  const named = evaluator.findEntry(name);
  if (!named || named.entry.kind === 'query' || named.entry.kind === 'table') return [];
  const { target, baseline, label } = named.entry.given;
  // A target is for the whole: for fewer days or users it would be another.
  const whole = filter.from === undefined && filter.to === undefined && filter.where === undefined;
  try {
    const value = await evaluator.evaluateFiltered(name, { filter, place });
    const misspelt = await evaluator.checkFilter(name, { filter, place });
    if (misspelt.length > 0) return misspelt;
    return buildBookValue(named, value, whole ? { target, baseline, label } : { label }, goals, language);
  } catch (error) {
    return toProblems(error, () => place);
  }
}
