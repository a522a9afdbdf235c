/**
 * What Vega makes of a shape, with holes where the marks are: filled with a chart's literals it is what Vega makes
 * of the chart itself.
 */
import { firstNumberPlaceholder, type Literal } from './spec-shape.ts';

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

export class SpecTemplate {
  readonly #holes: Hole[] = [];
  /** Index of each mark, by its JSON. */
  readonly #marks: Map<string, number>;

  /** Finds the marks in `made`, a tree of plain data that is the template's from now on. */
  constructor(made: object, marks: readonly Literal[]) {
    this.#marks = new Map(marks.map((mark, i) => [JSON.stringify(mark), i]));
    this.#walk(made as Container);
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

  #walk(node: Container): void {
    for (const [key, value] of Object.entries(node)) {
      const index = this.#indexOf(value);
      if (index !== undefined) this.#addWhole(node, key, index);
      else if (typeof value === 'string') this.#readCode(node, key, value);
      else if (typeof value === 'object' && value !== null) this.#walk(value as Container);
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

  #indexOf(value: unknown): number | undefined {
    const whole = typeof value === 'number' || typeof value === 'string';
    if (!whole && !(Array.isArray(value) && value.length === 1)) return undefined;
    return this.#marks.get(JSON.stringify(value));
  }

  #readCode(at: Container, key: string, code: string): void {
    const pieces = code.split(placeholderInCode);
    if (pieces.length === 1) return;
    const parts = pieces.map((piece, i) => (i % 2 === 0 ? piece : parsePlaceholderIndex(piece)));
    const fill = (literals: readonly Literal[]) =>
      parts.map((part) => (typeof part === 'string' ? part : toCode(literals[part]!))).join('');
    const of = parts.filter((part) => typeof part === 'number');
    this.#holes.push({ at, key, of, whole: false, fill });
  }
}

/** A list or a text in quotes, or a number. */
const placeholderInCode = /(\["\u2060mark\d+\u2060"\]|"\u2060mark\d+\u2060"|(?<![\d.])73\d{5}\.5(?!\d))/;

function parsePlaceholderIndex(mark: string): number {
  return /^\d/.test(mark) ? Number(mark) - firstNumberPlaceholder : Number(/\d+/.exec(mark));
}

function toCode(literal: Literal): string {
  // The sign of a number belongs to the shape and stands in the code already.
  if (typeof literal === 'number') return String(Math.abs(literal));
  if (typeof literal === 'string') return JSON.stringify(literal);
  return `[${literal.map((item) => (Number(item) < 0 ? `(${item})` : JSON.stringify(item)))}]`;
}

/** Rows are the chart's own: Vega writes on them. */
function copyLiteral(literal: Literal): unknown {
  if (typeof literal !== 'object') return literal;
  return literal.map((item) => (typeof item === 'object' && item !== null ? { ...item } : item));
}
