/**
 * A specification apart: its shape, and what differs from chart to chart of one shape (rows, domains, ticks,
 * titles, sizes). In the shape a placeholder stands for each of those: an unlikely number or text that is found again
 * in whatever is made of the shape.
 */

/** A number, a text, or a list: rows of data, ticks, names of a domain. */
export type Literal = number | string | readonly unknown[];

export interface SpecShape {
  /** Specifications with the same key differ in their literals only. */
  key: string;
  /** The specification with a placeholder for each literal. */
  placeholderSpec: unknown;
  placeholders: Literal[];
  literals: Literal[];
}

/** Where a number belongs to the chart rather than to its shape: `labelAngle` and the like decide how Vega-Lite compiles. */
const numberKeys = new Set(
  'width height value x y x2 y2 dx dy offset labelOffset labelPadding titlePadding titleX titleY minExtent maxExtent domain'.split(
    ' ',
  ),
);
const textKeys = new Set(['text', 'title']);
const listKeys = new Set(['values', 'domain']);

/** Of a team's own specification, which has `datasets`, only the rows are literals: what else it holds is theirs. */
export function splitSpec(spec: object): SpecShape {
  const hoist = new LiteralHoister();
  const placeholderSpec =
    'datasets' in spec
      ? { ...spec, datasets: hoist.hoistDatasets(spec.datasets) }
      : hoist.hoistNode(spec, '');
  return {
    key: JSON.stringify(placeholderSpec),
    placeholderSpec,
    placeholders: hoist.placeholders,
    literals: hoist.literals,
  };
}

class LiteralHoister {
  readonly placeholders: Literal[] = [];
  readonly literals: Literal[] = [];
  readonly #known = new Map<string, Literal>();

  hoistDatasets(datasets: unknown): unknown {
    const replaced = Object.entries(datasets as Record<string, unknown[]>).map(([name, rows]) => [
      name,
      isUniform(rows) ? this.#add(rows) : rows,
    ]);
    return Object.fromEntries(replaced);
  }

  hoistNode(node: unknown, key: string): unknown {
    if (Array.isArray(node)) return this.#list(node, key);
    if (typeof node === 'number')
      return numberKeys.has(key) && isHoistable(node) ? this.#replace(node, key) : node;
    if (typeof node === 'string') return textKeys.has(key) && node !== '' ? this.#replace(node, key) : node;
    if (typeof node !== 'object' || node === null) return node;
    const replaced: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(node)) replaced[name] = this.hoistNode(value, name);
    return replaced;
  }

  #list(list: unknown[], key: string): unknown {
    const pair = key === 'domain' && list.length === 2 && list.every((item) => typeof item === 'number');
    const whole = listKeys.has(key) && !pair && isUniform(list);
    return whole ? this.#replace(list, key) : list.map((item) => this.hoistNode(item, key));
  }

  /** Equal literals share a placeholder: Vega-Lite merges what is equal, be it rows, domains or titles. */
  #replace(literal: Literal, key: string): Literal {
    const text = `${key} ${stringifyLiteral(literal)}`;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const placeholder = this.#add(literal);
    this.#known.set(text, placeholder);
    return placeholder;
  }

  #add(literal: Literal): Literal {
    const placeholder = createPlaceholder(literal, this.placeholders.length);
    this.placeholders.push(placeholder);
    this.literals.push(literal);
    return placeholder;
  }
}

/** Rows are asked for again whenever a chart is laid out again. */
const stringifiedLists = new WeakMap<readonly unknown[], string>();

function stringifyLiteral(literal: Literal): string {
  if (typeof literal !== 'object') return JSON.stringify(literal);
  const known = stringifiedLists.get(literal) ?? JSON.stringify(literal);
  stringifiedLists.set(literal, known);
  return known;
}

export function isSameLiteral(a: Literal | undefined, b: Literal | undefined): boolean {
  return a === b || (a !== undefined && b !== undefined && stringifyLiteral(a) === stringifyLiteral(b));
}

/** Vega-Lite asks whether a domain includes 0, so the sign of a number and 0 itself belong to the shape. */
function isHoistable(number: number): boolean {
  return number !== 0 && Number.isFinite(number);
}

/** Of one sort; the first item tells how its placeholder looks. */
function isUniform(list: readonly unknown[]): boolean {
  return list.length > 0 && list.every((item) => item !== null && typeof item === typeof list[0]);
}

const firstNumberPlaceholder = 7_310_000.5;
const buildTextPlaceholder = (index: number) => `\u2060mark${index}\u2060`;

function createPlaceholder(literal: Literal, index: number): Literal {
  if (typeof literal === 'number') return Math.sign(literal) * (firstNumberPlaceholder + index);
  if (typeof literal === 'string') return buildTextPlaceholder(index);
  return typeof literal[0] === 'object'
    ? [{ [buildTextPlaceholder(index)]: 0 }]
    : [buildTextPlaceholder(index)];
}

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

  /** Finds the placeholders in `made`, a tree of plain data that is the template's from now on. */
  constructor(made: object, placeholders: readonly Literal[]) {
    this.#placeholders = new Map(placeholders.map((placeholder, i) => [JSON.stringify(placeholder), i]));
    this.#findHoles(made as Container);
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
      const index = this.#findIndex(value);
      if (index !== undefined) this.#addWhole(node, key, index);
      else if (typeof value === 'string') this.#readCode(node, key, value);
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

function parsePlaceholderIndex(text: string): number {
  return /^\d/.test(text) ? Number(text) - firstNumberPlaceholder : Number(/\d+/.exec(text));
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
