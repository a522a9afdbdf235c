/**
 * Questions that are asked together of the same rows, and answered by one pass over them: numbers from the same table under
 * the same conditions and groups.
 *
 *   SELECT a AS value FROM t WHERE c  ─┐
 *   SELECT b AS value FROM t WHERE c  ─┴▶ SELECT a, b FROM t WHERE c ─▶ each its own columns
 *
 * Each aggregate meets the same rows in the same order as in a query of its own, so that sums of fractions are the same to
 * the last bit.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Cell } from '../base/source-table.ts';
import type { QueryResult } from './engine.ts';

/** A query that is one SELECT over rows: what it computes, and `FROM …` with all that follows. */
export interface Aggregate {
  items: { sql: string; name: string }[];
  tail: string;
}

interface Waiting extends Aggregate {
  /** Does work for whom this was asked for: the first of a pass pays for it. */
  run: <T>(work: () => T) => T;
  /** With undefined where the question is to be asked alone. */
  resolve: (result: QueryResult | undefined) => void;
}

/** Questions that one pass answers; of a large table each takes memory for itself. */
const mostQuestions = 32;

/** Takes questions until the event loop turns, and asks those of the same rows at once. */
export class SharedPasses {
  readonly #ask: (sql: string) => Promise<QueryResult>;
  #waiting: Waiting[] = [];

  constructor(ask: (sql: string) => Promise<QueryResult>) {
    this.#ask = ask;
  }

  /** Undefined where nobody else asks of the same rows, or the pass failed: it says not for whom. */
  answer(aggregate: Aggregate): Promise<QueryResult | undefined> {
    return new Promise((resolve) => {
      if (this.#waiting.length === 0) setImmediate(() => this.#askAll());
      this.#waiting.push({ ...aggregate, run: AsyncLocalStorage.snapshot(), resolve });
    });
  }

  #askAll(): void {
    const groups = Map.groupBy(this.#waiting, ({ tail }) => tail);
    this.#waiting = [];
    for (const group of groups.values())
      for (let first = 0; first < group.length; first += mostQuestions)
        void this.#askTogether(group.slice(first, first + mostQuestions));
  }

  async #askTogether(questions: readonly Waiting[]): Promise<void> {
    const pass = questions.length > 1 ? buildPass(questions) : undefined;
    const answer = pass && (await questions[0]!.run(() => this.#ask(pass.sql)).catch(() => undefined));
    for (const question of questions)
      question.resolve(answer && pass ? pickAnswer(question, pass.names, answer) : undefined);
  }
}

/** No column of a table is called so. */
const namePrefix = 'shared pass ';

/** What several questions compute, each thing once. `names`: the column of a thing. */
function buildPass(questions: readonly Aggregate[]): { sql: string; names: ReadonlyMap<string, string> } {
  const all = new Set(questions.flatMap(({ items }) => items.map(({ sql }) => sql)));
  const names = new Map([...all].map((sql, at) => [sql, `${namePrefix}${at}`]));
  const list = [...names].map(([sql, name]) => `${sql} AS "${name}"`).join(',\n  ');
  return { sql: `SELECT\n  ${list}\n${questions[0]!.tail}`, names };
}

function pickAnswer(
  { items }: Aggregate,
  names: ReadonlyMap<string, string>,
  { columns, rows }: QueryResult,
): QueryResult {
  const types = new Map(columns.map((column) => [column.name, column.type]));
  const own = items.map(({ sql, name }) => ({ name, from: names.get(sql)! }));
  return {
    columns: own.map(({ name, from }) => ({ name, type: types.get(from)! })),
    rows: rows.map((row) =>
      Object.fromEntries(own.map(({ name, from }): [string, Cell] => [name, row[from] ?? null])),
    ),
  };
}

/** What would make another query of two that are put together, or hide from us where a text ends. */
const strange = /--|\/\*|;|\$|\\/;
const joinsQueries = /\b(union|except|intersect|limit|offset|having|qualify|window)\b/i;

/**
 * A query as its parts. Undefined where it is not of the form `SELECT … AS name, … AS name FROM …`, or where what stands
 * in it is not surely closed in itself: such a query is asked alone.
 */
export function parseAggregate(sql: string): Aggregate | undefined {
  const start = 'SELECT\n';
  if (!sql.startsWith(start) || strange.test(sql)) return undefined;
  const outer = blankInner(sql);
  const from = outer?.indexOf('\nFROM ') ?? -1;
  if (!outer || from < 0) return undefined;
  const rest = outer.slice(from + 1);
  if (joinsQueries.test(rest) || rest.indexOf('\nFROM ') >= 0) return undefined;
  const items: Aggregate['items'] = [];
  for (const [first, last] of splitAt(outer.slice(0, from), ',', start.length)) {
    const named = /^([\s\S]+) AS ([a-z_]\w*)$/.exec(sql.slice(first, last).trim());
    if (!named) return undefined;
    items.push({ sql: named[1]!, name: named[2]! });
  }
  const names = new Set(items.map(({ name }) => name));
  // What is ordered by a name of the list would no longer find it; and a name twice is not told apart.
  if (names.size !== items.length || usesNames(sql.slice(from + 1), rest, names)) return undefined;
  return { items, tail: sql.slice(from + 1) };
}

/** Groups and order by position, or by what the list names. */
function usesNames(tail: string, outer: string, names: ReadonlySet<string>): boolean {
  const at = outer.indexOf('\nGROUP BY ');
  if (at < 0) return outer.includes('\nORDER BY ');
  const words = tail.slice(at).match(/[\p{L}\p{N}_]+/gu) ?? [];
  return words.some((word) => names.has(word.toLowerCase())) || /\bBY \d|, \d/.test(outer.slice(at));
}

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The same text with spaces for all that stands in brackets or quotes; undefined where these are not closed, or `E'…'`. */
function blankInner(sql: string): string | undefined {
  const open: string[] = [];
  let quote = '';
  let before = '';
  let outer = '';
  for (const sign of sql) {
    const isInner = quote !== '' || open.length > 0;
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === "'" || sign === '"') {
      if (/[\p{L}\p{N}_]/u.test(before)) return undefined;
      quote = sign;
    } else if (closing[sign]) open.push(closing[sign]);
    else if (')]}'.includes(sign) && open.pop() !== sign) return undefined;
    outer += isInner || quote !== '' ? ' '.repeat(sign.length) : sign;
    before = sign;
  }
  return quote === '' && open.length === 0 ? outer : undefined;
}

/** Beginnings and ends of the parts of a text from `first` on. */
function splitAt(text: string, sign: string, first: number): [first: number, last: number][] {
  const parts: [number, number][] = [];
  let begin = first;
  for (let at = text.indexOf(sign, first); at >= 0; at = text.indexOf(sign, begin)) {
    parts.push([begin, at]);
    begin = at + 1;
  }
  return [...parts, [begin, text.length]];
}
