import type { Problem } from '../base/problem.ts';
import type { Cell } from '../base/source-table.ts';
import { problem } from '../problems/problem.ts';
import type { Relation } from '../schema/tables/column.ts';
import { type PlaceOf, Told } from './told.ts';

/** Rows that contradict themselves: more clicks than impressions, an end before its start. */
export class Contradictions {
  readonly #relation: Relation;
  readonly #low: number;
  readonly #high: number;
  readonly #told = new Told();

  /** `names` are those of the cells of a row. */
  constructor(relation: Relation, names: readonly string[]) {
    this.#relation = relation;
    this.#low = names.indexOf(relation.low);
    this.#high = names.indexOf(relation.high);
  }

  see(row: readonly Cell[], placeOf: PlaceOf): void {
    if (this.#low < 0 || this.#high < 0) return;
    const [low, high] = [row[this.#low] ?? null, row[this.#high] ?? null];
    if (!isBroken(low, high)) return;
    this.#told.add(placeOf, this.#low, (place) =>
      problem('row-contradiction', place, {
        ...this.#both(),
        lowValue: String(low),
        highValue: String(high),
      }),
    );
  }

  problems(): Problem[] {
    return this.#told.problems((place, more) =>
      problem('more-contradictions', place, { ...this.#both(), more }),
    );
  }

  #both() {
    const { kind, low, high } = this.#relation;
    return { low, high, order: kind === 'in-order' };
  }
}

/** Texts are days or instants in ISO form; instants with different offsets are compared in UTC. */
function isBroken(low: Cell, high: Cell): boolean {
  if (typeof low === 'number' && typeof high === 'number') return low > high;
  if (typeof low !== 'string' || typeof high !== 'string') return false;
  const offset = /(Z|[+-]\d{2}:\d{2})$/;
  const comparable = offset.test(low) === offset.test(high);
  return comparable && Date.parse(low) > Date.parse(high);
}
