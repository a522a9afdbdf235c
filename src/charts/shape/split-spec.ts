/**
 * A specification apart: its shape, and what differs from chart to chart of one shape (rows, domains, ticks,
 * titles, sizes). In the shape a placeholder stands for each of those: an unlikely number or text that is found again
 * in whatever is made of the shape.
 */

import { createPlaceholder, type Literal } from './placeholders.ts';

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
  'width height value x y x2 y2 dx dy offset labelOffset labelPadding titlePadding titleX titleY minExtent maxExtent domain range datum step tickCount'.split(
    ' ',
  ),
);
const textKeys = new Set(['text', 'title', 'frame']);
const listKeys = new Set(['values', 'domain']);
/** Labels of ticks by their values, looked up in a map that the kinds write as JSON. Vega-Lite puts code in place of `datum.label`. */
const nameByMap = /^\((\{(?:(?!datum\.).)*\})\)\[datum\.(value|label)\]$/;

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
    if (typeof node === 'string') return this.#text(node, key);
    if (typeof node !== 'object' || node === null) return node;
    const replaced: Record<string, unknown> = {};
    for (const [name, value] of Object.entries(node)) replaced[name] = this.hoistNode(value, name);
    return replaced;
  }

  #text(text: string, key: string): string {
    if (textKeys.has(key) && text !== '') return this.#replace(text, key) as string;
    const [, named, of] = (key === 'labelExpr' && nameByMap.exec(text)) || [];
    return named === undefined ? text : `(${this.#replace(named, key)})[datum.${of}]`;
  }

  #list(list: unknown[], key: string): unknown {
    const pair = key === 'domain' && list.length === 2 && list.every((item) => typeof item === 'number');
    const whole = listKeys.has(key) && !pair && isUniform(list);
    return whole
      ? this.#replace(list, key)
      : list.map((item) => this.hoistNode(item, Array.isArray(item) ? '' : key));
  }

  /** Equal literals share a placeholder: Vega-Lite merges what is equal, be it rows, domains or titles. */
  #replace(literal: Literal, key: string): Literal {
    const text = `${key} ${stringifyLiteral(literal)}`;
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const placeholder = this.#add(literal, key);
    this.#known.set(text, placeholder);
    return placeholder;
  }

  #add(literal: Literal, key = ''): Literal {
    const placeholder = createPlaceholder(literal, this.placeholders.length, key);
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
