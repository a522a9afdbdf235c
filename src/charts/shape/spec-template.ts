import { isRemains, type Literal, parsePlaceholderIndex, placeholderInCode } from './placeholders.ts';

type Container = Record<string | number, unknown>;

interface Hole {
  at: Container;
  key: string;
  /** Literals it takes. */
  of: number[];
  /** The literal as it is makes the value, rather than code in which it stands. */
  whole: boolean;
  fill: (literals: readonly Literal[]) => unknown;
}

/**
 * What Vega makes of a shape, with holes where the placeholders are: filled with a chart's literals it is what Vega
 * makes of the chart itself.
 */
export class SpecTemplate {
  readonly #holes: Hole[] = [];
  /** Index of each placeholder, by its JSON. */
  readonly #placeholders: Map<string, number>;
  #isStrayed = false;
  /** Whether each placeholder was found, and each only as itself: nothing was computed from it. */
  readonly isWhole: boolean;

  /** Finds the placeholders in `made`, a tree of plain data that is the template's from now on. */
  constructor(made: object, placeholders: readonly Literal[]) {
    this.#placeholders = new Map(placeholders.map((placeholder, i) => [JSON.stringify(placeholder), i]));
    this.#findHoles(made as Container);
    const found = new Set(this.#holes.flatMap(({ of }) => of));
    this.isWhole = !this.#isStrayed && placeholders.every((_, i) => found.has(i));
  }

  /** Puts the literals into their holes, in place. */
  fill(literals: readonly Literal[]): void {
    for (const { at, key, fill } of this.#holes) at[key] = fill(literals);
  }

  /** Signals that a literal is the value of; undefined where it stands anywhere else as well. */
  findSignals(index: number): string[] | undefined {
    const names = this.#holes
      .filter(({ of }) => of.includes(index))
      .map(({ at, key, whole }) => (whole && key === 'value' ? at.signal : undefined));
    return names.every((name) => typeof name === 'string') ? names : undefined;
  }

  #findHoles(node: Container): void {
    for (const [key, value] of Object.entries(node)) {
      this.#isStrayed ||= isRemains(key);
      const index = this.#findIndex(value);
      if (index !== undefined) this.#addWhole(node, key, index);
      else if (typeof value === 'string') this.#readCode(node, key, value);
      else if (typeof value === 'number') this.#isStrayed ||= isRemains(String(value));
      else if (typeof value === 'object' && value !== null) this.#findHoles(value as Container);
    }
  }

  #addWhole(at: Container, key: string, index: number): void {
    this.#holes.push({
      at,
      key,
      of: [index],
      whole: true,
      fill: (literals) => copyLiteral(literals[index]!),
    });
  }

  #findIndex(value: unknown): number | undefined {
    const whole = typeof value === 'number' || typeof value === 'string';
    if (!whole && !(Array.isArray(value) && value.length === 1)) return undefined;
    return this.#placeholders.get(JSON.stringify(value));
  }

  #readCode(at: Container, key: string, code: string): void {
    const pieces = code.split(placeholderInCode);
    this.#isStrayed ||= pieces.some((piece, i) => i % 2 === 0 && isRemains(piece));
    if (pieces.length === 1) return;
    const of = pieces.filter((_, i) => i % 2 === 1).map(parsePlaceholderIndex);
    const fill = (literals: readonly Literal[]) =>
      pieces
        .map((piece, i) => (i % 2 === 0 ? piece : toCode(literals[of[(i - 1) / 2]!]!, piece.startsWith('{'))))
        .join('');
    this.#holes.push({ at, key, of, whole: false, fill });
  }
}

/** `written`: the literal is code as it is. */
function toCode(literal: Literal, written: boolean): string {
  // The sign of a number belongs to the shape and stands in the code already.
  if (typeof literal === 'number') return String(Math.abs(literal));
  if (typeof literal === 'string') return written ? literal : JSON.stringify(literal);
  return `[${literal.map((item) => (Number(item) < 0 ? `(${item})` : JSON.stringify(item)))}]`;
}

/** Rows are the chart's own: Vega writes on them. */
function copyLiteral(literal: Literal): unknown {
  if (typeof literal !== 'object') return literal;
  return literal.map((item) => (typeof item === 'object' && item !== null ? { ...item } : item));
}
