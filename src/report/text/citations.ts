/** Numbers references in the order in which the text first cites them. */
export class Citations {
  readonly #keys: readonly string[];
  readonly #numbers = new Map<string, number>();

  constructor(keys: readonly string[]) {
    this.#keys = keys;
  }

  /** The number of `key`, given at its first citation; undefined when there is no such entry. */
  assignNumber(key: string): number | undefined {
    if (!this.#keys.includes(key)) return undefined;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    this.#numbers.set(key, this.#numbers.size + 1);
    return this.#numbers.size;
  }

  listKeys(): readonly string[] {
    return this.#keys;
  }

  /** Cited keys in order of their numbers. */
  listCited(): string[] {
    return [...this.#numbers.keys()];
  }
}
