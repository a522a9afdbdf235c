/** Text as the fragment of an address: Chinese stays, white space and signs become `-`. */
export function slugify(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_.-]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}

/** Anchor of a value's row in the ledger. */
export function toValueAnchor(name: string): string {
  return `v-${slugify(name)}`;
}

/** Gives every text its own anchor within one page: `结论`, `结论-2`. */
export class Anchors {
  readonly #taken: Set<string>;
  /** The number that the next text of the same anchor begins with. */
  readonly #next = new Map<string, number>();

  /** Headings keep clear of the ids that their author gave to other things of the page. */
  constructor(given: Iterable<string> = []) {
    this.#taken = new Set(given);
  }

  take(text: string): string {
    const wanted = slugify(text) || 'section';
    let free = wanted;
    let n = this.#next.get(wanted) ?? 2;
    for (; this.#taken.has(free); n++) free = `${wanted}-${n}`;
    this.#next.set(wanted, n);
    this.#taken.add(free);
    return free;
  }
}
