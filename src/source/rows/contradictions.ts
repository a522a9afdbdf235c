import type { Problem } from '../../base/problem.ts';
import type { Cell } from '../../base/source-table.ts';
import { createProblem } from '../../problems/catalog.ts';
import type { Relation } from '../../schema/tables/table-schema.ts';
import { type GetPlace, ProblemSampler } from '../cells/problem-sampler.ts';

/** Rows that contradict themselves: more clicks than impressions, an end before its start. */
export class ContradictionCheck {
  readonly #relation: Relation;
  readonly #low: number;
  readonly #high: number;
  readonly #sampler = new ProblemSampler();

  /** `names` are those of the cells of a row. */
  constructor(relation: Relation, names: readonly string[]) {
    this.#relation = relation;
    this.#low = names.indexOf(relation.low);
    this.#high = names.indexOf(relation.high);
  }

  observe(row: readonly Cell[], getPlace: GetPlace): void {
    if (this.#low < 0 || this.#high < 0) return;
    const [low, high] = [row[this.#low] ?? null, row[this.#high] ?? null];
    if (!isContradiction(low, high)) return;
    this.#sampler.add(getPlace, this.#low, (place) =>
      createProblem('row-contradiction', place, {
        ...this.#getParams(),
        lowValue: String(low),
        highValue: String(high),
      }),
    );
  }

  listProblems(): Problem[] {
    return this.#sampler.listProblems((place, more) =>
      createProblem('more-contradictions', place, { ...this.#getParams(), more }),
    );
  }

  #getParams() {
    const { kind, low, high } = this.#relation;
    return { low, high, order: kind === 'in-order' };
  }
}

/** Texts are days or instants in ISO form; instants with different offsets are compared in UTC. */
function isContradiction(low: Cell, high: Cell): boolean {
  if (typeof low === 'number' && typeof high === 'number') return low > high;
  if (typeof low !== 'string' || typeof high !== 'string') return false;
  const offset = /(Z|[+-]\d{2}:\d{2})$/;
  const comparable = offset.test(low) === offset.test(high);
  return comparable && Date.parse(low) > Date.parse(high);
}
