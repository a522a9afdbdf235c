import type { Target } from '../book.ts';

type Mention = Target & { label: string };

/** Collects where each value and each numbered part is mentioned, while the text is built. */
export class Ledger {
  readonly #mentions = { value: new Map<string, Mention[]>(), part: new Map<string, Mention[]>() };

  cite(kind: 'value' | 'part', name: string, at: Mention): void {
    const known = this.#mentions[kind].get(name);
    if (known) known.push(at);
    else this.#mentions[kind].set(name, [at]);
  }

  listMentions(kind: 'value' | 'part', name: string): Mention[] {
    return this.#mentions[kind].get(name) ?? [];
  }
}
