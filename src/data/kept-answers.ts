import type { Cell } from '../base/source-table.ts';
import { Cache } from '../files/cache.ts';
import type { Engine, EngineTable, QueryResult } from './engine.ts';

/** Cells of an answer that is kept; larger ones are few, and cost more to read than to ask for. */
const mostCells = 20_000;

/**
 * An engine that answers from what it answered before, in this build or in the last one of the same data. Only answers are
 * kept: what was refused, wrong or too long is asked for again.
 */
export class AnsweringEngine implements Engine {
  readonly #engine: Engine;
  readonly #known: ReadonlyMap<string, QueryResult>;
  readonly #asked = new Map<string, Promise<QueryResult>>();

  constructor(engine: Engine, known: ReadonlyMap<string, QueryResult>) {
    this.#engine = engine;
    this.#known = known;
  }

  get tables(): EngineTable[] {
    return this.#engine.tables;
  }

  table(name: string): EngineTable | undefined {
    return this.#engine.table(name);
  }

  /** Who asks gets an answer of its own, to do with as it likes. */
  async query(sql: string): Promise<QueryResult> {
    const before = this.#asked.get(sql);
    if (before) {
      const answer = await before.catch(() => undefined);
      if (answer) return structuredClone(answer);
    }
    const known = this.#known.get(sql);
    const asked = known ? Promise.resolve(known) : this.#engine.query(sql);
    this.#asked.set(sql, asked);
    return structuredClone(await asked);
  }

  stream(sql: string, take: (rows: Cell[][]) => void | Promise<void>): Promise<void> {
    return this.#engine.stream(sql, take);
  }

  close(): void {
    this.#engine.close();
  }

  /** What this build has asked for and can be kept. */
  async listAnswers(): Promise<Map<string, QueryResult>> {
    const answers = new Map<string, QueryResult>();
    for (const [sql, asked] of this.#asked) {
      const answer = await asked.catch(() => undefined);
      if (answer && isKeepable(answer)) answers.set(sql, answer);
    }
    return answers;
  }
}

/** JSON has neither infinity nor a zero below zero. */
const isPlain = (cell: Cell): boolean =>
  typeof cell !== 'number' || (Number.isFinite(cell) && !Object.is(cell, -0));

function isKeepable({ columns, rows }: QueryResult): boolean {
  if (columns.length * rows.length > mostCells) return false;
  return rows.every((row) => Object.values(row).every(isPlain));
}

/** The answers kept for `key`, which stands for all that they depend on. */
export function readAnswers(folder: string, report: string, key: string): Map<string, QueryResult> {
  const kept = new Cache(folder).readJson<[string, QueryResult][]>(`${report}.json`, key);
  return new Map(kept);
}

/** Keeps the answers of a build instead of those of the last one. */
export async function writeAnswers(
  folder: string,
  report: string,
  key: string,
  answers: ReadonlyMap<string, QueryResult>,
): Promise<void> {
  await new Cache(folder).writeJson(`${report}.json`, key, [...answers]);
}
