import type { FileDigester } from './folder-files.ts';

/**
 * What steps have made, in the memory of a process that builds again and again: of each step the last result, for as long
 * as the key of all that it is made of is the same. Who takes a result leaves it as it is.
 */
export class StepMemory {
  readonly files: FileDigester;
  readonly #kept = new Map<string, { key: string; made: unknown }>();
  readonly #used = new Set<string>();

  constructor(files: FileDigester) {
    this.files = files;
  }

  /** The result of the step `name` for `key`; `make` is called where it is not there. A promise that fails is not kept. */
  remember<T>(name: string, key: string, make: () => T): T {
    this.#used.add(name);
    const known = this.#kept.get(name);
    if (known?.key === key) return known.made as T;
    const made = make();
    this.#kept.set(name, { key, made });
    if (made instanceof Promise)
      made.catch(() => {
        if (this.#kept.get(name)?.made === made) this.#kept.delete(name);
      });
    return made;
  }

  /** The last result of the step, whatever it was made of. */
  peek<T>(name: string): T | undefined {
    return this.#kept.get(name)?.made as T | undefined;
  }

  forget(name: string): void {
    this.#kept.delete(name);
  }

  forgetAll(): void {
    this.#kept.clear();
  }

  /** Forgets, of the steps whose name begins so, those that nobody has asked for since this was called last: a chapter that is gone. */
  sweep(...begins: string[]): void {
    for (const name of this.#kept.keys()) {
      if (!begins.some((begin) => name.startsWith(begin))) continue;
      if (!this.#used.delete(name)) this.#kept.delete(name);
    }
  }
}

/** The result of a step where nothing, or not everything, is built again. */
export function remember<T>(memory: StepMemory | undefined, name: string, key: string, make: () => T): T {
  return memory ? memory.remember(name, key, make) : make();
}
