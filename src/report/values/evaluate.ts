import { collectFormulaNames } from '../../metrics/formula-syntax.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { ComputedValue, ValueContext } from './computed-value.ts';
import { filterEntry, type PlacedFilter } from './filter-entry.ts';
import { createUnknownInputError, evaluateFormula, parseFormulaEntry } from './formula-value.ts';
import { evaluateMetric } from './metric-value.ts';
import type { MetricsFile, NamedEntry } from './metrics-entries.ts';
import { evaluateSql } from './sql-value.ts';
import { ValueError } from './value-error.ts';

/** Evaluates values by name, each once, those that a formula needs first. */
export class ValueEvaluator {
  readonly #file: MetricsFile;
  readonly #context: ValueContext;
  readonly #entries: Map<string, NamedEntry>;
  readonly #done = new Map<string, Promise<ComputedValue>>();

  constructor(file: MetricsFile, context: ValueContext) {
    this.#file = file;
    this.#context = context;
    this.#entries = new Map(file.entries.map((named) => [named.name, named]));
  }

  findEntry(name: string): NamedEntry | undefined {
    return this.#entries.get(name);
  }

  /** Throws Fault or QueryError. A formula over a broken value throws a Fault without problems: they are told already. */
  evaluate(name: string, path: string[] = []): Promise<ComputedValue> {
    const known = this.#done.get(name);
    if (known) return known;
    // The first who asks within a circle tells it; what is remembered spares the others the same words.
    const work = this.#evaluate(this.#entries.get(name)!, path);
    this.#done.set(name, work);
    return work;
  }

  /** Like `of`, narrowed; nothing is remembered. A formula narrows all it is made of. */
  evaluateFiltered(name: string, narrower: PlacedFilter, path: string[] = []): Promise<ComputedValue> {
    return this.#evaluate(this.#entries.get(name)!, path, narrower);
  }

  async #evaluate(named: NamedEntry, path: string[], narrower?: PlacedFilter): Promise<ComputedValue> {
    const { entry } = narrower ? filterEntry(named, narrower, this.#context.period) : named;
    // What is wrong with a narrowing stands in the tag, not in metrics.yaml.
    const written = narrower ? { ...named, place: narrower.place, getPlace: () => narrower.place } : named;
    if (entry.kind === 'metric') return evaluateMetric(entry.given, written, this.#context);
    if (entry.kind === 'sql') return evaluateSql(entry.given, written, this.#context);
    if (entry.kind === 'query') throw new ValueError();
    const formula = parseFormulaEntry(entry.given, written);
    const inputs = new Map<string, ComputedValue>();
    for (const name of collectFormulaNames(formula)) {
      inputs.set(name, await this.#input(name, named, [...path, named.name], narrower));
    }
    return evaluateFormula(formula, entry.given, written, inputs);
  }

  async #input(
    name: string,
    from: NamedEntry,
    path: string[],
    narrower?: PlacedFilter,
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
    if (named.entry.kind === 'query') {
      throw new ValueError(createProblem('formula-of-query', from.getPlace('formula'), { name }));
    }
    if (narrower) return this.evaluateFiltered(name, narrower, path);
    try {
      return await this.evaluate(name, path);
    } catch {
      // Told where it is defined.
      throw new ValueError();
    }
  }
}
