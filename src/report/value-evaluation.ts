import { namesOf } from '../metrics/formula.ts';
import { problem } from '../problems/problem.ts';
import type { Evaluated, ValueContext } from './evaluated.ts';
import { Fault } from './fault.ts';
import type { MetricsFile, NamedEntry } from './metrics-file.ts';
import { evaluateFormula, parsedFormula, unknownInput } from './value-formula.ts';
import { evaluateMetric } from './value-metric.ts';
import { type Narrower, narrowEntry } from './value-narrow.ts';
import { evaluateSql } from './value-sql.ts';

/** Evaluates values by name, each once, those that a formula needs first. */
export class Evaluation {
  readonly #file: MetricsFile;
  readonly #context: ValueContext;
  readonly #entries: Map<string, NamedEntry>;
  readonly #done = new Map<string, Promise<Evaluated>>();

  constructor(file: MetricsFile, context: ValueContext) {
    this.#file = file;
    this.#context = context;
    this.#entries = new Map(file.entries.map((named) => [named.name, named]));
  }

  entry(name: string): NamedEntry | undefined {
    return this.#entries.get(name);
  }

  /** Throws Fault or QueryError. A formula over a broken value throws a Fault without problems: they are told already. */
  of(name: string, path: string[] = []): Promise<Evaluated> {
    const known = this.#done.get(name);
    if (known) return known;
    // The first who asks within a circle tells it; what is remembered spares the others the same words.
    const work = this.#evaluate(this.#entries.get(name)!, path);
    this.#done.set(name, work);
    return work;
  }

  /** Like `of`, narrowed; nothing is remembered. A formula narrows all it is made of. */
  again(name: string, narrower: Narrower, path: string[] = []): Promise<Evaluated> {
    return this.#evaluate(this.#entries.get(name)!, path, narrower);
  }

  async #evaluate(named: NamedEntry, path: string[], narrower?: Narrower): Promise<Evaluated> {
    const { entry } = narrower ? narrowEntry(named, narrower, this.#context.period) : named;
    // What is wrong with a narrowing stands in the tag, not in metrics.yaml.
    const written = narrower ? { ...named, place: narrower.place, placeOf: () => narrower.place } : named;
    if (entry.kind === 'metric') return evaluateMetric(entry.given, written, this.#context);
    if (entry.kind === 'sql') return evaluateSql(entry.given, written, this.#context);
    if (entry.kind === 'query') throw new Fault();
    const formula = parsedFormula(entry.given, written);
    const inputs = new Map<string, Evaluated>();
    for (const name of namesOf(formula)) {
      inputs.set(name, await this.#input(name, named, [...path, named.name], narrower));
    }
    return evaluateFormula(formula, entry.given, written, inputs);
  }

  async #input(name: string, from: NamedEntry, path: string[], narrower?: Narrower): Promise<Evaluated> {
    const named = this.#entries.get(name);
    if (path.includes(name)) {
      const circle = [...path.slice(path.indexOf(name)), name].join(' → ');
      throw new Fault(problem('formula-cycle', from.placeOf('formula'), { path: circle }));
    }
    if (!named) {
      if (this.#file.names.includes(name)) throw new Fault();
      throw unknownInput(name, this.#file.names, from);
    }
    if (named.entry.kind === 'query') {
      throw new Fault(problem('formula-of-query', from.placeOf('formula'), { name }));
    }
    if (narrower) return this.again(name, narrower, path);
    try {
      return await this.of(name, path);
    } catch {
      // Told where it is defined.
      throw new Fault();
    }
  }
}
